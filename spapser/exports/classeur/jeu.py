"""The sheet of a dataset: every row, typed, under a frozen header that filters and sorts."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

import pyarrow as pa
from xlsxwriter.utility import xl_range_abs
from xlsxwriter.workbook import Workbook

from spapser.catalogue import Jeu
from spapser.exports.classeur.feuille import Feuille
from spapser.exports.classeur.styles import GRIS, Styles
from spapser.typographie import format_nombre, format_quantite

LIMITE, TABLE = 100_000, 10_000  # rows of a sheet, at most; rows of an Excel table
LARGEURS, MESUREES = (9, 60), 2000  # narrowest and widest column, in characters; rows by which widths are chosen
TRANCHE = 5000  # rows that are Python values at a time
ROLES = {"year": "brut", "integer": "brut"}


def write_jeu(classeur: Workbook, styles: Styles, jeu: Jeu, paquets: Iterable[pa.RecordBatch], nombre: int) -> Feuille:
    """One sheet: titles in French, the rows given, in file order; the sheet says so when `nombre`, all of them, is more."""
    lignes = iter_lignes(jeu, paquets)
    debut = list(islice(lignes, MESUREES))
    feuille = Feuille(classeur, styles, jeu.titre, GRIS, [measure(jeu, debut, rang) for rang in range(len(jeu.colonnes))])
    feuille.row([c.titre for c in jeu.colonnes], (1,) * len(jeu.colonnes), "entete")
    roles = ["premiere", *(ROLES.get(c.type, "ligne") for c in jeu.colonnes[1:])]
    for ligne in chain(debut, lignes):
        feuille.data(ligne, roles)
    feuille.page.freeze_panes(1, 1)
    feuille.page.repeat_rows(0)
    ecrites = feuille.ligne - 1
    if ecrites:
        name_rows(classeur, styles, feuille, jeu, ecrites)
    else:
        feuille.write("Ce jeu n’a aucune ligne dans cette édition.")
    if nombre > ecrites:
        feuille.write(f"Le jeu compte {format_quantite(nombre, 'lignes', 0)} : les {format_nombre(ecrites, 0)} premières sont "
                      "ici, toutes sont dans le CSV.", "alerte", len(jeu.colonnes))
    return feuille


def name_rows(classeur: Workbook, styles: Styles, feuille: Feuille, jeu: Jeu, ecrites: int) -> None:
    """Filters, and a name that formulas know: a table; for many rows, whose table would weigh more than they do, a range."""
    derniere, nom = len(jeu.colonnes) - 1, f"jeu_{jeu.nom}"
    if ecrites <= TABLE:
        feuille.page.add_table(0, 0, ecrites, derniere, {
            "name": nom, "style": None,
            "columns": [{"header": c.titre, "header_format": styles.role("entete")} for c in jeu.colonnes]})
    else:
        feuille.page.autofilter(0, 0, ecrites, derniere)
        classeur.define_name(nom, f"='{feuille.nom}'!{xl_range_abs(0, 0, ecrites, derniere)}")


def iter_lignes(jeu: Jeu, paquets: Iterable[pa.RecordBatch]) -> Iterator[tuple]:
    """The rows, each a value per column of the catalogue; few of them are in memory at once."""
    for paquet in paquets:
        for debut in range(0, paquet.num_rows, TRANCHE):
            tranche = paquet.slice(debut, TRANCHE)
            yield from zip(*(tranche.column(c.nom).to_pylist() for c in jeu.colonnes), strict=True)


def measure(jeu: Jeu, lignes: Sequence[tuple], indice: int) -> float:
    """Width of a column: enough for its longest word or number, no more than a readable line."""
    longueurs = [len(str(ligne[indice])) for ligne in lignes if ligne[indice] is not None]
    court, large = LARGEURS
    return min(max(court, len(jeu.colonnes[indice].titre) * 0.7 + 3, max(longueurs, default=0) + 2), large)
