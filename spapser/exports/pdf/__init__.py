"""The yearly report as PDF: A4, tagged for assistive tools (PDF/UA-1), French typography, vector charts."""

from spapser.exports.pdf.rapport import export_pdf

__all__ = ["export_pdf"]
