"""Charts two by two across the page: each as wide as on a phone, in the column that is the shorter."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from spapser.exports.bilan import Bilan, GraphiqueBilan
from spapser.exports.images import draw_svg

LARGEUR = 350
# In pixels of drawing: what fills a page, what is enough for a pair of columns, what title and source take.
PAGE, ASSEZ, MOTS = 980, 560, 90
HAUTEUR = re.compile(r'height="(\d+)"')


@dataclass
class Planche:
    """A pair of columns that stays on one page."""

    colonnes: tuple[list[dict], list[dict]] = field(default_factory=lambda: ([], []))
    hauteurs: list[int] = field(default_factory=lambda: [0, 0])

    @property
    def rang(self) -> int:
        """The shorter column."""
        return self.hauteurs.index(min(self.hauteurs))

    def has_place(self, hauteur: int) -> bool:
        """True when a figure can be added without making a column much longer than the other."""
        limite = min(max(*self.hauteurs, ASSEZ) * 1.15, PAGE)
        return not all(self.hauteurs) or self.hauteurs[self.rang] + hauteur <= limite

    def add(self, figure: dict, hauteur: int) -> None:
        """Put a figure in the shorter column."""
        rang = self.rang
        self.colonnes[rang].append(figure)
        self.hauteurs[rang] += hauteur


def build_planches(graphiques: Sequence[GraphiqueBilan], bilan: Bilan) -> list[dict]:
    """Pairs of columns of figures, in catalogue order; a chart that is alone takes one column."""
    planches: list[Planche] = []
    for graphique in graphiques:
        svg = draw_svg(graphique, bilan, cadre=False, largeur=LARGEUR)
        hauteur = int(HAUTEUR.search(svg)[1]) + MOTS
        if not planches or not planches[-1].has_place(hauteur):
            planches.append(Planche())
        planches[-1].add(write_figure(graphique, svg), hauteur)
    return [{"genre": "planche", "colonnes": planche.colonnes} for planche in planches]


def write_figure(graphique: GraphiqueBilan, svg: str) -> dict:
    """A figure with its title, its words for who does not see it, its source and its identifier."""
    lecture = f"{graphique.lecture} " if graphique.lecture else ""
    return {"titre": graphique.titre, "svg": svg, "alternative": graphique.alternative,
            "source": f"{lecture}Source : {graphique.source}.", "identifiant": graphique.identifiant}
