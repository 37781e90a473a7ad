"""The table of contents: a field that Word updates, already filled with links to the chapters."""

from collections.abc import Iterable

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from spapser.exports.docx.lien import add_lien
from spapser.exports.docx.paragraphe import add_paragraphe
from spapser.exports.rapport import Sommaire, Titre
from spapser.exports.rapport.modele import Bloc
from spapser.typographie import typographie_document

CODE = r'TOC \o "1-1" \h \z'


def write_sommaire(document: Document, sommaire: Sommaire, blocs: Iterable[Bloc]) -> None:
    """Heading, then one line a chapter. The heading is no chapter itself."""
    titre = add_paragraphe(document, sommaire.titre, "Chapeau")
    titre.runs[0].bold, titre.paragraph_format.page_break_before = True, True
    chapitres = [bloc for bloc in blocs if isinstance(bloc, Titre) and bloc.niveau == 1]
    lignes = [add_paragraphe(document, "", "Normal") for _ in chapitres]
    for ligne, chapitre in zip(lignes, chapitres, strict=True):
        if ligne is lignes[0]:
            add_borne(ligne, "begin", CODE)
        add_lien(ligne, typographie_document(chapitre.texte), chapitre.code)
    add_borne(lignes[-1], "end")


def add_borne(paragraphe: Paragraph, genre: str, code: str = "") -> None:
    """Beginning of a field with its code and the mark of its result, or its end."""
    for nature in ([genre, "code", "separate"] if code else [genre]):
        element = OxmlElement("w:instrText" if nature == "code" else "w:fldChar")
        if nature == "code":
            element.text = code
        else:
            element.set(qn("w:fldCharType"), nature)
        paragraphe.add_run()._r.append(element)
