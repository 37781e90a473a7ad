"""The rows of a dataset by columns, as an export of millions of rows wants them."""

from collections.abc import Iterator
from contextlib import closing

import duckdb

from spapser.store.base import Base
from spapser.store.memoire import insist, translate

PAQUET = 100_000


def iter_colonnes(base: Base, jeu: str) -> Iterator:
    """Typed rows of a dataset, in file order, as Arrow record batches: none of their cells passes through Python.

    Same errors as `Base.query`, which come as an OSError of Arrow once the reading has begun.
    """
    with closing(base.connexion.cursor()) as curseur:
        try:
            yield from insist(base.tour, lambda: curseur.sql(f"select * from {jeu}").to_arrow_reader(PAQUET))
        except (duckdb.Error, MemoryError, OSError) as erreur:
            raise translate(erreur, base.edition) from None
