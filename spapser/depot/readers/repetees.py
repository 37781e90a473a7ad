"""Columns of a big file that repeat a few values: a code a row is kept, so that a value is judged once, not once a row.

A code is an ENUM. Those of very few values are guessed from an extract, so that the file is read straight into codes; a
value that the extract does not have goes to a text column beside, and no cell is ever lost.
"""

from collections.abc import Mapping, Sequence

from spapser.store import Atelier

PEU, BEAUCOUP = 256, 1 << 16  # values: guessed from the extract, counted in the file
PART, RETOURS = 0.8, 8  # of the lines of the extract; rows that each value of the file has, on average


def guess_types(atelier: Atelier, champs: Sequence[str]) -> tuple[frozenset[str], list[str]]:
    """From the table `extrait`: columns that have very few values, with their type `devine_<champ>`; those that may have few."""
    comptes = ", ".join(f"count(distinct {champ})" for champ in champs)
    *nombres, lignes = atelier.query(f"select {comptes}, count(*) from extrait")[0]
    repetees = [champ for champ, nombre in zip(champs, nombres, strict=True) if 0 < nombre <= lignes * PART]
    devinees = frozenset(c for c, n in zip(champs, nombres, strict=True) if 0 < n <= min(PEU, lignes / RETOURS))
    for champ in devinees:
        atelier.execute(f"create or replace type devine_{champ} as enum "
                        f"(select distinct {champ} from extrait where {champ} is not null order by 1)")
    return devinees, repetees


def write_cell(champ: str, devinees: frozenset[str]) -> str:
    """How a cell is kept: its text, or its code when it was guessed, any other text going beside."""
    if champ not in devinees:
        return f"plein({champ}) as {champ}"
    code = f"try_cast({champ} as devine_{champ})"
    return f"{code} as {champ}, case when {code} is null then plein({champ}) end as autre_{champ}"


def write_text(champ: str, devinees: frozenset[str]) -> str:
    """The text of a cell, however it is kept."""
    return f"coalesce({champ}::varchar, autre_{champ})" if champ in devinees else champ


def code_columns(atelier: Atelier, textes: Mapping[str, str], devinees: frozenset[str], repetees: Sequence[str]
                 ) -> dict[str, str]:
    """ENUM of each column that has few values, those and no other: the guessed one when it is right, else a new one."""
    types = {champ: f"devine_{champ}" for champ in list_exact(atelier, [champ for champ in textes if champ in devinees])}
    for champ in repetees:
        if champ in textes and champ not in types and build_type(atelier, champ, textes[champ]):
            types[champ] = f"code_{champ}"
    return types


def list_exact(atelier: Atelier, devinees: Sequence[str]) -> list[str]:
    """The columns whose guessed values are those of the file."""
    if not devinees:
        return []
    comptes = ", ".join(f"count(autre_{champ}) = 0 and count(distinct {champ}) = len(enum_range(null::devine_{champ}))"
                        for champ in devinees)
    justes = atelier.query(f"select {comptes} from enregistrements")[0]
    return [champ for champ, juste in zip(devinees, justes, strict=True) if juste]


def build_type(atelier: Atelier, champ: str, texte: str) -> bool:
    """The type `code_<champ>`, when the column has few values."""
    atelier.execute(f"create or replace table valeurs as select distinct {texte} as valeur from enregistrements")
    nombre, lignes = atelier.query("select count(valeur), (select count(*) from enregistrements) from valeurs")[0]
    peu = 0 < nombre <= min(BEAUCOUP, lignes / RETOURS)
    if peu:
        atelier.execute(f"create or replace type code_{champ} as enum "
                        "(select valeur from valeurs where valeur is not null order by 1)")
    atelier.execute("drop table valeurs")
    return peu


def write_columns(textes: Mapping[str, str], types: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """The text of each cell, and `code_<champ>` of those that have a code; nothing lies beside a guess that is right."""
    justes = {champ for champ, type in types.items() if type == f"devine_{champ}"}
    lues = [f"{champ}::varchar as {champ}" if champ in justes else f"{texte} as {champ}" for champ, texte in textes.items()]
    return lues, [f"{champ if champ in justes else f'{textes[champ]}::{type}'} as code_{champ}" for champ, type in types.items()]
