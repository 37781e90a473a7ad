"""A4, margins, running title above, edition and page number below."""

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from spapser.exports.rapport import Rapport
from spapser.typographie import typographie_document

LARGEUR, HAUTEUR, MARGE, MARGE_HAUTE = Mm(210), Mm(297), Mm(20), Mm(24)
UTILE = LARGEUR - 2 * MARGE


def prepare_page(document: Document, rapport: Rapport) -> None:
    """Format of the pages; the first one has neither header nor footer."""
    section = document.sections[0]
    section.page_width, section.page_height = LARGEUR, HAUTEUR
    section.left_margin = section.right_margin = MARGE
    section.top_margin = section.bottom_margin = MARGE_HAUTE
    section.different_first_page_header_footer = True
    write_bord(section.header.paragraphs[0], rapport.court, rapport.auteur)
    pied = section.footer.paragraphs[0]
    write_bord(pied, rapport.identite, "Page ")
    add_champ(pied, "PAGE")


def write_bord(paragraphe: Paragraph, gauche: str, droite: str) -> None:
    """A text at each end of the line."""
    paragraphe.paragraph_format.tab_stops.add_tab_stop(UTILE, WD_TAB_ALIGNMENT.RIGHT)
    paragraphe.add_run(f"{typographie_document(gauche)}\t{typographie_document(droite)}")


def add_champ(paragraphe: Paragraph, code: str) -> None:
    """A field that Word computes."""
    for genre in ("begin", None, "end"):
        element = OxmlElement("w:fldChar" if genre else "w:instrText")
        if genre:
            element.set(qn("w:fldCharType"), genre)
        else:
            element.text = code
        paragraphe.add_run()._r.append(element)
