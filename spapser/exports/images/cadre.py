"""What an image says of itself when it travels alone: title above; reading, source, edition, date, address below."""

from dataclasses import dataclass

from spapser.charts.texte import escape_texte, measure_texte
from spapser.exports.adresse import read_adresse
from spapser.exports.bilan import Bilan, GraphiqueBilan
from spapser.exports.images.texte import INTERLIGNE, write_lignes

TAILLE_TITRE = 18
TAILLE_NOTE = 12
MARGE = 20


@dataclass(frozen=True)
class Bloc:
    """Lines set at one size, and their height in pixels."""

    texte: str
    hauteur: float


def write_titre(graphique: GraphiqueBilan, largeur: float) -> Bloc:
    """The sentence that the chart states."""
    lignes = [f"<b>{escape_texte(ligne)}</b>" for ligne in balance_largeur(graphique.titre, TAILLE_TITRE, largeur)]
    return Bloc(write_lignes(lignes, MARGE, MARGE + TAILLE_TITRE, TAILLE_TITRE, "start"),
                MARGE + len(lignes) * TAILLE_TITRE * INTERLIGNE + 10)


def write_pied(graphique: GraphiqueBilan, bilan: Bilan, haut: float, largeur: float) -> Bloc:
    """How to read it, where it comes from, which edition, when, where to find it."""
    paragraphes = [graphique.lecture, f"Source\u00a0: {graphique.source}.", describe_identite(graphique, bilan)]
    lignes = [escape_texte(ligne) for paragraphe in paragraphes if paragraphe
              for ligne in fold_largeur(paragraphe, TAILLE_NOTE, largeur)]
    return Bloc(write_lignes(lignes, MARGE, haut + TAILLE_NOTE, TAILLE_NOTE, "start"),
                len(lignes) * TAILLE_NOTE * INTERLIGNE + MARGE)


def describe_identite(graphique: GraphiqueBilan, bilan: Bilan) -> str:
    """« édition 0, bilan 2024 · 25 novembre 2026 · figure fa04-heures-2024-e0 · https://… »."""
    parts = (bilan.edition, bilan.date, f"figure\u00a0{graphique.identifiant}", read_adresse())
    texte = " · ".join(part for part in parts if part)
    return texte[0].upper() + texte[1:]


def balance_largeur(texte: str, taille: float, largeur: float) -> list[str]:
    """As few lines as `fold_largeur`, of even lengths: no lonely word at the end."""
    lignes = fold_largeur(texte, taille, largeur)
    for pas in range(1, 20):
        essai = fold_largeur(texte, taille, largeur * (1 - pas / 40))
        if len(essai) > len(lignes):
            break
        lignes = essai
    return lignes


def fold_largeur(texte: str, taille: float, largeur: float) -> list[str]:
    """Lines that hold in a width of pixels; no-break spaces hold."""
    lignes = [""]
    for mot in texte.replace("\n", " ").split(" "):
        essai = f"{lignes[-1]} {mot}".strip()
        if lignes[-1] and measure_texte(essai, taille) > largeur:
            lignes.append(mot)
        else:
            lignes[-1] = essai
    return lignes
