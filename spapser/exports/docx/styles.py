"""The styles of the document: those that Word knows by name, so that a change of style changes the whole report."""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

POLICE = "Arial"
TEAL, ENCRE, DOUX, ALERTE = "00626B", "1B2A2E", "4C5A63", "B34000"
# Name: size in points, colour, bold, space before and after in points.
CONNUS = {
    "Normal": (10.5, ENCRE, False, 0, 6), "Title": (30, TEAL, True, 0, 8), "Subtitle": (14, ENCRE, False, 0, 18),
    "Heading 1": (20, TEAL, True, 18, 8), "Heading 2": (13.5, ENCRE, True, 14, 6), "Heading 3": (11, ENCRE, True, 10, 4),
    "Caption": (9, DOUX, True, 6, 3), "List Bullet": (10.5, ENCRE, False, 0, 4), "Header": (8.5, DOUX, False, 0, 0),
    "Footer": (8.5, DOUX, False, 0, 0)}
NOUVEAUX = {
    "Chapeau": (13, ENCRE, False, 4, 12), "Promesse": (11.5, ENCRE, False, 4, 10), "Source": (8.5, DOUX, False, 3, 10),
    "Alerte": (10.5, ALERTE, False, 0, 4), "Tableau": (9, ENCRE, False, 1, 1), "Tableau petit": (8.5, ENCRE, False, 0, 0)}


def prepare_styles(document: Document) -> None:
    """Face, sizes, colours and French for every style."""
    for nom, aspect in (CONNUS | NOUVEAUX).items():
        style = document.styles[nom] if nom in CONNUS else document.styles.add_style(nom, WD_STYLE_TYPE.PARAGRAPH)
        set_aspect(style, *aspect)
    langue = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    for attribut in ("w:val", "w:eastAsia"):
        langue.set(qn(attribut), "fr-FR")
    cesure = OxmlElement("w:autoHyphenation")
    document.settings.element.find(qn("w:defaultTabStop")).addprevious(cesure)


def set_aspect(style, taille: float, couleur: str, gras: bool, avant: float, apres: float) -> None:
    """Look of one style; headings and captions stay with what follows."""
    style.font.name, style.font.size, style.font.bold, style.font.italic = POLICE, Pt(taille), gras, False
    style.font.color.rgb = RGBColor.from_string(couleur)
    drop_extras(style)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(avant), Pt(apres)
    if style.name.startswith(("Heading", "Caption")):
        style.paragraph_format.keep_with_next = True


def drop_extras(style) -> None:
    """Take away what the library's own template adds: face of the theme, ruled title, spaced letters, tab stops."""
    for nom in ("w:pBdr", "w:tabs"):
        for element in style.element.findall(f"./{qn('w:pPr')}/{qn(nom)}"):
            element.getparent().remove(element)
    for element in style.element.findall(f"./{qn('w:rPr')}/{qn('w:spacing')}"):
        element.getparent().remove(element)
    polices = style.element.rPr.rFonts
    for attribut in [cle for cle in polices.attrib if cle.endswith("Theme")]:
        del polices.attrib[attribut]
    polices.set(qn("w:hAnsi"), POLICE)
    polices.set(qn("w:cs"), POLICE)
