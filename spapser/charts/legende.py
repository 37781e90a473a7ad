"""Legend lines drawn on the sheet: a swatch that carries colour and pattern, then words."""

from spapser.charts.feuille import Feuille
from spapser.charts.style import CATEGORIES, INTERLIGNE, TAILLE, TAILLE_NOTE, Categorie
from spapser.charts.texte import escape_texte, fold_texte

LARGEUR_TEXTE = 40
LARGEUR_PASTILLE = 0.05


def find_categorie(rang: int) -> Categorie:
    """The look of the series of that rank; beyond the palette it starts again."""
    return CATEGORIES[rang % len(CATEGORIES)]


def write_entree(feuille: Feuille, categorie: Categorie | None, texte: str, maximum: float,
                 taille: int = TAILLE) -> None:
    """One line: swatch (none when nothing is drawn for it) and folded text; `maximum` is the width of the x axis."""
    lignes = [escape_texte(ligne) for ligne in fold_texte(texte, LARGEUR_TEXTE)]
    if categorie:
        milieu = feuille.y + taille * INTERLIGNE / 2
        feuille.bars([LARGEUR_PASTILLE * maximum], [milieu], 12, categorie.marker, [lignes[0]])
    feuille.write("<br>".join(lignes), taille, retrait=LARGEUR_PASTILLE, xshift=8)
    feuille.y += 4


def write_legende(feuille: Feuille, noms: list[str], maximum: float) -> None:
    """One line per series, in order."""
    for rang, nom in enumerate(noms):
        write_entree(feuille, find_categorie(rang), nom, maximum, TAILLE_NOTE)
