"""The yearly report before any format: its cover and its blocks, in order. The PDF and the DOCX set the same ones."""

from spapser.exports.rapport.modele import (
    Chiffres,
    Etat,
    Figure,
    Liste,
    Paragraphe,
    Puces,
    Rapport,
    Sommaire,
    Table,
    Titre,
)
from spapser.exports.rapport.redaction import write_rapport

__all__ = ["Chiffres", "Etat", "Figure", "Liste", "Paragraphe", "Puces", "Rapport", "Sommaire", "Table", "Titre",
           "write_rapport"]
