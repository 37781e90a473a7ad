"""The empty deck: 16:9, the colours and font of the house in its theme, one layout with a title, French."""

import re

from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.util import Inches, Length

LARGEUR, HAUTEUR = Inches(13.333), Inches(7.5)
MARGE = Inches(0.58)
TITRE = (MARGE, Inches(0.62), LARGEUR - 2 * MARGE, Inches(1.15))
TEAL, NUIT, ACCENT, GRIS, DOUX, ENCRE, BLANC, FOND = (
    "00707B", "00545C", "B34000", "6B7780", "4B5B60", "1B2A2E", "FFFFFF", "F3F7F7")
COULEURS = {"dk2": ENCRE, "lt2": FOND, "accent1": TEAL, "accent2": ACCENT, "accent3": GRIS, "accent4": "B88A2A",
            "accent5": "5A5F9E", "accent6": "8A5A3C", "hlink": "005A8C"}
POLICE = "Arial"  # on every machine, and Liberation Sans has its exact widths
LANGUE = "fr-FR"
TITRE_SEUL = 5


def open_fond():
    """A presentation without slides; its only kept layout is « title only », placed for 16:9."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = LARGEUR, HAUTEUR
    dress_theme(presentation)
    keep_layout(presentation)
    return presentation


def dress_theme(presentation) -> None:
    """Colours and font of the theme, so that whatever staff add afterwards looks the same."""
    theme = presentation.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    xml = theme.blob.decode()
    for nom, couleur in COULEURS.items():
        xml = re.sub(rf"(<a:{nom}>)<a:\w+ [^>]*/>", rf'\1<a:srgbClr val="{couleur}"/>', xml)
    xml = re.sub(r'(<a:latin typeface=")[^"]*"', rf'\1{POLICE}"', xml)
    theme._blob = xml.encode()  # the library keeps themes as bytes and offers no setter


def keep_layout(presentation) -> None:
    """Remove the layouts drawn for 4:3, place the title of the one that stays."""
    gardee = presentation.slide_layouts[TITRE_SEUL]
    gardee.name = "Titre seul"
    for autre in list(presentation.slide_layouts):
        if autre is not gardee:
            presentation.slide_layouts.remove(autre)
    for forme in [*gardee.placeholders, *presentation.slide_master.placeholders]:
        if forme.placeholder_format.type in (1, 3):
            place(forme, *TITRE)
            align(forme)
        elif forme.placeholder_format.idx >= 10 or forme.placeholder_format.type == 2:
            forme.element.getparent().remove(forme.element)


def align(titre) -> None:
    """The title from the left edge and from the top, in the size of the house, for every slide of the layout."""
    cadre = titre.text_frame
    cadre.vertical_anchor, cadre.word_wrap = MSO_ANCHOR.TOP, True
    cadre.margin_left = cadre.margin_right = cadre.margin_top = cadre.margin_bottom = 0
    for niveau in titre.part._element.iter(qn("p:titleStyle")):
        niveau[0].set("algn", "l")
    cadre.paragraphs[0].alignment = PP_ALIGN.LEFT


def place(forme, gauche: Length, haut: Length, largeur: Length, hauteur: Length) -> None:
    """Put a shape where it goes."""
    forme.left, forme.top, forme.width, forme.height = gauche, haut, largeur, hauteur
