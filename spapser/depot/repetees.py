"""Columns of the judged table that repeat a few values: each value is put into canonical text once, and kept as a code."""

from collections.abc import Sequence

from spapser.depot.codes import quote_all
from spapser.store import Atelier


def write_code(atelier: Atelier, nom: str, champ: str, type: str, ecriture: tuple[str, Sequence], defaut: str) -> str:
    """SQL of the code of a column in its canonical text, from `code_<champ>` whose ENUM is `type`; `ecriture` reads `champ`.

    A column that is canonical already keeps the code it has.
    """
    expression, parametres = ecriture
    atelier.execute(f"create or replace table propres_{nom} as select code, {expression} as propre from (select unnest("
                    f"enum_range(null::{type})) as code, code::varchar as {champ})", parametres)
    if not defaut and not atelier.query(f"select count(*) from propres_{nom} where propre is distinct from code::varchar")[0][0]:
        return f"code_{champ}"
    ajout = f" union select {quote_all([defaut])}" if defaut else ""
    atelier.execute(f"create or replace type propre_{nom} as enum (select * from (select propre from propres_{nom} "
                    f"where propre is not null{ajout}) order by 1)")
    code = f"(select list(propre::propre_{nom} order by code) from propres_{nom})[enum_code(code_{champ}) + 1]"
    return f"coalesce({code}, {quote_all([defaut])}::propre_{nom})" if defaut else code


def list_codees(atelier: Atelier) -> frozenset[str]:
    """Columns of the judged table whose cells are codes: what depends on the value alone is asked of each value once."""
    return frozenset(nom for (nom,) in atelier.query("select column_name from information_schema.columns "
                                                     "where table_name = 'codes' and data_type like 'ENUM%'"))
