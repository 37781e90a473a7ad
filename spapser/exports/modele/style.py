"""The look of a template: one format for each use."""

from textwrap import wrap

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from spapser.catalogue import Colonne

TEAL, FOND, BORD, DOUX, ATTENTE = "#00626B", "#E3EFEF", "#C3D2D3", "#4B5B60", "#FFF1D6"
FORMATS = {"number": "#,##0.00", "integer": "0", "year": "0", "date": "dd/mm/yyyy", "boolean": "@", "string": "@"}
LARGEURS = {"number": 16, "integer": 12, "year": 9, "date": 14, "boolean": 12}
TEXTE = (14, 46)
LIGNE = 15
A4 = 9


class Styles:
    """The formats of one workbook, made once each."""

    def __init__(self, classeur: Workbook) -> None:
        entete = {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1, "border_color": BORD}
        self.obligatoire = classeur.add_format(entete | {"bg_color": TEAL, "font_color": "#FFFFFF"})
        self.facultatif = classeur.add_format(entete | {"bg_color": FOND, "font_color": TEAL})
        self.titre = classeur.add_format({"bold": True, "font_size": 16, "font_color": TEAL})
        self.intertitre = classeur.add_format({"bold": True, "font_size": 12, "font_color": TEAL})
        self.phrase = classeur.add_format({"text_wrap": True, "valign": "top"})
        self.cellule = classeur.add_format({"text_wrap": True, "valign": "top", "border": 1, "border_color": BORD})
        self.nom = classeur.add_format({"text_wrap": True, "valign": "top", "border": 1, "border_color": BORD, "bold": True})
        self.doux = classeur.add_format({"font_color": DOUX, "text_wrap": True, "valign": "top"})
        self.entier = classeur.add_format({"num_format": "#,##0"})
        self.attente = classeur.add_format({"bg_color": ATTENTE})
        self.colonnes = {genre: classeur.add_format(build_format(genre)) for genre in FORMATS}

    def colonne(self, colonne: Colonne) -> Format:
        """The format of the cells of a column."""
        return self.colonnes[colonne.type]

    def entete(self, colonne: Colonne) -> Format:
        """The format of a header: dark when the person must fill the column."""
        return self.obligatoire if colonne.obligatoire and not colonne.defaut else self.facultatif


def build_format(genre: str) -> dict:
    """Text stays text (no date out of « 12/2024 », no number out of a SIRET); numbers and days are shown in French."""
    return {"num_format": FORMATS[genre], "valign": "top", "text_wrap": genre == "string"}


def find_width(colonne: Colonne, textes: list[str]) -> float:
    """Width of a column in characters, from its title, its list and what is already written in it."""
    if colonne.type in LARGEURS:
        return LARGEURS[colonne.type]
    longueurs = [len(texte) for texte in (*textes, *colonne.enumeration, colonne.exemple)]
    return min(max(TEXTE[0], *(longueur + 3 for longueur in longueurs)), TEXTE[1])


def count_lines(texte: str, largeur: float) -> int:
    """How many lines a text takes in a column, words being kept whole."""
    return max(1, len(wrap(texte, max(int(largeur) - 1, 1))))


def prepare_print(feuille: Worksheet) -> None:
    """Landscape A4, all the columns on one page in width."""
    feuille.set_paper(A4)
    feuille.set_landscape()
    feuille.set_margins(0.4, 0.4, 0.5, 0.5)
    feuille.fit_to_pages(1, 0)
