"""Charts as PNG: the SVG of each, set on a page of its own size."""

from collections.abc import Sequence
from pathlib import Path

from spapser.exports.bilan import Bilan, GraphiqueBilan
from spapser.exports.composition import compose
from spapser.exports.images.svg import LARGEUR, draw_svg

MODELE = Path(__file__).with_name("planche.typ")
FINESSE = 191.99  # a hair under twice 96: typst rounds its drawing up to the very pixels of the page, and none is lost


def draw_png(graphique: GraphiqueBilan, bilan: Bilan, cadre: bool = True) -> bytes:
    """The chart as PNG, twice the pixels of the SVG."""
    return draw_pngs((graphique,), bilan, cadre)[0]


def draw_pngs(graphiques: Sequence[GraphiqueBilan], bilan: Bilan, cadre: bool = True, largeur: int = LARGEUR) -> list[bytes]:
    """Several charts as PNG in one go, in the same order: much faster than one by one."""
    if not graphiques:
        return []
    dessins = [draw_svg(graphique, bilan, cadre, largeur) for graphique in graphiques]
    images = compose(MODELE, {"images": dessins}, format="png", ppi=FINESSE)
    return [images] if isinstance(images, bytes) else images
