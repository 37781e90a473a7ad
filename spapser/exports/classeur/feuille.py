"""One sheet being written from top to bottom: text that is never a formula, tables with a header, links to other sheets."""

import math
import re
from collections.abc import Iterable, Sequence
from datetime import date

from xlsxwriter.workbook import Workbook

from spapser.exports.cellule import neutralise
from spapser.exports.classeur.styles import Styles
from spapser.typographie import insecables

LONGUEUR_NOM = 31
LONGUEUR_CELLULE = 32_767
LARGEUR = 13
HAUTEUR = 15.5
HAUTEUR_MAXIMALE = 400
HAUTEURS = {"titre": 28, "section": 26, "entete": 20}
CHASSE = 1.0
PROSE = {"titre", "sous_titre", "section", "texte", "etiquette", "alerte", "entete"}
COURANTS = {"ligne", "premiere"}
INTERDITS = re.compile(r"[\[\]:*?/\\']")


class Feuille:
    """A sheet of the workbook with the row where the next thing is written (`ligne`, from 0)."""

    def __init__(self, classeur: Workbook, styles: Styles, nom: str, couleur: str, largeurs: Sequence[float]):
        self.styles, self.ligne, self.largeurs = styles, 0, tuple(largeurs)
        self.nom = INTERDITS.sub(" ", nom)[:LONGUEUR_NOM].strip()
        self.page = classeur.add_worksheet(self.nom)
        self.page.hide_gridlines(2)
        self.page.set_tab_color(couleur)
        self.page.set_landscape()
        self.page.set_paper(9)
        self.page.fit_to_pages(1, 0)
        self.page.set_margins(0.4, 0.4, 0.5, 0.6)
        for indice, largeur in enumerate(self.largeurs):
            self.page.set_column(indice, indice, largeur)

    def put(self, ligne: int, colonne: int, valeur, role: str = "ligne") -> None:
        """One cell by the type of its value: empty, oui/non, date, number or plain text."""
        style = self.styles.role(role)
        if valeur is None or valeur == "" or (isinstance(valeur, float) and not math.isfinite(valeur)):
            self.page.write_blank(ligne, colonne, None, style)
        elif isinstance(valeur, bool):
            self.page.write_string(ligne, colonne, "oui" if valeur else "non", style)
        elif isinstance(valeur, date):
            self.page.write_datetime(ligne, colonne, valeur, self.styles.role("date"))
        elif isinstance(valeur, (int, float)):
            self.page.write_number(ligne, colonne, valeur, self.styles.nombre(valeur) if role in COURANTS else style)
        else:
            texte = insecables(str(valeur)) if role in PROSE else str(valeur)
            self.page.write_string(ligne, colonne, neutralise(texte)[:LONGUEUR_CELLULE], style)

    def write(self, texte: str, role: str = "texte", colonnes: int = 1) -> None:
        """One line of text over the first `colonnes` columns, as high as it needs."""
        if colonnes > 1:
            self.row((texte,), (colonnes,), role)
        else:
            self.page.set_row(self.ligne, HAUTEURS.get(role, HAUTEUR))
            self.put(self.ligne, 0, texte, role)
            self.ligne += 1

    def link(self, feuille: str, texte: str) -> None:
        """A link to the top of another sheet, in the first cell of the row just written."""
        self.page.write_url(self.ligne - 1, 0, f"internal:'{feuille}'!A1", self.styles.role("lien"), texte)

    def table(self, colonnes: Sequence[str], lignes: Iterable[Sequence], roles: dict[int, str] | None = None) -> tuple[int, int]:
        """A header and its rows; gives the first and last row of the body. `roles`: format of a column by its index."""
        simples = (1,) * len(colonnes)
        self.row(colonnes, simples, "entete")
        premiere = self.ligne
        for ligne in lignes:
            self.row(ligne, simples, "ligne", {0: "premiere"} | (roles or {}))
        return premiere, self.ligne - 1

    def data(self, valeurs: Sequence, roles: Sequence[str]) -> None:
        """One row among many, a role per cell: empty cells are not written, their looks are those of the row; a text too long
        for its column makes the row higher."""
        hauteur = HAUTEUR
        for indice, (valeur, role) in enumerate(zip(valeurs, roles, strict=True)):
            if valeur is None or valeur == "":
                continue
            self.put(self.ligne, indice, valeur, role)
            if isinstance(valeur, str) and len(valeur) >= self.largeurs[indice] - 1:
                hauteur = max(hauteur, measure(valeur, self.largeurs[indice]))
        self.page.set_row(self.ligne, hauteur, self.styles.role("ligne"))
        self.ligne += 1

    def row(self, valeurs: Sequence, etendues: Sequence[int], role: str = "ligne", roles: dict[int, str] | None = None) -> None:
        """One row, each cell over as many columns as `etendues` says, high enough for the text of all of them."""
        debut, hauteur = 0, HAUTEURS.get(role, HAUTEUR)
        for indice, (valeur, etendue) in enumerate(zip(valeurs, etendues, strict=True)):
            choisi = (roles or {}).get(indice, role)
            if etendue > 1:
                self.page.merge_range(self.ligne, debut, self.ligne, debut + etendue - 1, "", self.styles.role(choisi))
            self.put(self.ligne, debut, valeur, choisi)
            largeur = sum(self.largeurs[debut:debut + etendue]) if debut < len(self.largeurs) else LARGEUR
            hauteur = max(hauteur, measure(valeur, largeur))
            debut += etendue
        self.page.set_row(self.ligne, hauteur)
        self.ligne += 1


def measure(valeur, largeur: float) -> float:
    """Height in points of a text that wraps in a column of that width in characters."""
    if not isinstance(valeur, str):
        return HAUTEUR
    lignes = sum(max(1, math.ceil(len(partie) * CHASSE / max(largeur - 1, 1))) for partie in valeur.split("\n"))
    return min(HAUTEUR * lignes, HAUTEUR_MAXIMALE)
