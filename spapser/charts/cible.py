"""Bullet graph after Stephen Few: achieved, target, last year, each row on its own zero-based scale."""

from collections.abc import Sequence

import plotly.graph_objects as go

from spapser.charts.donnee import format_cible, format_comme, format_precedente, is_connu, read_nom
from spapser.charts.echelle import FIN_LINEAIRE, Echelle, compute_echelle
from spapser.charts.feuille import SANS_DONNEE, Feuille, build_vide
from spapser.charts.style import ACCENT, BANDES, FOND_CLAIR, GRIS, TAILLE_NOTE, TEAL
from spapser.charts.texte import escape_texte, join_parties
from spapser.suivi.mesure import Mesure
from spapser.suivi.statut import SEUIL_PARTIEL
from spapser.typographie import INSECABLE, format_nombre

HAUTEUR_BANDE = 28
HAUTEUR_BARRE = 12
BORNE, TRAIT_BORNE = 2, 5
REPRISE = 0.885


def draw_cible(mesures: Sequence[Mesure]) -> go.Figure:
    """One bullet per measure that has a target; a year without target is written in words beside those that have one."""
    cibles = [mesure for mesure in mesures if mesure.cible is not None and is_connu(mesure.cible.valeur)]
    if not cibles:
        return draw_sans_cible([mesure for mesure in mesures if is_connu(mesure.valeur)])
    feuille = Feuille()
    for mesure in mesures:
        if mesure in cibles:
            draw_ligne(feuille, mesure, compute_echelle(mesure))
        elif mesure.modalite and is_connu(mesure.valeur):
            write_sans_cible(feuille, mesure)
        else:
            continue
        feuille.y += 20
    draw_cle(feuille, cibles)
    return feuille.build_figure(droite=6)


def draw_sans_cible(mesures: Sequence[Mesure]) -> go.Figure:
    """The values in words, when none has a target."""
    if not mesures:
        return build_vide(SANS_DONNEE)
    feuille = Feuille()
    for mesure in mesures:
        write_sans_cible(feuille, mesure)
        feuille.y += 20
    return feuille.build_figure(droite=6)


def draw_ligne(feuille: Feuille, mesure: Mesure, echelle: Echelle) -> None:
    """Label, numbers in words, then the bullet, then what the scale hides."""
    feuille.write_label(read_nom(mesure))
    feuille.write(write_nombres(mesure, echelle))
    feuille.y += 5
    draw_bandes(feuille, mesure, echelle)
    draw_realise(feuille, mesure, echelle)
    draw_marque(feuille, echelle, mesure, mesure.precedente, GRIS, 2, -3)
    draw_marque(feuille, echelle, mesure, mesure.cible.valeur, ACCENT, 4, 4)
    feuille.y += HAUTEUR_BANDE + 6
    if echelle.coupee:
        taux = format_nombre(mesure.taux * 100, 0)
        feuille.write(f"échelle coupée{INSECABLE}: {taux}{INSECABLE}% de la cible", TAILLE_NOTE)


def write_sans_cible(feuille: Feuille, mesure: Mesure) -> None:
    """Label and value of a measure that has no target: no bullet, which would have nothing to be read against."""
    feuille.write_label(read_nom(mesure))
    feuille.write(f"<b>{escape_texte(format_comme(mesure, mesure.valeur))}</b> · sans cible chiffrée")


def write_nombres(mesure: Mesure, echelle: Echelle) -> str:
    """« 97 972 heures · cible 25 000 heures · 2023 : 58 526 heures », escaped and folded, the value in bold."""
    precedente = format_precedente(mesure)
    if precedente and echelle.place(mesure.precedente) is None:
        precedente += " (hors échelle)"
    valeur = format_comme(mesure, mesure.valeur)
    texte = join_parties([valeur, format_cible(mesure), precedente])
    tete = escape_texte(valeur)
    return f"<b>{tete}</b>{texte.removeprefix(tete)}" if texte.startswith(tete) else texte


def draw_bandes(feuille: Feuille, mesure: Mesure, echelle: Echelle) -> None:
    """Three bands of one hue: up to the partial threshold, up to the target, beyond; one pale band without a value."""
    fin = FIN_LINEAIRE if echelle.coupee else 1
    cible = mesure.cible.valeur
    seuils = (cible, cible / SEUIL_PARTIEL) if mesure.cible.comparaison == "au plus" else (cible * SEUIL_PARTIEL, cible)
    bornes = [0, *(fin if echelle.place(seuil) is None else echelle.place(seuil) for seuil in seuils), fin]
    couleurs = reversed(BANDES) if mesure.cible.comparaison == "au plus" else BANDES
    if not is_connu(mesure.valeur):  # nothing achieved to read against them: one pale band, never taken for a bar
        couleurs = [BANDES[-1]] * len(BANDES)
    haut, bas = feuille.y, feuille.y + HAUTEUR_BANDE
    for gauche, droite, couleur in zip(bornes, bornes[1:], couleurs, strict=False):
        if droite > gauche:
            feuille.rectangle(gauche, droite, haut, bas, couleur, layer="below")
    if is_connu(mesure.valeur):
        draw_bornes(feuille, bornes[1:-1], bas)
    if echelle.coupee:
        feuille.rectangle(REPRISE, 1, haut, bas, BANDES[-1], layer="below")


def draw_bornes(feuille: Feuille, bornes: Sequence[float], bas: float) -> None:
    """A tick where a band ends: two neighbours are too alike for the eye to find their edge."""
    for borne in bornes:
        feuille.rectangle(-BORNE / 2, BORNE / 2, bas, bas + TRAIT_BORNE, GRIS, xanchor=borne, name="borne")


def draw_realise(feuille: Feuille, mesure: Mesure, echelle: Echelle) -> None:
    """The dark bar; cut and resumed after a break mark when the scale is cut."""
    if not is_connu(mesure.valeur):
        return
    milieu = feuille.y + HAUTEUR_BANDE / 2
    survol = join_parties([read_nom(mesure), format_comme(mesure, mesure.valeur), format_cible(mesure)])
    place = FIN_LINEAIRE if echelle.coupee else echelle.place(mesure.valeur) or 0
    feuille.bars([place], [milieu], HAUTEUR_BARRE, {"color": TEAL}, [survol])
    if echelle.coupee:
        feuille.bars([1 - REPRISE], [milieu], HAUTEUR_BARRE, {"color": TEAL}, [survol], [REPRISE])
        for x in (FIN_LINEAIRE, REPRISE):
            feuille.line(-4, 4, milieu + 11, milieu - 11, TEAL, 2, xanchor=x, name="coupure")


def draw_marque(feuille: Feuille, echelle: Echelle, mesure: Mesure, valeur: float | None, couleur: str, epaisseur: int,
                debord: int) -> None:
    """A perpendicular mark; where it crosses the bar, a white edge keeps it visible."""
    place = echelle.place(valeur)
    if place is None:
        return
    demi, marge = epaisseur / 2, (HAUTEUR_BANDE - HAUTEUR_BARRE) / 2
    haut, bas = feuille.y, feuille.y + HAUTEUR_BANDE
    if is_connu(mesure.valeur) and mesure.valeur >= valeur:
        feuille.rectangle(-demi - 1, demi + 1, haut + marge, bas - marge, FOND_CLAIR, xanchor=place)
    feuille.rectangle(-demi, demi, haut - debord, bas + debord, couleur, xanchor=place)


def draw_cle(feuille: Feuille, cibles: Sequence[Mesure]) -> None:
    """The key of the three marks and of the bands, drawn with the marks themselves."""
    y = feuille.y + 8
    entrees = [("réalisé", TEAL, 16, 5), ("cible", ACCENT, 4, 8)]
    if any(is_connu(mesure.precedente) for mesure in cibles):
        entrees.append(("année précédente", GRIS, 2, 7))
    x = 0
    for mot, couleur, largeur, demi in entrees:
        feuille.rectangle(x, x + largeur, y - demi, y + demi, couleur, xanchor=0)
        feuille.note(mot, 0, y, TAILLE_NOTE, xanchor="left", yanchor="middle", xshift=x + largeur + 6)
        x += largeur + 6 + 7 * len(mot) + 14
    feuille.y += 22
    if not any(is_connu(mesure.valeur) for mesure in cibles):
        return
    seuil = f"{format_nombre(SEUIL_PARTIEL * 100, 0)}{INSECABLE}%"
    feuille.write(escape_texte(f"Bandes{INSECABLE}: seuil partiel ({seuil} du chemin), cible, au-delà."), TAILLE_NOTE)
