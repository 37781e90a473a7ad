"""Timeline: one row per milestone, words above the mark, years across the sheet."""

from collections.abc import Sequence
from datetime import date

import plotly.graph_objects as go

from spapser.charts.feuille import Feuille, build_vide
from spapser.charts.style import ACCENT, FILET, GRILLE, GRIS, TAILLE_NOTE, TEAL, build_axe
from spapser.charts.texte import escape_texte, join_parties
from spapser.suivi.jalon import Periode, format_date, format_etat, read_periode, sort_jalons
from spapser.suivi.mesure import Jalon

ETIQUETTES = 8
SANS_JALON = "Aucun jalon publié."
MARQUES = {
    "realise": {"symbol": "circle", "size": 14, "color": TEAL},
    "annonce": {"symbol": "diamond", "size": 14, "color": "#ffffff", "line": {"color": TEAL, "width": 3}},
    "non_realise": {"symbol": "x", "size": 12, "color": ACCENT},
}
COULEURS = {"realise": TEAL, "annonce": TEAL, "non_realise": ACCENT}
HACHURE = "2px,4px"


def draw_frise(jalons: Sequence[Jalon]) -> go.Figure:
    """Milestones from the earliest to the latest; intervals are thick segments, states are shapes and words."""
    if not jalons:
        return build_vide(SANS_JALON)
    feuille = Feuille()
    periodes = [periode for periode in map(read_periode, jalons) if periode]
    annees = list_annees(periodes)
    write_annees(feuille, annees)
    for jalon in sort_jalons(jalons):
        draw_jalon(feuille, jalon, annees)
    draw_grille(feuille, annees)
    if not periodes:
        return feuille.build_figure()
    debut, fin = f"{annees[0]}-01-01", f"{annees[-1] + 1}-01-01"
    return feuille.build_figure(build_axe(debut, fin, type="date"), droite=10)


def list_annees(periodes: Sequence[Periode]) -> range:
    """Every year from the first milestone to the last, none without a date."""
    if not periodes:
        return range(0)
    return range(min(periode.debut.year for periode in periodes), max(periode.fin.year for periode in periodes) + 1)


def write_annees(feuille: Feuille, annees: range) -> None:
    """Years in words at the top, each in the middle of its own span."""
    pas = -(-len(annees) // ETIQUETTES) or 1
    for annee in annees[::pas]:
        feuille.note(str(annee), f"{annee}-07-02", 0, TAILLE_NOTE, yanchor="top", opacity=0.85)
    feuille.y += 26 if annees else 0


def draw_grille(feuille: Feuille, annees: range) -> None:
    """A faint upright line at each first of January."""
    for annee in [*annees, annees[-1] + 1] if annees else []:
        feuille.line(f"{annee}-01-01", f"{annee}-01-01", 0, feuille.y, GRILLE, 1, layer="below")


def draw_jalon(feuille: Feuille, jalon: Jalon, annees: range) -> None:
    """Title, date and state in words, then the track with its segment and mark."""
    feuille.write_label(jalon.titre)
    feuille.write(join_parties([format_date(jalon), format_etat(jalon), jalon.lieu]))
    periode = read_periode(jalon)
    if periode:
        y = feuille.y + 13
        feuille.line(f"{annees[0]}-01-01", f"{annees[-1] + 1}-01-01", y, y, FILET, 1, layer="below")
        draw_marque(feuille, jalon, periode, y)
    feuille.y += 34


def draw_marque(feuille: Feuille, jalon: Jalon, periode: Periode, y: float) -> None:
    """The segment of an interval, and the shape of the state in its middle."""
    if periode.fin > periode.debut:
        couleur = COULEURS.get(jalon.etat, GRIS)
        feuille.line(periode.debut.isoformat(), periode.fin.isoformat(), y, y, couleur, 8, layer="below")
        if jalon.etat != "realise":
            feuille.formes[-1]["line"]["dash"] = HACHURE
    milieu = date.fromordinal((periode.debut.toordinal() + periode.fin.toordinal()) // 2)
    survol = f"{join_parties([jalon.titre])}<br>{escape_texte(format_date(jalon))} · {escape_texte(format_etat(jalon))}"
    marque = MARQUES.get(jalon.etat, {"symbol": "square", "size": 12, "color": GRIS})
    feuille.points([milieu.isoformat()], [y], marque, [survol])
