"""Charts as PNG: the SVG of each, set on a page of its own size."""

from collections.abc import Sequence
from pathlib import Path

from spapser.exports.bilan import Bilan, GraphiqueBilan
from spapser.exports.composition import compose
from spapser.exports.images.svg import LARGEUR, draw_svg

MODELE = Path(__file__).with_name("planche.typ")
DOUBLE = 2
# A hair under the pixels wanted: typst rounds its drawing up to the very pixels of the page, and none is lost.
POUCE, CHEVEU = 96, 0.01


def draw_png(graphique: GraphiqueBilan, bilan: Bilan, cadre: bool = True) -> bytes:
    """The chart as PNG, twice the pixels of the SVG."""
    return draw_pngs((graphique,), bilan, cadre)[0]


def draw_pngs(graphiques: Sequence[GraphiqueBilan], bilan: Bilan, cadre: bool = True, largeur: int = LARGEUR,
              echelle: float = DOUBLE) -> list[bytes]:
    """Several charts as PNG in one go, in the same order; `echelle`: dots for each pixel of the SVG."""
    if not graphiques:
        return []
    dessins = [draw_svg(graphique, bilan, cadre, largeur) for graphique in graphiques]
    images = compose(MODELE, {"images": dessins}, format="png", ppi=POUCE * echelle - CHEVEU)
    return [images] if isinstance(images, bytes) else images
