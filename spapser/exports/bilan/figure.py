"""The figure of a chart, as the screen draws it, in plain dictionaries."""

from collections.abc import Sequence

from spapser.charts import CHARTS, draw_frise, draw_territoire
from spapser.suivi import Jalon, Mesure


def draw_figure(genre: str, mesures: Sequence[Mesure], jalons: Sequence[Jalon], communes: Sequence[dict]) -> dict:
    """The figure as `{"data": […], "layout": {…}}`, in the words of `charts.feuille`: shapes, bars, marks, texts."""
    if genre == "frise":
        return draw_frise(jalons).to_plotly_json()
    if genre == "territoire":
        return draw_territoire(mesures, communes).to_plotly_json()
    return CHARTS[genre](mesures).to_plotly_json()
