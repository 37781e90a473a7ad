"""Sorted horizontal bars of a breakdown, each label above its bar so that nothing is cut on a phone."""

from collections.abc import Sequence

import plotly.graph_objects as go

from spapser.charts.donnee import format_comme, is_connu, keep_connues, list_dimensions, read_nom
from spapser.charts.echelle import find_maximum
from spapser.charts.feuille import Feuille, build_vide, explain_vide
from spapser.charts.legende import find_categorie, write_legende
from spapser.charts.style import TAILLE, build_axe
from spapser.charts.texte import escape_texte, join_parties, measure_texte, wrap_texte
from spapser.suivi.mesure import Mesure

EPAISSEUR = 18


def draw_barres(mesures: Sequence[Mesure]) -> go.Figure:
    """Longest bar first, unknown values last; one look per dimension when there are several."""
    if not keep_connues(mesures):
        return build_vide(explain_vide(mesures))
    dimensions = list_dimensions(mesures)
    maximum = find_maximum([mesure.valeur for mesure in mesures], "")
    feuille = Feuille()
    if len(dimensions) > 1:
        write_legende(feuille, [dimension or "Sans catégorie" for dimension in dimensions], maximum)
        feuille.y += 10
    for mesure in sorted(mesures, key=rank_mesure):
        draw_barre(feuille, mesure, dimensions.index(mesure.dimension))
    longueur = max(measure_texte(format_comme(mesure, mesure.valeur)) for mesure in mesures)
    return feuille.build_figure(build_axe(0, maximum), droite=longueur + 12)


def rank_mesure(mesure: Mesure) -> tuple[bool, float]:
    """Sort key: known values from the highest, then the unknown ones."""
    connu = is_connu(mesure.valeur)
    return (not connu, -mesure.valeur if connu else 0)


def draw_barre(feuille: Feuille, mesure: Mesure, rang: int) -> None:
    """Label, bar, value at the end of the bar."""
    feuille.write(wrap_texte(read_nom(mesure)), TAILLE)
    feuille.y += 2
    milieu = feuille.y + EPAISSEUR / 2
    texte = format_comme(mesure, mesure.valeur)
    longueur = max(mesure.valeur, 0) if is_connu(mesure.valeur) else 0
    if longueur:
        survol = join_parties([read_nom(mesure), mesure.dimension, texte])
        feuille.bars([longueur], [milieu], EPAISSEUR, find_categorie(rang).marker, [survol])
    feuille.note(f"<b>{escape_texte(texte)}</b>", longueur, milieu, TAILLE, xanchor="left", yanchor="middle",
                 xshift=6 if longueur else 0)
    feuille.y += EPAISSEUR + 12
