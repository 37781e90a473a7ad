"""The content that every document shares: one year of one edition, read once, ready to be set in any format."""

from spapser.exports.bilan.construction import build_bilan
from spapser.exports.bilan.modele import Bilan, GraphiqueBilan, ObjectifBilan, SectionFiche

__all__ = ["Bilan", "GraphiqueBilan", "ObjectifBilan", "SectionFiche", "build_bilan"]
