"""The map of the communes on a slide: points only, their names and values stand in the bars beside it."""

import math
from collections.abc import Sequence
from urllib.parse import quote

from spapser.exports.diapositives.modele import Point
from spapser.ui.balises import t

MARGE = 1.6
RAYON = 1.5
RAYON_VIDE = 0.28
PLEIN = 'fill="#00767b" fill-opacity=".85" stroke="#fff" stroke-width=".08"'
VIDE = 'fill="none" stroke="#6b7780" stroke-width=".16"'


def write_carte(points: Sequence[Point], alternative: str) -> str:
    """A drawing in kilometres, north upwards; the area of a full point follows its value. An image: pages refuse inline SVG."""
    largeur, hauteur = (max(axe) + 2 * MARGE for axe in ([p.x for p in points], [p.y for p in points]))
    ronds = "".join(write_point(point, hauteur) for point in points)
    dessin = (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {largeur:.2f} {hauteur:.2f}" '
              f'width="{10 * largeur:.0f}" height="{10 * hauteur:.0f}">{ronds}</svg>')
    return f'<img class="carte" src="data:image/svg+xml,{quote(dessin)}" alt="{t(alternative)}">'


def write_point(point: Point, hauteur: float) -> str:
    """A full point for a value, a small hollow one without."""
    place = f'cx="{point.x + MARGE:.2f}" cy="{hauteur - point.y - MARGE:.2f}"'
    if point.part is None:
        return f'<circle {VIDE} {place} r="{RAYON_VIDE}"/>'
    return f'<circle {PLEIN} {place} r="{RAYON * math.sqrt(point.part):.2f}"/>'
