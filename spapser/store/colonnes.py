"""The rows of a dataset by columns, as an export of millions of rows wants them."""

from collections.abc import Iterator
from contextlib import closing

import duckdb

from spapser.store.base import Base
from spapser.store.memoire import insist, translate

PAQUET = 100_000


def iter_colonnes(base: Base, jeu: str, limite: int | None = None) -> Iterator:
    """Typed rows of a dataset, in file order, as Arrow record batches: none of their cells passes through Python; the first ones.

    Same errors as `Base.query`, which come as an OSError of Arrow once the reading has begun.
    """
    requete = f"select * from {jeu}" + (f" limit {limite}" if limite is not None else "")
    with closing(base.connexion.cursor()) as curseur:
        try:
            yield from insist(base.tour, lambda: curseur.sql(requete).to_arrow_reader(PAQUET))
        except (duckdb.Error, MemoryError, OSError) as erreur:
            raise translate(erreur, base.edition) from None
