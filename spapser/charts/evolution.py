"""Dumbbell from one year to the next: hollow dot, line, filled dot, and the reference marks."""

from collections.abc import Sequence

import plotly.graph_objects as go

from spapser.charts.donnee import format_comme, format_precedente, has_one_unite, is_connu, keep_connues, read_nom
from spapser.charts.echelle import Echelle, compute_communes
from spapser.charts.feuille import Feuille, build_vide
from spapser.charts.style import ACCENT, FILET, GRIS, TAILLE_NOTE, TEAL, build_axe
from spapser.charts.texte import embolden, escape_texte, join_parties
from spapser.suivi.mesure import Mesure
from spapser.typographie import INSECABLE

ETAGE = 18
GRADUATIONS = (0, 25, 50, 75, 100)


def draw_evolution(mesures: Sequence[Mesure]) -> go.Figure:
    """One dumbbell per measure; rows of the same unit share their scale."""
    if not keep_connues(mesures) and not any(is_connu(mesure.precedente) for mesure in mesures):
        return build_vide()
    feuille = Feuille()
    echelles = compute_communes(mesures)
    for mesure in mesures:
        draw_ligne(feuille, mesure, echelles[mesure.indicateur.unite])
        feuille.y += 18
    draw_graduations(feuille, mesures, echelles)
    return feuille.build_figure(build_axe(-0.02, 1.02))


def draw_ligne(feuille: Feuille, mesure: Mesure, echelle: Echelle) -> None:
    """Label; the year's value above the track, last year's below it, each reference on a line of its own."""
    feuille.write_label(read_nom(mesure))
    feuille.y += 4
    valeur = f"{mesure.annee}{INSECABLE}: {format_comme(mesure, mesure.valeur)}"
    if is_connu(mesure.valeur):
        place_note(feuille, embolden(escape_texte(valeur)), echelle.place(mesure.valeur))
        feuille.y += ETAGE + 17
    else:
        feuille.write(embolden(escape_texte(valeur)))
        feuille.y += 17
    draw_halteres(feuille, mesure, echelle)
    reperes = list_reperes(mesure)
    draw_reperes(feuille, reperes, echelle)
    feuille.y += 12
    if is_connu(mesure.precedente):
        place_note(feuille, escape_texte(format_precedente(mesure)), echelle.place(mesure.precedente))
        feuille.y += ETAGE
    for texte, nombre, _ in reperes:
        place_note(feuille, escape_texte(texte), echelle.place(nombre), TAILLE_NOTE)
        feuille.y += ETAGE


def place_note(feuille: Feuille, texte: str, place: float, taille: int = 13) -> None:
    """Text near a mark, anchored so that it never leaves the sheet."""
    ancre = "left" if place < 0.25 else "right" if place > 0.75 else "center"
    decalage = {"left": -6, "right": 6, "center": 0}[ancre]
    feuille.note(texte, place, feuille.y, taille, xanchor=ancre, yanchor="top", xshift=decalage)


def draw_halteres(feuille: Feuille, mesure: Mesure, echelle: Echelle) -> None:
    """The track, the line between the two years, the two dots."""
    y = feuille.y
    feuille.line(0, 1, y, y, FILET, 1, layer="below")
    avant, apres = echelle.place(mesure.precedente), echelle.place(mesure.valeur)
    if avant is not None and apres is not None:
        feuille.line(avant, apres, y, y, TEAL, 3, layer="below")
    if avant is not None:
        marque = {"symbol": "circle", "size": 13, "color": "#ffffff", "line": {"color": GRIS, "width": 3}}
        feuille.points([avant], [y], marque, [join_parties([read_nom(mesure), format_precedente(mesure)])])
    if apres is not None:
        survol = join_parties([read_nom(mesure), f"{mesure.annee}{INSECABLE}: {format_comme(mesure, mesure.valeur)}"])
        feuille.points([apres], [y], {"symbol": "circle", "size": 15, "color": TEAL}, [survol])


def list_reperes(mesure: Mesure) -> list[tuple[str, float, str]]:
    """References to draw: words, value, source. The year's target comes first."""
    cibles = [("cible", mesure.cible)] if mesure.cible else []
    cibles += [("repère", repere) for repere in mesure.reperes]
    return [(f"{mot} {cible.annee}{INSECABLE}: {format_comme(mesure, cible.valeur)}", cible.valeur, cible.source)
            for mot, cible in cibles if is_connu(cible.valeur)]


def draw_reperes(feuille: Feuille, reperes: list[tuple[str, float, str]], echelle: Echelle) -> None:
    """An upright line for each reference, a diamond on top: full for the target, hollow for the others."""
    for texte, nombre, source in reperes:
        place, sommet = echelle.place(nombre), feuille.y - 11
        feuille.line(place, place, sommet, feuille.y + 12, ACCENT, 2, layer="below")
        fond = ACCENT if texte.startswith("cible") else "#ffffff"
        marque = {"symbol": "diamond", "size": 9, "color": fond, "line": {"color": ACCENT, "width": 2}}
        feuille.points([place], [sommet], marque, [join_parties([texte, source])])


def draw_graduations(feuille: Feuille, mesures: Sequence[Mesure], echelles: dict[str, Echelle]) -> None:
    """0 to 100 % under the rows, when everything is a share."""
    echelle = next(iter(echelles.values()))
    if not has_one_unite(mesures) or mesures[0].indicateur.unite != "%" or echelle.maximum != 100:
        return
    feuille.y -= 4
    for graduation in GRADUATIONS:
        x = echelle.place(graduation)
        feuille.line(x, x, feuille.y, feuille.y + 5, GRIS, 1)
        ancre = "left" if graduation == 0 else "right" if graduation == 100 else "center"
        texte = f"{graduation}{INSECABLE}%"
        feuille.note(texte, x, feuille.y + 7, TAILLE_NOTE, xanchor=ancre, yanchor="top", opacity=0.85)
    feuille.line(0, 1, feuille.y, feuille.y, FILET, 1)
    feuille.y += 24
