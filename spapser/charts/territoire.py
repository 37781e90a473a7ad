"""Map of the communes from their centroids: circles whose area follows the value, offline, no background."""

import math
from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from spapser.charts.commune import POSITIONS, Lieu, normalise_nom, place_communes, write_etiquette
from spapser.charts.donnee import format_comme, is_connu, keep_connues, read_nom
from spapser.charts.feuille import build_vide, explain_vide
from spapser.charts.style import GRIS, TAILLE_NOTE, TEAL, build_axe, build_layout
from spapser.charts.texte import escape_texte, join_parties
from spapser.suivi.mesure import Mesure
from spapser.typographie import INSECABLE, MANQUANT, SYMBOLES, format_nombre, format_unite

HAUTEUR = 420
DIAMETRE = 38
OUEST, EST, SUD, NORD = 4.4, 2.8, 0.8, 2.0


def draw_territoire(mesures: Sequence[Mesure], communes: Sequence[Mapping]) -> go.Figure:
    """One circle per commune with a value, a hollow dot for the others, and in words what has no place on the map."""
    if not keep_connues(mesures) or not communes:
        return build_vide(explain_vide(mesures))
    lieux = place_communes(communes)
    placees, ailleurs = match_mesures(mesures, lieux)
    vides = [(lieu, placees.get(cle)) for cle, lieu in lieux.items() if cle not in placees or not is_connu(placees[cle].valeur)]
    pleins = [(lieux[cle], mesure) for cle, mesure in placees.items() if is_connu(mesure.valeur)]
    note = write_note(mesures, ailleurs, bool(vides))
    bas = 12 + 16 * (note.count("<br>") + 1)
    layout = build_layout(HAUTEUR, bas=bas) | build_cadre(list(lieux.values())) | {"annotations": [{
        "text": note, "xref": "paper", "yref": "paper", "x": 0, "y": 0, "xanchor": "left", "yanchor": "top",
        "yshift": -8, "align": "left", "showarrow": False, "borderpad": 0, "font": {"size": TAILLE_NOTE}}]}
    return go.Figure({"data": [draw_vides(vides), draw_cercles(pleins)], "layout": layout})


def match_mesures(mesures: Sequence[Mesure], lieux: Mapping[str, Lieu]) -> tuple[dict[str, Mesure], list[Mesure]]:
    """Measures by commune, and those of no commune of the map or of one already taken."""
    placees: dict[str, Mesure] = {}
    ailleurs = []
    for mesure in mesures:
        cle = normalise_nom(mesure.modalite)
        if cle in lieux and cle not in placees:
            placees[cle] = mesure
        else:
            ailleurs.append(mesure)
    return placees, ailleurs


def build_cadre(lieux: Sequence[Lieu]) -> dict:
    """Axes in kilometres, one kilometre the same length both ways."""
    x, y = [lieu.x for lieu in lieux], [lieu.y for lieu in lieux]
    return {"xaxis": build_axe(min(x) - OUEST, max(x) + EST),
            "yaxis": build_axe(min(y) - SUD, max(y) + NORD, scaleanchor="x", scaleratio=1)}


def draw_vides(vides: Sequence[tuple[Lieu, Mesure | None]]) -> dict:
    """Small hollow dots where nothing is known, or where it is hidden."""
    lieux = [lieu for lieu, _ in vides]
    return {"type": "scatter", "mode": "markers", "x": [lieu.x for lieu in lieux], "y": [lieu.y for lieu in lieux],
            "marker": {"symbol": "circle-open", "size": 7, "color": GRIS, "line": {"width": 1.5, "color": GRIS}},
            "hovertext": [f"{escape_texte(lieu.nom)}{INSECABLE}: {escape_texte(mesure.texte if mesure else MANQUANT)}"
                          for lieu, mesure in vides],
            "hovertemplate": "%{hovertext}<extra></extra>"}


def draw_cercles(pleins: Sequence[tuple[Lieu, Mesure]]) -> dict:
    """Circles with their name and value; the largest first so that no small one is hidden."""
    pleins = sorted(pleins, key=lambda couple: -couple[1].valeur)
    sommet = max((mesure.valeur for _, mesure in pleins), default=0) or 1
    tailles = [DIAMETRE * math.sqrt(max(mesure.valeur, 0) / sommet) for _, mesure in pleins]
    return {"type": "scatter", "mode": "markers+text", "cliponaxis": False,
            "x": [lieu.x for lieu, _ in pleins], "y": [lieu.y for lieu, _ in pleins],
            "marker": {"symbol": "circle", "size": tailles, "sizemode": "diameter", "sizemin": 3, "color": TEAL,
                       "opacity": 1, "line": {"color": "#ffffff", "width": 1}},
            "text": [write_etiquette(lieu.nom, write_valeur(mesure)) for lieu, mesure in pleins],
            "textposition": [POSITIONS.get(normalise_nom(lieu.nom), "top center") for lieu, _ in pleins],
            "textfont": {"size": TAILLE_NOTE},
            "hovertext": [f"{escape_texte(lieu.nom)}{INSECABLE}: {escape_texte(format_comme(mesure, mesure.valeur))}"
                          for lieu, mesure in pleins],
            "hovertemplate": "%{hovertext}<extra></extra>"}


def write_valeur(mesure: Mesure) -> str:
    """The number alone, with its symbol when the unit has one."""
    if mesure.indicateur.unite in SYMBOLES:
        return format_comme(mesure, mesure.valeur)
    return format_nombre(mesure.valeur, mesure.indicateur.decimales)


def write_note(mesures: Sequence[Mesure], ailleurs: Sequence[Mesure], vides: bool) -> str:
    """How to read the circles, and the measures that have no place on the map."""
    unite = format_unite(mesures[0].indicateur.unite)
    phrases = [f"Surface du cercle proportionnelle à la valeur ({unite})." if unite else
               "Surface du cercle proportionnelle à la valeur."]
    if vides:
        secrets = " ou secret statistique" if any(mesure.secret is not None for mesure in mesures) else ""
        phrases.append(f"Petit cercle vide : aucune valeur publiée{secrets}.")
    lignes = [join_parties(phrases, 60, " ")]
    if ailleurs:
        hors = [f"{read_nom(mesure)} {format_comme(mesure, mesure.valeur)}" for mesure in ailleurs]
        lignes.append(join_parties([f"Hors de la carte{INSECABLE}: {hors[0]}", *hors[1:]], 50))
    return "<br>".join(lignes)
