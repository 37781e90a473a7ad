"""How it is drawn: measures -> figures. The only room that knows Plotly; every text shown is French."""

from collections.abc import Callable, Sequence

import plotly.graph_objects as go

from spapser.charts.alternative import describe, describe_frise
from spapser.charts.barres import draw_barres
from spapser.charts.cible import draw_cible
from spapser.charts.configuration import CONFIG
from spapser.charts.evolution import draw_evolution
from spapser.charts.frise import draw_frise
from spapser.charts.multiples import draw_multiple
from spapser.charts.part import draw_part
from spapser.charts.territoire import draw_territoire
from spapser.suivi.mesure import Mesure

CHARTS: dict[str, Callable[[Sequence[Mesure]], go.Figure]] = {
    "cible": draw_cible,
    "evolution": draw_evolution,
    "barres": draw_barres,
    "part": draw_part,
}

__all__ = ["CHARTS", "CONFIG", "describe", "describe_frise", "draw_frise", "draw_multiple", "draw_territoire"]
