"""Columns of the judged table that repeat a few values: each value is put into canonical text once, and kept as a code."""

from collections.abc import Mapping, Sequence

from spapser.depot.codes import quote_all
from spapser.store import Atelier, Etabli


def create_type(atelier: Etabli, type: str, textes: str, ordre: str = "valeur") -> None:
    """ENUM of the texts, each once, that a query gives as `valeur`, and table `valeurs_<type>` (valeur, rang) of them, sorted by
    a column of the query.

    To name a big ENUM in a statement costs more than to read the table.
    """
    atelier.execute(f"create or replace table valeurs_{type} as select valeur, row_number() over () as rang "
                    f"from (select valeur from ({textes}) where valeur is not null order by {ordre})")
    atelier.execute(f"create or replace type {type} as enum (select valeur from valeurs_{type} order by rang)")


def read_values(type: str) -> str:
    """SQL of the values of an ENUM as text, in the column `valeur`."""
    return f"select unnest(enum_range(null::{type}))::varchar as valeur" if "(" in type else f"select valeur from valeurs_{type}"


def read_code(champ: str, table: str, valeur: str) -> str:
    """SQL of what a cell of `lus` has in a table by the rank of its value."""
    return f"(select list({valeur} order by rang) from {table})[code_{champ} + 1]"


def write_code(atelier: Atelier, nom: str, champ: str, type: str, ecriture: tuple[str, Sequence], defaut: str
               ) -> tuple[str, str]:
    """SQL of the code of a column in its canonical text, and its ENUM; from a field whose values are those of `type`, `ecriture`
    reading `champ`.

    A column that is canonical already keeps the code it has.
    """
    expression, parametres = ecriture
    atelier.execute(f"create or replace table propres_{nom} as select rang, valeur, {expression} as propre "
                    f"from (select *, valeur as {champ} from valeurs_{type})", parametres)
    if not defaut and not atelier.query(f"select count(*) from propres_{nom} where propre is distinct from valeur")[0][0]:
        return read_code(champ, f"valeurs_{type}", f"valeur::{type}"), type
    ajout = f" union select {quote_all([defaut])}" if defaut else ""
    create_type(atelier, f"propre_{nom}", f"select distinct propre as valeur from propres_{nom}{ajout}")
    code = read_code(champ, f"propres_{nom}", f"propre::propre_{nom}")
    return f"coalesce({code}, {quote_all([defaut])}::propre_{nom})" if defaut else code, f"propre_{nom}"


def list_values(atelier: Atelier, champ: str, codes: Mapping[str, str], limite: int) -> list[str]:
    """The first distinct texts of a column of the file, its empty cells left aside."""
    source = read_values(codes[champ]) if champ in codes else f"select distinct {champ} from lu where {champ} is not null"
    return [valeur for (valeur,) in atelier.query(f"{source} limit {limite}")]


def keep_codees(atelier: Atelier, types: Mapping[str, str]) -> None:
    """Table `codees`: the ENUM of the columns of `codes` that have one; what depends on the value alone is asked of each once."""
    atelier.create_text("codees", ["colonne", "type"], ((rang, *paire) for rang, paire in enumerate(types.items())))


def list_codees(atelier: Atelier) -> dict[str, str]:
    """Column of the judged table -> its ENUM, when its cells are codes."""
    return dict(atelier.query("select colonne, type from codees"))
