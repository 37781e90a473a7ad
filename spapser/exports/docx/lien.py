"""Bookmarks on headings and links that lead to them."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph


def mark(paragraphe: Paragraph, code: str, rang: int) -> None:
    """Give a heading a name that links can use; `rang` is a number of its own."""
    debut, fin = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for element in (debut, fin):
        element.set(qn("w:id"), str(rang))
    debut.set(qn("w:name"), f"_Toc_{code}")
    paragraphe._p.insert_element_before(debut, "w:r")
    paragraphe._p.append(fin)


def add_lien(paragraphe: Paragraph, texte: str, code: str) -> None:
    """A text that leads to a heading of the document."""
    lien = OxmlElement("w:hyperlink")
    lien.set(qn("w:anchor"), f"_Toc_{code}")
    lien.append(paragraphe.add_run(texte)._r)
    paragraphe._p.append(lien)
