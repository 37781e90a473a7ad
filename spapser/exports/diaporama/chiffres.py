"""Key figures as cards of native shapes, three in a row."""

from collections.abc import Sequence

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Inches

from spapser.exports.diaporama.fond import DOUX, ENCRE, FOND, GRIS, TEAL
from spapser.exports.diaporama.texte import describe, flatten, style, write
from spapser.exports.diapositives import Diapositive
from spapser.suivi import Mesure
from spapser.suivi.phrase import describe_evolution, format_taux

COLONNES, ECART = 3, Inches(0.2)


def add_chiffres(page, diapositive: Diapositive, cadre: Sequence) -> None:
    """One card a figure within left, top, width and height."""
    gauche, haut, largeur, hauteur = cadre
    rangs = -(-len(diapositive.chiffres) // COLONNES)
    pas_x = (largeur + ECART) // COLONNES
    pas_y = min((hauteur + ECART) // max(rangs, 1), Inches(2.5))
    for rang, mesure in enumerate(diapositive.chiffres):
        place = (gauche + rang % COLONNES * pas_x, haut + rang // COLONNES * pas_y)
        add_carte(page, mesure, (*place, pas_x - ECART, pas_y - ECART))


def add_carte(page, mesure: Mesure, cadre: Sequence) -> None:
    """A figure, what it counts, its target or its movement."""
    forme = page.shapes.add_shape(MSO_SHAPE.RECTANGLE, *cadre)
    describe(forme, mesure.indicateur.libelle)
    flatten(forme)
    forme.fill.solid()
    forme.fill.fore_color.rgb = RGBColor.from_string(FOND)
    forme.line.color.rgb = RGBColor.from_string(GRIS)
    texte = forme.text_frame
    write(texte, [mesure.texte], 34, TEAL, gras=True, espace=4)
    texte.vertical_anchor = MSO_ANCHOR.MIDDLE
    texte.margin_left = texte.margin_right = Inches(0.2)
    suite = format_taux(mesure) if mesure.taux is not None else describe_evolution(mesure)
    for ligne, couleur in ((mesure.indicateur.libelle, ENCRE), (suite, DOUX)):
        if ligne:
            style(texte.add_paragraph().add_run(), ligne, 18, couleur)
    for paragraphe in texte.paragraphs:
        paragraphe.alignment = PP_ALIGN.LEFT
