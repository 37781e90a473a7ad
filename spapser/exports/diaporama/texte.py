"""Words on a slide: boxes, paragraphs and runs, each marked as French."""

from collections.abc import Sequence

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.oxml.ns import qn
from pptx.util import Pt

from spapser.exports.diaporama.fond import ENCRE, LANGUE

ANCRES = {"haut": MSO_ANCHOR.TOP, "milieu": MSO_ANCHOR.MIDDLE, "bas": MSO_ANCHOR.BOTTOM}


def add_boite(page, cadre: Sequence, paragraphes: Sequence[str], taille: int = 20, couleur: str = ENCRE, gras: bool = False,
              ancre: str = "haut", espace: int = 0):
    """A text box: left, top, width, height, one paragraph a string; sizes and spaces in points."""
    boite = page.shapes.add_textbox(*cadre)
    write(boite.text_frame, paragraphes, taille, couleur, gras, espace)
    boite.text_frame.vertical_anchor = ANCRES[ancre]
    return boite


def write(cadre, paragraphes: Sequence[str], taille: int, couleur: str = ENCRE, gras: bool = False, espace: int = 0) -> None:
    """Paragraphs in a text frame, margins removed, text folded and never shrunk."""
    cadre.word_wrap, cadre.auto_size = True, MSO_AUTO_SIZE.NONE
    cadre.margin_left = cadre.margin_right = cadre.margin_top = cadre.margin_bottom = 0
    for rang, texte in enumerate(paragraphes):
        paragraphe = cadre.paragraphs[0] if rang == 0 else cadre.add_paragraph()
        paragraphe.space_after = Pt(espace)
        style(paragraphe.add_run(), texte, taille, couleur, gras)


def style(trait, texte: str, taille: int, couleur: str = ENCRE, gras: bool = False) -> None:
    """Text, size, colour, weight and language of a run."""
    trait.text = texte
    trait.font.size, trait.font.bold = Pt(taille), gras
    trait.font.color.rgb = RGBColor.from_string(couleur)
    trait.font._rPr.set("lang", LANGUE)  # the library has no property for the language of a run in French


def describe(forme, nom: str, alternative: str = "") -> None:
    """Name of a shape in the selection pane, and its text alternative."""
    proprietes = next(forme._element.iter(qn("p:cNvPr")))
    proprietes.set("name", nom)
    if alternative:
        proprietes.set("descr", alternative)


def flatten(forme) -> None:
    """A shape without the shadow and the edge that its theme style would give it."""
    style_theme = forme._element.find(qn("p:style"))
    if style_theme is not None:
        forme._element.remove(style_theme)
