"""A few cells of each column, so that a person who does not know its title recognises what it holds."""

from spapser.depot.cellule import quote
from spapser.depot.table import TableLue

PREMIERES, CITEES = 200, 3


def list_exemples(table: TableLue) -> dict[str, tuple[str, ...]]:
    """Field -> its first distinct cells, shortened; none when the first rows leave the column empty."""
    lignes = table.atelier.query(f"select {', '.join(table.champs)} from lu limit {PREMIERES}")
    colonnes = zip(*lignes, strict=True) if lignes else ([] for _ in table.champs)
    return {champ: tuple(dict.fromkeys(quote(cellule) for cellule in cellules if cellule))[:CITEES]
            for champ, cellules in zip(table.champs, colonnes, strict=True)}
