"""The SQL files of the house, read by name."""

import re
from functools import lru_cache
from pathlib import Path

from spapser.errors import CatalogueInvalide

DOSSIER = Path(__file__).parents[1] / "sql"
CONTRATS = ("contrats", "complements")


@lru_cache(maxsize=512)
def read_sql(nom: str) -> str:
    """Text of `sql/<nom>.sql`; CatalogueInvalide when the file is missing."""
    chemin = DOSSIER / f"{nom}.sql"
    if not chemin.is_file():
        raise CatalogueInvalide(f"La requête « {nom}.sql » manque dans le dossier sql : la rétablir.")
    return chemin.read_text(encoding="utf-8")


@lru_cache(maxsize=64)
def list_sql(dossier: str) -> tuple[str, ...]:
    """Names of the queries of a folder, sorted: ("fa01_participants", …); the folder is listed once."""
    return tuple(sorted(chemin.stem for chemin in (DOSSIER / dossier).glob("*.sql")))


def definition(nom: str) -> str:
    """First comment of a query: the definition a citizen would read, ending with the grain."""
    return read_sql(nom).splitlines()[0].removeprefix("--").strip()


@lru_cache(maxsize=512)
def list_sources(nom: str) -> tuple[str, ...]:
    """Datasets that a query reads, sorted: ("insertion_operations",); views of contracts read both their files."""
    lues = set(re.findall(r"\b(?:from|join)\s+(\w+)", read_sql(nom)))
    contrats = CONTRATS if lues & {*CONTRATS, *list_sql("contrats")} else ()
    return tuple(jeu for jeu in list_sql("jeux") if jeu in lues or jeu in contrats)


def reads_contrats(code: str, seuls: bool = False) -> bool:
    """True when the query of an indicator counts public contracts; `seuls`: and reads nothing else."""
    lues = set(list_sources(f"indicateurs/{code}")) if code in list_sql("indicateurs") else set()
    return lues == set(CONTRATS) if seuls else CONTRATS[0] in lues
