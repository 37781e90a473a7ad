"""Headings, paragraphs, lists, key figures."""

from docx.document import Document

from spapser.exports.docx.lien import mark
from spapser.exports.docx.paragraphe import add_paragraphe
from spapser.exports.docx.table import write_table
from spapser.exports.rapport import Chiffres, Liste, Paragraphe, Table, Titre
from spapser.suivi.phrase import describe_evolution, format_taux

STYLES = {"texte": "Normal", "chapeau": "Chapeau", "promesse": "Promesse", "officiel": "Source", "note": "Source",
          "alerte": "Alerte"}


def write_titre(document: Document, titre: Titre, rang: int) -> None:
    """A heading that the table of contents can lead to."""
    paragraphe = add_paragraphe(document, titre.texte, f"Heading {titre.niveau}")
    paragraphe.paragraph_format.page_break_before = True if titre.page else None
    if titre.code:
        mark(paragraphe, titre.code, rang)


def write_paragraphe(document: Document, paragraphe: Paragraphe, rang: int) -> None:
    """A paragraph in the style of its kind."""
    add_paragraphe(document, paragraphe.texte, STYLES[paragraphe.genre])


def write_liste(document: Document, liste: Liste, rang: int) -> None:
    """A bulleted list."""
    for element in liste.elements:
        add_paragraphe(document, element, "Alerte" if liste.genre == "alerte" else "List Bullet")


def write_chiffres(document: Document, chiffres: Chiffres, rang: int) -> None:
    """Key figures as a table."""
    lignes = tuple((m.indicateur.libelle, m.texte, format_taux(m) if m.taux is not None else "–", describe_evolution(m) or "–")
                   for m in chiffres.mesures)
    write_table(document, Table("Chiffres clés", ("Indicateur", "Valeur", "Taux", "Évolution"), lignes, (0.36, 0.2, 0.2, 0.24),
                                (1, 2)), rang)


ECRIRE = {Titre: write_titre, Paragraphe: write_paragraphe, Liste: write_liste, Chiffres: write_chiffres, Table: write_table}
