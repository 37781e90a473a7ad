"""The yearly report as DOCX: the same blocks as the PDF, with real styles, tables and headings, for staff to complete."""

from spapser.exports.docx.rapport import export_docx

__all__ = ["export_docx"]
