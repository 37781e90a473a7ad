"""One small multiple: two years, a line between them, the target as a dash."""

import plotly.graph_objects as go

from spapser.charts.donnee import format_cible, format_comme, format_precedente, is_connu, read_nom
from spapser.charts.echelle import find_maximum
from spapser.charts.feuille import Feuille
from spapser.charts.style import ACCENT, FILET, GRIS, TAILLE_NOTE, TEAL, build_axe
from spapser.charts.texte import embolden, escape_texte, join_parties, wrap_texte
from spapser.suivi.mesure import Mesure
from spapser.typographie import INSECABLE

HAUTEUR_TRACE = 54
GAUCHE, DROITE = 0.06, 0.80


def draw_multiple(mesure: Mesure) -> go.Figure:
    """Label and numbers in words, then the tiny zero-based chart of the two years."""
    feuille = Feuille()
    feuille.write(embolden(wrap_texte(read_nom(mesure), 42)), 13)
    feuille.write(write_nombres(mesure), TAILLE_NOTE)
    feuille.y += 10
    cible = mesure.cible.valeur if mesure.cible else None
    maximum = find_maximum([mesure.valeur, mesure.precedente, cible], "")
    sol = feuille.y + HAUTEUR_TRACE
    feuille.line(0, DROITE + 0.06, sol, sol, FILET)
    draw_cible(feuille, cible, sol, maximum)
    draw_annees(feuille, mesure, sol, maximum)
    feuille.y = sol + 20
    return feuille.build_figure(build_axe(0, 1))


def write_nombres(mesure: Mesure) -> str:
    """« 2024 : 75 % · 2023 : 58 % · cible 58 % », the year's value in bold."""
    valeur = f"{mesure.annee}{INSECABLE}: {format_comme(mesure, mesure.valeur)}"
    suite = join_parties([valeur, format_precedente(mesure), format_cible(mesure)], 48)
    tete = escape_texte(valeur)
    return f"<b>{tete}</b>{suite.removeprefix(tete)}" if suite.startswith(tete) else suite


def find_hauteur(valeur: float, sol: float, maximum: float) -> float:
    """Place of a value above the ground line, in pixels of the sheet."""
    return sol - max(valeur, 0) / maximum * HAUTEUR_TRACE


def draw_cible(feuille: Feuille, cible: float | None, sol: float, maximum: float) -> None:
    """The target: a dashed line with its name at the end."""
    if not is_connu(cible):
        return
    y = find_hauteur(cible, sol, maximum)
    feuille.line(0, DROITE + 0.06, y, y, ACCENT, 2)
    feuille.formes[-1]["line"]["dash"] = "5px,4px"
    feuille.note("cible", DROITE + 0.06, y, TAILLE_NOTE, xanchor="left", yanchor="middle", xshift=6)


def draw_annees(feuille: Feuille, mesure: Mesure, sol: float, maximum: float) -> None:
    """A hollow dot for last year, a filled one for the year, their years under the ground line."""
    avant, apres = mesure.precedente, mesure.valeur
    annee = mesure.annee_precedente or mesure.annee - 1
    if is_connu(avant) and is_connu(apres):
        hauteurs = [find_hauteur(valeur, sol, maximum) for valeur in (avant, apres)]
        feuille.line(GAUCHE, DROITE, *hauteurs, TEAL, 2, layer="below")
    if is_connu(avant):
        marque = {"symbol": "circle", "size": 11, "color": "#ffffff", "line": {"color": GRIS, "width": 3}}
        feuille.points([GAUCHE], [find_hauteur(avant, sol, maximum)], marque, [escape_texte(format_precedente(mesure))])
        feuille.note(str(annee), GAUCHE, sol + 4, TAILLE_NOTE, yanchor="top", opacity=0.85)
    if is_connu(apres):
        survol = escape_texte(f"{mesure.annee}{INSECABLE}: {format_comme(mesure, apres)}")
        marque = {"symbol": "circle", "size": 13, "color": TEAL}
        feuille.points([DROITE], [find_hauteur(apres, sol, maximum)], marque, [survol])
    feuille.note(str(mesure.annee), DROITE, sol + 4, TAILLE_NOTE, yanchor="top", opacity=0.85)
