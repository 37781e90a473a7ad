"""What DuckDB alone takes for the figures of a page: its own queries over the same base, one after the other, nothing kept."""

import time
from collections.abc import Callable, Sequence
from statistics import median

from spapser.catalogue import load_catalogue
from spapser.store.requetes import list_sql, read_sql

# What the report publishes, known once the base is open; {annee} is the year shown.
PUBLIEES = "select * from resultats where annee in ({annee}, {annee} - 1)"
# Pages whose figures are not those of indicators.
PROPRES = {"marches": ("select count(*), sum(montant_compte), count_if(montant_ecarte) from faits where annee = {annee}",
                       "select * from faits where annee = {annee} order by date_notification desc limit 25"),
           "matinale": ("select * from programmation", PUBLIEES),
           "territoire": ("select * from communes", PUBLIEES),
           "donnees": ("select count(*) from resultats",)}


def ask(base, page: str, annee: int, tours: int) -> float:
    """Median seconds of the queries of a page."""
    requetes = [sql.format(annee=annee) for sql in PROPRES.get(page, (PUBLIEES,))] + list_calculs(page)
    return median(clock(lambda: [base.query(sql) for sql in requetes]) for _ in range(tours))


def computes(page: str) -> bool:
    """True when the page shows figures that are computed, not only published ones."""
    return page == "marches" or bool(list_calculs(page))


def list_calculs(page: str) -> list[str]:
    """The queries that compute the indicators shown on a page."""
    calcules = list_sql("indicateurs")
    return [read_sql(f"indicateurs/{code}") for code in list_codes(page) if code in calcules]


def list_codes(page: str) -> Sequence[str]:
    """The indicators shown on a page: those of a fiche, the key ones of the first page, all of them where all are."""
    catalogue = load_catalogue()
    if page == "synthese":
        return list(dict.fromkeys((*catalogue.chiffres_cles, *catalogue.cartes.values())))
    if page in ("trajectoires", "methode", "controles"):
        return [indicateur.code for indicateur in catalogue.indicateurs]
    return [i.code for fiche in catalogue.fiches if fiche.page == page for i in fiche.indicateurs]


def clock(action: Callable[[], object]) -> float:
    """Seconds of an action."""
    debut = time.perf_counter()
    action()
    return time.perf_counter() - debut
