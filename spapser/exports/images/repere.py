"""From the coordinates of a figure to the pixels of an image of a given width."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Axe:
    """A linear axis: values from `debut` to `fin` stand from pixel `depart` to pixel `arrivee`."""

    debut: float
    fin: float
    depart: float
    arrivee: float

    def place(self, valeur) -> float:
        """Pixel of a number or of an ISO date."""
        return self.depart + (read_nombre(valeur) - self.debut) / (self.fin - self.debut) * (self.arrivee - self.depart)

    @property
    def pixels(self) -> float:
        """Pixels of one unit."""
        return abs((self.arrivee - self.depart) / (self.fin - self.debut))


@dataclass(frozen=True)
class Repere:
    """The two axes of a figure and the rectangle where it is drawn; `gauche`, `droite`, `haut`, `bas` in pixels."""

    x: Axe
    y: Axe
    gauche: float
    droite: float
    haut: float
    bas: float

    def place_x(self, valeur, reference: str) -> float:
        """Pixel from the left of a value of the axis, or of a share of the width (« paper »)."""
        return self.gauche + valeur * (self.droite - self.gauche) if reference == "paper" else self.x.place(valeur)

    def place_y(self, valeur, reference: str) -> float:
        """Pixel from the top of a value of the axis, or of a share of the height (« paper », upwards)."""
        return self.bas - valeur * (self.bas - self.haut) if reference == "paper" else self.y.place(valeur)


def read_nombre(valeur) -> float:
    """A number as it is, an ISO date as a number of days."""
    return date.fromisoformat(valeur[:10]).toordinal() if isinstance(valeur, str) else float(valeur)


def build_repere(layout: dict, largeur: float) -> Repere:
    """The axes of a figure drawn `largeur` pixels wide, on the height that it asks for."""
    marge = layout["margin"]
    gauche, droite = marge["l"], largeur - marge["r"]
    haut, bas = marge["t"], layout["height"] - marge["b"]
    x, y = ([read_nombre(borne) for borne in layout[axe]["range"]] for axe in ("xaxis", "yaxis"))
    if layout["yaxis"].get("scaleanchor"):
        x, y = widen_axes(x, y, droite - gauche, bas - haut)
    return Repere(Axe(*x, gauche, droite), Axe(*y, bas, haut), gauche, droite, haut, bas)


def widen_axes(x: list[float], y: list[float], largeur: float, hauteur: float) -> tuple[list[float], list[float]]:
    """Ranges of two axes, one of them widened on both sides so that a unit has the same length both ways."""
    pas = max((x[1] - x[0]) / largeur, (y[1] - y[0]) / hauteur)
    return stretch(x, pas * largeur), stretch(y, pas * hauteur)


def stretch(bornes: list[float], etendue: float) -> list[float]:
    """The same middle, another extent."""
    milieu = sum(bornes) / 2
    return [milieu - etendue / 2, milieu + etendue / 2]
