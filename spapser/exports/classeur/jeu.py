"""The sheet of a dataset: every row, typed, under a frozen header that filters and sorts."""

from collections.abc import Sequence

from xlsxwriter.workbook import Workbook

from spapser.catalogue import Jeu
from spapser.exports.classeur.feuille import Feuille
from spapser.exports.classeur.styles import GRIS, Styles

LIMITE = 100_000
LARGEURS = (9, 60)
ROLES = {"year": "brut", "integer": "brut"}


def write_jeu(classeur: Workbook, styles: Styles, jeu: Jeu, lignes: Sequence[dict], nombre: int) -> Feuille:
    """One sheet: titles in French, the first rows in file order; the sheet says so when `nombre`, all of them, is more."""
    feuille = Feuille(classeur, styles, jeu.titre, GRIS, [measure(jeu, lignes, rang) for rang in range(len(jeu.colonnes))])
    roles = {i: ROLES[c.type] for i, c in enumerate(jeu.colonnes) if c.type in ROLES}
    premiere, derniere = feuille.table([c.titre for c in jeu.colonnes],
                                       [[ligne[c.nom] for c in jeu.colonnes] for ligne in lignes], roles)
    feuille.page.freeze_panes(1, 1)
    feuille.page.repeat_rows(0)
    if derniere >= premiere:
        feuille.page.add_table(0, 0, derniere, len(jeu.colonnes) - 1, {
            "name": f"jeu_{jeu.nom}", "style": None,
            "columns": [{"header": c.titre, "header_format": styles.role("entete")} for c in jeu.colonnes]})
    else:
        feuille.write("Ce jeu n’a aucune ligne dans cette édition.")
    if nombre > len(lignes):
        feuille.write(f"Le jeu compte {nombre} lignes : les {len(lignes)} premières sont ici, toutes sont dans le CSV.", "alerte")
    return feuille


def measure(jeu: Jeu, lignes: Sequence[dict], indice: int) -> float:
    """Width of a column: enough for its longest word or number, no more than a readable line."""
    colonne = jeu.colonnes[indice]
    longueurs = [len(str(ligne[colonne.nom])) for ligne in lignes[:2000] if ligne[colonne.nom] is not None]
    court, large = LARGEURS
    return min(max(court, len(colonne.titre) * 0.7 + 3, max(longueurs, default=0) + 2), large)
