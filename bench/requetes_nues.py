"""What a page must know, asked of the database alone: the floor of what it costs."""

import time
from collections.abc import Callable
from statistics import median

# {annee} is the year shown.
NUES = {"marches": "select count(*), sum(montant_compte), count_if(montant_ecarte) from faits where annee = {annee}",
        "matinale": "select * from programmation",
        "territoire": "select * from communes",
        "donnees": "select count(*) from resultats",
        "": "select * from resultats where annee in ({annee}, {annee} - 1)"}


def ask(base, page: str, annee: int, tours: int) -> float:
    """Median seconds of the bare query of a page; that of the results of two years when it has none of its own."""
    sql = NUES.get(page, NUES[""]).format(annee=annee)
    return median(clock(lambda: base.query(sql)) for _ in range(tours))


def clock(action: Callable[[], object]) -> float:
    """Seconds of an action."""
    debut = time.perf_counter()
    action()
    return time.perf_counter() - debut
