"""Paragraphs in a style. The style is set by its identifier: by name, the library searches all of them each time."""

from docx.document import Document
from docx.text.paragraph import Paragraph

from spapser.typographie import typographie_document


def add_paragraphe(document: Document, texte: str, style: str) -> Paragraph:
    """A paragraph at the end of the document, with French spaces."""
    paragraphe = document.add_paragraph(typographie_document(texte))
    paragraphe._p.get_or_add_pPr().get_or_add_pStyle().set(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}val", style.replace(" ", ""))
    return paragraphe
