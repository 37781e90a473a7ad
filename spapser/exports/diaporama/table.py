"""Lists as native tables."""

from collections.abc import Sequence

from pptx.dml.color import RGBColor
from pptx.util import Pt

from spapser.exports.diaporama.fond import BLANC, ENCRE, FOND, TEAL
from spapser.exports.diaporama.texte import describe, write

LIGNE = Pt(30)


def add_table(page, cadre: Sequence, colonnes: Sequence[str], lignes: Sequence[Sequence[str]], parts: Sequence[float], nom: str,
              taille: int = 18):
    """A table with a header row; `parts` are the shares of its width given to the columns; text in points."""
    gauche, haut, largeur, _ = cadre
    forme = page.shapes.add_table(len(lignes) + 1, len(colonnes), gauche, haut, largeur, LIGNE * (len(lignes) + 1))
    describe(forme, nom, nom)
    table = forme.table
    table.horz_banding = False
    for colonne, part in zip(table.columns, parts, strict=True):
        colonne.width = int(largeur * part)
    for rang, ligne in enumerate((colonnes, *lignes)):
        table.rows[rang].height = LIGNE
        for place, texte in enumerate(ligne):
            dress(table.cell(rang, place), texte, taille, rang == 0, place == 0)
    return forme


def dress(cellule, texte: str, taille: int, tete: bool, premiere: bool) -> None:
    """One cell: header white on teal, first column in bold."""
    write(cellule.text_frame, [texte], taille, BLANC if tete else ENCRE, tete or premiere)
    cellule.margin_left = cellule.margin_right = Pt(8)
    cellule.margin_top = cellule.margin_bottom = Pt(5)
    cellule.fill.solid()
    cellule.fill.fore_color.rgb = RGBColor.from_string(TEAL if tete else FOND)
