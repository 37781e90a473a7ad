"""The short way for a big regular file: Arrow reads it at once, row numbers follow from the order of the rows.

What it gives is what the long way gives, row for row; whenever that is not sure, it gives nothing and the long way is taken.
"""

import numpy
import pyarrow as pa

from spapser.depot.readers.brouillon import Brouillon
from spapser.depot.readers.cadrage import Cadre
from spapser.depot.readers.colonnes import guess_repeated, read_columns, show_columns
from spapser.depot.readers.extrait import iter_extrait
from spapser.depot.readers.tri import ECARTEES, LIGNES_MAXIMUM, Tri
from spapser.store import Atelier

CELLULES_MAXIMUM = 150_000_000  # four bytes each, besides the texts


def read_fast(brouillon: Brouillon, separateur: str, tri: Tri, atelier: Atelier) -> tuple[int, dict[str, str]] | None:
    """How many rows the view `lu` has, and the type of the columns that have a code; None when the file is not regular enough."""
    cadre = tri.cadre
    champs = [f"c{rang}" for rang in range(1, cadre.largeur + 1)]
    gardes = [colonne.champ for colonne in cadre.colonnes]
    extrait = b"".join(iter_extrait(brouillon))
    if not is_light(brouillon, extrait, len(champs)) or is_cut(cadre):
        return None
    repetees = guess_repeated(extrait, separateur, champs)
    lus = read_columns(brouillon, separateur, cadre.entete + brouillon.directive, champs, repetees)
    if lus is None or lus.num_rows > LIGNES_MAXIMUM or not is_framed(lus, gardes):
        return None
    premiere = cadre.entete + 1
    lus = lus.append_column("ligne", pa.array(numpy.arange(premiere, premiere + lus.num_rows, dtype=numpy.int32)))
    gardees = set_aside(atelier, lus, gardes, tri)
    if gardees is None:
        return None
    types = show_columns(atelier, gardees, gardes, gardees is lus)
    atelier.execute(f"create or replace view lu as select ligne, {', '.join(gardes)} from lus")
    return gardees.num_rows, types


def is_light(brouillon: Brouillon, extrait: bytes, colonnes: int) -> bool:
    """True when memory may hold all the cells, counted from those of the extract."""
    return extrait.count(b"\n") * colonnes * len(brouillon.map_bytes()) <= CELLULES_MAXIMUM * len(extrait) > 0


def is_cut(cadre: Cadre) -> bool:
    """True when a record above the table is on several lines."""
    return any("\n" in cellule or "\r" in cellule for _, rangee in cadre.hors for cellule in rangee)


def is_framed(lus: pa.Table, titrees: list[str]) -> bool:
    """True when the columns without a title hold nothing."""
    return all(lus.column(champ).null_count == lus.num_rows for champ in lus.column_names if champ not in titrees)


def set_aside(atelier: Atelier, lus: pa.Table, champs: list[str], tri: Tri) -> pa.Table | None:
    """The rows that are kept: not those that are empty, nor those that the one who tells totals and notes apart sets aside;
    None when there are too many to be seen."""
    atelier.show("lus", lus)
    premier, liste = champs[0], ", ".join(champs)
    hors = find_empty(atelier, lus, champs)
    suspectes = f"select ligne from lus where est_a_ecarter({premier})"
    if lus.column(premier).null_count:  # the first cell is nearly always filled: the others are seldom looked at
        suspectes += f" union all select ligne from lus where {premier} is null and est_a_ecarter(coalesce({liste}))"
    lignes = [ligne for (ligne,) in atelier.query(f"{suspectes} order by ligne limit {ECARTEES + 1}")]
    if len(lignes) > ECARTEES:
        return None
    if lignes:
        douteuses = f"select ligne, {liste} from lus where list_contains(?::integer[], ligne) order by ligne"
        hors += [ligne[0] for ligne in atelier.query(douteuses, [lignes]) if tri.set_aside(ligne)]
    if not hors:
        return lus
    garde = numpy.isin(lus.column("ligne").to_numpy(), hors, invert=True)
    return lus.filter(pa.array(garde))


def find_empty(atelier: Atelier, lus: pa.Table, champs: list[str]) -> list[int]:
    """Numbers of the rows where every cell is empty."""
    if not all(lus.column(champ).null_count for champ in champs):
        return []
    return [ligne for (ligne,) in atelier.query(f"select ligne from lus where {' and '.join(f'{c} is null' for c in champs)}")]
