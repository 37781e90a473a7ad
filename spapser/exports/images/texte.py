"""Texts of a figure: lines, bold, anchors. What comes in is already escaped for markup, as the screen wants it."""

import re

from spapser.charts.texte import measure_texte
from spapser.exports.images.balise import read_couleur, write_balise
from spapser.exports.images.repere import Repere

INTERLIGNE = 1.3
BALISE = re.compile(r"<[^>]*>")
GRAS = re.compile(r"<b>(.*?)</b>", re.DOTALL)
ANCRES = {"left": "start", "center": "middle", "right": "end"}
MONTEES = {"top": 0, "middle": 0.5, "bottom": 1}


def split_lignes(texte: str) -> list[str]:
    """The lines of a text."""
    return texte.split("<br>")


def write_lignes(lignes: list[str], x: float, base: float, taille: float, ancre: str, opacite: float | None = None,
                 couleur: str | None = None) -> str:
    """Lines of escaped text; `base` is the baseline of the first one; without a colour, that of the document."""
    morceaux = "".join(write_balise("tspan", write_gras(ligne), x=x, y=base + rang * INTERLIGNE * taille)
                       for rang, ligne in enumerate(lignes) if ligne)
    return write_balise("text", morceaux, font_size=taille, text_anchor=None if ancre == "start" else ancre, opacity=opacite,
                        fill=couleur)


def write_gras(ligne: str) -> str:
    """A line with its bold parts."""
    return GRAS.sub(lambda m: write_balise("tspan", m[1], font_weight="bold"), ligne)


def write_annotation(note: dict, repere: Repere) -> str:
    """One annotation at its place, its block anchored as it asks."""
    lignes, taille = split_lignes(note["text"]), note["font"]["size"]
    x = repere.place_x(note["x"], note["xref"]) + note.get("xshift", 0)
    y = repere.place_y(note["y"], note["yref"]) - note.get("yshift", 0)
    hauteur = len(lignes) * INTERLIGNE * taille
    haut = y - MONTEES[note.get("yanchor", "middle")] * hauteur
    ancre = ANCRES[note.get("xanchor", "center")]
    fond = write_fond(note["bgcolor"], lignes, x, haut, taille, ancre) if note.get("bgcolor") else ""
    return fond + write_lignes(lignes, x, haut + taille, taille, ancre, note.get("opacity"), note["font"].get("color"))


def write_fond(couleur: str, lignes: list[str], x: float, haut: float, taille: float, ancre: str) -> str:
    """A plain rectangle behind a text, so that it stays readable on a pattern."""
    largeur = max(measure_texte(BALISE.sub("", ligne), taille) for ligne in lignes)
    gauche = x - {"start": 0, "middle": 0.5, "end": 1}[ancre] * largeur
    return write_balise("rect", x=gauche, y=haut, width=largeur, height=len(lignes) * INTERLIGNE * taille,
                        **read_couleur(couleur, "fill"))
