"""How much each figure counts each row, asked of the indicator queries themselves on copies of a year where one row differs."""

from collections import defaultdict
from collections.abc import Callable, Iterable

import duckdb

from spapser.store.requetes import list_sources, list_sql, read_sql
from spapser.store.secret.lecture import Gains

COLONNES = ("valeur", "numerateur", "denominateur")
PUBLICS = "insertion_publics"


def list_codes() -> list[str]:
    """Indicators that count people row by row."""
    return [code for code in list_sql("indicateurs") if PUBLICS in list_sources(f"indicateurs/{code}")]


def probe(connexion: duckdb.DuckDBPyConnection, annee: int) -> Gains:
    """What every figure of the year gains from each row of the table `effectifs`: a query over people is a sum."""
    connexion.execute("create schema if not exists sonde")
    connexion.execute(f"create or replace macro annee_sondee() as {annee:d}")
    connexion.execute(f"create or replace table sonde.{PUBLICS} as {read_sql('secret/sondes')}")
    connexion.execute("set search_path = 'sonde,main'")
    try:
        lues = ((code, read_rows(connexion, read_sql(f"indicateurs/{code}"))) for code in list_codes())
        return {cle: gain for code, lignes in lues for cle, gain in read_gains(code, lignes)}
    finally:
        connexion.execute("reset search_path")
        connexion.execute(f"drop table sonde.{PUBLICS}")


def read_rows(connexion: duckdb.DuckDBPyConnection, sql: str) -> list[dict]:
    """Rows of a query as dictionaries."""
    resultat = connexion.execute(sql)
    noms = [colonne[0] for colonne in resultat.description]
    return [dict(zip(noms, ligne, strict=True)) for ligne in resultat.fetchall()]


def read_gains(code: str, lignes: Iterable[dict]) -> Iterable[tuple]:
    """Pairs of a result and, by column, the difference that each copy makes with the copy where nothing differs."""
    copies: dict[tuple, dict] = defaultdict(dict)
    for ligne in lignes:
        copies[code, ligne.get("dimension") or "", ligne.get("modalite") or ""][ligne["annee"]] = ligne
    for cle, par_rang in copies.items():
        base = par_rang.get(0)
        if base:
            yield cle, {colonne: subtract(par_rang, base, lambda x, colonne=colonne: x.get(colonne)) for colonne in COLONNES}


def subtract(par_rang: dict, base: dict, read: Callable) -> dict[int, float]:
    """What a column gains, by rank of the row, zeros left out."""
    if read(base) is None:
        return {}
    gains = {rang: read(ligne) - read(base) for rang, ligne in par_rang.items() if rang and read(ligne) is not None}
    return {rang: gain for rang, gain in gains.items() if gain}
