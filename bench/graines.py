"""Inputs of the fuzzer: whole small files of each format, then the same altered, made again from format, seed and rank."""

import tempfile
from pathlib import Path
from random import Random

from mutation import mutate


def write_graines() -> dict[str, tuple[bytes, ...]]:
    """Whole small files of each format: those of the tests, which cover what the readers know of."""
    from tests.depot.decp import CONCESSION, MARCHE, write_json, write_xml
    from tests.depot.fichiers import HEURES, write_csv, write_ods, write_parquet, write_xls, write_xlsx

    feuilles = {"Heures": HEURES, "Autre": HEURES[:2]}
    with tempfile.TemporaryDirectory() as dossier:
        parquet = tuple(write_parquet(Path(dossier), sql) for sql in (
            "select 2025 as annee, 'a' as operation", "select range as valeur, [1, 2] as liste, {'a': 1} as bloc from range(9)"))
    contrats = (MARCHE, CONCESSION)
    return {"csv": (write_csv(HEURES), write_csv(HEURES, ",", "cp1252"), write_csv(HEURES, "\t", "utf-16")),
            "json": (write_json(MARCHE), write_json(MARCHE, concessions=contrats[1:])),
            "xml": (write_xml(MARCHE), write_xml(MARCHE, concessions=contrats[1:])),
            "xlsx": (write_xlsx(feuilles),), "xls": (write_xls(feuilles),), "ods": (write_ods(feuilles),), "parquet": parquet}


def make_input(graines: dict, format: str, graine: int, rang: int) -> bytes:
    """The input of that rank, always the same."""
    return mutate(graines[format], Random(f"{format}-{graine}-{rang}"))
