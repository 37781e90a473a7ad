"""Bars as a native chart that PowerPoint and LibreOffice can edit: its numbers are in the workbook it carries."""

from collections.abc import Sequence

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.util import Pt

from spapser.exports.diaporama.fond import ACCENT, DOUX, ENCRE, GRIS, TEAL
from spapser.exports.diaporama.texte import describe, style
from spapser.exports.diapositives import Diapositive
from spapser.suivi.comparaison import Comparaison, Rangee
from spapser.suivi.statut import is_connu
from spapser.typographie import SYMBOLES

COULEURS = {"realise": TEAL, "cible": ACCENT, "precedente": GRIS}
MARGE_VALEUR = 1.28
MILLIERS = '[>=1000000]#"\u202f"000"\u202f"000;[>=1000]#"\u202f"000;0'


def add_graphique(page, diapositive: Diapositive, cadre: Sequence):
    """The chart of a slide: one series for the year, its target, the year before; one category a row."""
    comparaison = diapositive.comparaison
    donnees = CategoryChartData(number_format=find_format(diapositive))
    donnees.categories = [name_rangee(rangee) for rangee in comparaison.rangees]
    for role, nom in comparaison.series:
        donnees.add_series(nom, read_serie(comparaison, role))
    forme = page.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *cadre, donnees)
    describe(forme, f"Graphique {diapositive.identifiant}", diapositive.graphique.alternative)
    dress(forme.chart, comparaison)
    name_unite(forme.chart, find_unite(diapositive))
    return forme


def name_unite(graphique, unite: str) -> None:
    """The unit in words above the bars, unless each value carries its symbol."""
    graphique.has_title = bool(unite) and unite not in SYMBOLES
    if graphique.has_title:
        cadre = graphique.chart_title.text_frame
        style(cadre.paragraphs[0].add_run(), f"en {unite}", 16, DOUX)
        graphique.chart_title.include_in_layout = False


def name_rangee(rangee: Rangee) -> str:
    """The name of a category; a value that is not published is said there, since no bar can say it."""
    manques = [f"{barre.serie}\u00a0: {barre.texte}" for barre in rangee.barres if not is_connu(barre.valeur)]
    return f"{rangee.nom} ({', '.join(manques)})" if manques else rangee.nom


def read_serie(comparaison: Comparaison, role: str) -> list[float | None]:
    """The values of a series, None where it is not known."""
    return [next((b.valeur for b in rangee.barres if b.role == role and is_connu(b.valeur)), None)
            for rangee in comparaison.rangees]


def find_format(diapositive: Diapositive) -> str:
    """Number format of the labels: French thousands whatever the reader's language, and the symbol of the unit."""
    valeurs = [b.valeur for r in diapositive.comparaison.rangees for b in r.barres if is_connu(b.valeur)]
    nombre = MILLIERS if all(valeur == int(valeur) for valeur in valeurs) else "#,##0.0#"
    symbole = SYMBOLES.get(find_unite(diapositive))
    return f'{"0" if nombre == MILLIERS else nombre}"\u00a0{symbole}"' if symbole else nombre


def find_unite(diapositive: Diapositive) -> str:
    """The unit of the bars, empty when they have several."""
    unites = {mesure.indicateur.unite for mesure in diapositive.graphique.mesures}
    return unites.pop() if len(unites) == 1 else ""


def dress(graphique, comparaison: Comparaison) -> None:
    """Colours by role, values at the end of the bars, no axis of numbers, first row on top."""
    graphique.font.size, graphique.font.color.rgb = Pt(16), RGBColor.from_string(ENCRE)
    graphique.has_legend = len(comparaison.series) > 1
    if graphique.has_legend:
        graphique.legend.font.size = Pt(16)
        graphique.legend.position, graphique.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    dress_axes(graphique, comparaison)
    trace = graphique.plots[0]
    trace.gap_width, trace.overlap, trace.has_data_labels = 55, -8, True
    trace.data_labels.position, trace.data_labels.show_value = XL_LABEL_POSITION.OUTSIDE_END, True
    trace.data_labels.font.size = Pt(16)
    for (role, _), serie in zip(comparaison.series, trace.series, strict=True):
        serie.invert_if_negative = False
        paint(serie, role)


def paint(serie, role: str) -> None:
    """The colour of a role; a target is an outline: it is not achieved."""
    couleur = RGBColor.from_string(COULEURS[role])
    if role == "cible":
        serie.format.fill.background()
        serie.format.line.color.rgb, serie.format.line.width = couleur, Pt(2.5)
    else:
        serie.format.fill.solid()
        serie.format.fill.fore_color.rgb = couleur


def dress_axes(graphique, comparaison: Comparaison) -> None:
    """Names on the left, from the first row down; a hidden scale from zero with room for the values."""
    noms, nombres = graphique.category_axis, graphique.value_axis
    noms.reverse_order, noms.major_tick_mark = True, XL_TICK_MARK.NONE
    noms.format.line.color.rgb = RGBColor.from_string(GRIS)
    noms.tick_labels.font.size = Pt(16)
    nombres.has_major_gridlines, nombres.visible = False, False
    nombres.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    nombres.minimum_scale = 0
    nombres.maximum_scale = max(rangee.maximum for rangee in comparaison.rangees) * MARGE_VALEUR
