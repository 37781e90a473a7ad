"""The first page: author, title, sentence, what is missing, edition, source, address."""

from docx.document import Document
from docx.shared import Mm

from spapser.exports.docx.paragraphe import add_paragraphe
from spapser.exports.rapport import Rapport


def write_couverture(document: Document, rapport: Rapport) -> None:
    """The cover."""
    add_paragraphe(document, rapport.auteur, "Source")
    titre = add_paragraphe(document, rapport.titre, "Title")
    titre.paragraph_format.space_before = Mm(60)
    add_paragraphe(document, rapport.sous_titre, "Subtitle")
    add_paragraphe(document, rapport.phrase, "Chapeau")
    if rapport.manques:
        add_paragraphe(document, "Données manquantes ou illisibles", "Alerte").runs[0].bold = True
        for manque in rapport.manques:
            add_paragraphe(document, manque, "Alerte")
    identite = add_paragraphe(document, rapport.identite, "Source")
    identite.paragraph_format.space_before = Mm(40)
    add_paragraphe(document, f"Source : {rapport.source}.", "Source")
    if rapport.adresse:
        add_paragraphe(document, rapport.adresse, "Source")
