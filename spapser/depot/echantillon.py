"""A few cells of each column, so that a person who does not know its title recognises what it holds."""

from collections.abc import Iterable

from spapser.depot.cellule import quote
from spapser.depot.table import ColonneLue, TableLue

PREMIERES = 500


def list_exemples(table: TableLue, colonnes: Iterable[ColonneLue], nombre: int = 3) -> dict[str, tuple[str, ...]]:
    """Field -> its first distinct cells, shortened; none when the first rows leave the column empty."""
    exemples = {}
    for colonne in colonnes:
        champ = colonne.champ
        lues = table.atelier.query(f"select {champ} from (select ligne, {champ} from lu order by ligne limit {PREMIERES}) "
                                   f"where {champ} is not null group by {champ} order by min(ligne) limit {nombre}")
        exemples[champ] = tuple(quote(cellule) for (cellule,) in lues)
    return exemples
