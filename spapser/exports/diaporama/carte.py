"""The map of the communes as native shapes: one oval a commune, named after it."""

import math
from collections.abc import Sequence

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Emu, Pt

from spapser.exports.diaporama.fond import BLANC, GRIS, TEAL
from spapser.exports.diaporama.texte import describe, flatten
from spapser.exports.diapositives import Diapositive
from spapser.exports.diapositives.modele import Point

MARGE, RAYON, RAYON_VIDE = 1.6, 1.5, 0.28


def add_carte(page, diapositive: Diapositive, cadre: Sequence) -> None:
    """A group of ovals within left, top, width and height, north upwards; nothing without communes."""
    points = diapositive.points
    if not points:
        return
    gauche, haut, largeur, hauteur = cadre
    est, nord = max(p.x for p in points) + 2 * MARGE, max(p.y for p in points) + 2 * MARGE
    echelle = min(largeur / est, hauteur / nord)
    depart = gauche + (largeur - est * echelle) / 2
    groupe = page.shapes.add_group_shape()
    for point in points:
        add_point(groupe, point, depart + (point.x + MARGE) * echelle, haut + (nord - point.y - MARGE) * echelle, echelle)
    describe(groupe, "Carte des communes", diapositive.graphique.alternative)


def add_point(groupe, point: Point, x: float, y: float, echelle: float) -> None:
    """A full oval whose area follows the value, a small hollow one without."""
    rayon = (RAYON_VIDE if point.part is None else RAYON * math.sqrt(point.part)) * echelle
    forme = groupe.shapes.add_shape(MSO_SHAPE.OVAL, Emu(int(x - rayon)), Emu(int(y - rayon)), Emu(int(2 * rayon)),
                                    Emu(int(2 * rayon)))
    describe(forme, point.nom)
    flatten(forme)
    forme.line.width = Pt(1.25)
    if point.part is None:
        forme.fill.background()
        forme.line.color.rgb = RGBColor.from_string(GRIS)
    else:
        forme.fill.solid()
        forme.fill.fore_color.rgb = RGBColor.from_string(TEAL)
        forme.line.color.rgb = RGBColor.from_string(BLANC)
