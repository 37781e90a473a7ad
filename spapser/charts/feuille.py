"""A sheet measured in pixels from the top: charts write and draw on it row by row, whatever the width of the screen."""

from collections.abc import Iterable, Sequence

import plotly.graph_objects as go

from spapser.charts.style import INTERLIGNE, TAILLE, TAILLE_LABEL, build_axe, build_layout
from spapser.charts.texte import embolden, wrap_texte
from spapser.suivi.mesure import Mesure

SANS_DONNEE = "Aucune donnée publiée pour cette année."
TOUT_SECRET = "Toutes les valeurs de cette figure sont au secret statistique."


class Feuille:
    """A cursor `y` that goes down in pixels, and what was laid on the way. One unit of the y axis is one pixel."""

    def __init__(self) -> None:
        self.y: float = 0
        self.traces: list[dict] = []
        self.formes: list[dict] = []
        self.annotations: list[dict] = []

    def write(self, texte: str, taille: int = TAILLE, retrait: float = 0, **options) -> None:
        """Write escaped text from the left edge (or a share of the width away) and move the cursor below it."""
        self.note(texte, retrait, self.y, taille, xref="paper", xanchor="left", yanchor="top", **options)
        self.y += (texte.count("<br>") + 1) * taille * INTERLIGNE

    def write_label(self, texte: str) -> None:
        """Write a raw label, folded and bold, above what it names."""
        self.write(embolden(wrap_texte(texte)), TAILLE_LABEL)

    def note(self, texte: str, x, y: float, taille: int = TAILLE, **options) -> None:
        """Lay escaped text at a place without moving the cursor."""
        base = {"x": x, "y": y, "xref": "x", "yref": "y", "text": texte, "showarrow": False, "borderpad": 0,
                "align": "left", "font": {"size": taille}}
        self.annotations.append(base | options)

    def rectangle(self, x0: float, x1: float, y0: float, y1: float, couleur: str, **options) -> None:
        """Fill a rectangle; with `xanchor`, x0 and x1 are pixels from that point."""
        base = {"type": "rect", "xref": "x", "yref": "y", "x0": x0, "x1": x1, "y0": y0, "y1": y1, "fillcolor": couleur,
                "line": {"width": 0}}
        if "xanchor" in options:
            base["xsizemode"] = "pixel"
        self.formes.append(base | options)

    def line(self, x0, x1, y0: float, y1: float, couleur: str, epaisseur: float = 1, **options) -> None:
        """Draw a straight line; with `xanchor`, x0 and x1 are pixels from that point."""
        base = {"type": "line", "xref": "x", "yref": "y", "x0": x0, "x1": x1, "y0": y0, "y1": y1,
                "line": {"color": couleur, "width": epaisseur}}
        if "xanchor" in options:
            base["xsizemode"] = "pixel"
        self.formes.append(base | options)

    def bars(self, x: Sequence[float], y: Sequence[float], epaisseur: float, marker: dict, survol: Sequence[str],
             base: Sequence[float] | None = None) -> None:
        """Lay horizontal bars centred on `y`, with an escaped French hover text each."""
        self.traces.append({
            "type": "bar", "orientation": "h", "x": list(x), "y": list(y), "base": list(base) if base else 0,
            "width": [epaisseur] * len(x), "marker": marker, "hovertext": list(survol), "textposition": "none",
            "hovertemplate": "%{hovertext}<extra></extra>"})

    def points(self, x: Sequence, y: Sequence[float], marker: dict, survol: Sequence[str]) -> None:
        """Lay marks, with an escaped French hover text each."""
        self.traces.append({
            "type": "scatter", "mode": "markers", "x": list(x), "y": list(y), "marker": marker, "cliponaxis": False,
            "hovertext": list(survol), "hovertemplate": "%{hovertext}<extra></extra>"})

    def build_figure(self, axe_x: dict | None = None, droite: float = 2) -> go.Figure:
        """The figure, as high as what was laid on the sheet."""
        hauteur = max(self.y, 1)
        layout = build_layout(hauteur, droite) | {
            "xaxis": axe_x or build_axe(0, 1), "yaxis": build_axe(hauteur, 0),
            "shapes": self.formes, "annotations": self.annotations}
        return go.Figure({"data": self.traces, "layout": layout})


def explain_vide(mesures: Iterable[Mesure]) -> str:
    """What stands in the place of a chart without any value: nothing is known, or all is hidden."""
    return TOUT_SECRET if any(mesure.secret is not None for mesure in mesures) else SANS_DONNEE


def build_vide(message: str = SANS_DONNEE) -> go.Figure:
    """The empty state: one French line, still a valid figure."""
    feuille = Feuille()
    feuille.y = 14
    feuille.write(wrap_texte(message, 46), opacity=0.85)
    feuille.y += 14
    return feuille.build_figure()
