"""Columns of a big file that repeat a few values: a code a row is kept, so that a value is judged once, not once a row.

A code is an ENUM. Those of very few values are guessed from an extract, so that the file is read straight into codes; the
database refuses a value that the extract does not have, and the file is then read as text.
"""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from spapser.depot.repetees import create_type
from spapser.store import Atelier

PEU, BEAUCOUP = 256, 1 << 16  # values: guessed from the extract, counted in the file
PART, RETOURS = 0.95, 8  # of the lines of the extract; rows that each value of the file has, on average


def guess_types(atelier: Atelier, extrait: bytes, separateur: str, champs: Sequence[str]) -> tuple[list[str], list[str]]:
    """From an extract of the file: columns that have very few values, with their type `devine_<champ>`; those that may have
    few. None of either when the extract is no regular text."""
    table = read_extrait(extrait, separateur, champs)
    valeurs = {champ: pc.unique(table.column(champ)).drop_null() for champ in champs}
    peu = {champ: v.to_pylist() for champ, v in valeurs.items() if 0 < len(v) <= min(PEU, table.num_rows / RETOURS)}
    devinees = [champ for champ, textes in peu.items() if all(texte.strip() for texte in textes)]
    for champ in devinees:
        create_type(atelier, f"devine_{champ}", "select unnest(?::varchar[]) as valeur", [peu[champ]])
    return devinees, [champ for champ in champs if 0 < len(valeurs[champ]) <= table.num_rows * PART]


def read_extrait(extrait: bytes, separateur: str, champs: Sequence[str]) -> pa.Table:
    """Text of the columns, null where empty; lines of another width are dropped, and all of them when it is no regular text."""
    textes = pa.schema((champ, pa.string()) for champ in champs)
    lecture = csv.ConvertOptions(column_types=textes, null_values=[""], strings_can_be_null=True)
    try:
        return csv.read_csv(pa.py_buffer(extrait), csv.ReadOptions(column_names=list(champs)),
                            csv.ParseOptions(delimiter=separateur, invalid_row_handler=lambda ligne: "skip"), lecture)
    except pa.ArrowInvalid:
        return textes.empty_table()


def code_columns(atelier: Atelier, champs: Sequence[str], devinees: Sequence[str], repetees: Sequence[str], entier: bool
                 ) -> dict[str, str]:
    """ENUM of each column that has few values, those and no other: the one it was read into when it is right, else a new one.

    `entier`: each line of the file but the first is a row that is kept, so that those of the extract are.
    """
    gardees = [champ for champ in champs if champ in devinees]
    types = {champ: f"devine_{champ}" for champ in (gardees if entier else list_exact(atelier, gardees))}
    autres = [champ for champ in repetees if champ in champs and champ not in types]
    with ThreadPoolExecutor(2) as fils:
        peu = list(fils.map(lambda champ: build_type(atelier, champ), autres))
    return types | {champ: f"code_{champ}" for champ, retenu in zip(autres, peu, strict=True) if retenu}


def list_exact(atelier: Atelier, devinees: Sequence[str]) -> list[str]:
    """The columns whose guessed values are all in the rows that are kept."""
    if not devinees:
        return []
    comptes = ", ".join(f"count(distinct {champ}) = len(enum_range(null::devine_{champ}))" for champ in devinees)
    justes = atelier.query(f"select {comptes} from enregistrements")[0]
    return [champ for champ, juste in zip(devinees, justes, strict=True) if juste]


def build_type(atelier: Atelier, champ: str) -> bool:
    """The type `code_<champ>`, when the column has few values; several columns at once."""
    distinctes = f"distinctes_{champ}"
    with closing(atelier.beside()) as etabli:
        etabli.execute(f"create or replace table {distinctes} as select distinct {champ}::varchar as valeur from enregistrements")
        nombre, lignes = etabli.query(f"select count(valeur), (select count(*) from enregistrements) from {distinctes}")[0]
        peu = 0 < nombre <= min(BEAUCOUP, lignes / RETOURS)
        if peu:
            create_type(etabli, f"code_{champ}", f"select valeur from {distinctes}")
        etabli.execute(f"drop table {distinctes}")
    return peu


def write_columns(champs: Sequence[str], types: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """The text of each cell, and `code_<champ>` of those that were read into their code."""
    lus = [champ for champ, type in types.items() if type == f"devine_{champ}"]
    return [f"{champ}::varchar as {champ}" for champ in champs], [f"{champ} as code_{champ}" for champ in lus]
