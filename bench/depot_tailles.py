"""Deposit at several sizes: ours, the bare database, pandas, pandera on polars, frictionless; with the fitted exponent.

Each measure is a process of its own, so that its peak memory is its own.
"""

import json
import math
import os
import platform
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from statistics import median

RACINE = Path(__file__).parents[1]
sys.path[:0] = [str(RACINE), str(Path(__file__).parent)]

TAILLES, LONGUE = tuple(int(n) for n in os.environ.get("TAILLES", "10000,100000,1000000,5000000").split(",")), 5_000_000
BORNE, TOURS = {"frictionless": 100_000}, 3  # above, minutes; rounds, the tools in turn
OUTILS = {"nue": "DuckDB, read and written as Parquet, no check", "depot": "ours: read, check, write, publish",
          "pandas": "pandas: read, types, masks, Parquet", "pandera": "pandera on polars: read, schema, Parquet",
          "frictionless": "frictionless: types and key, nothing written"}
SORTIE = Path(__file__).with_name("DEPOT_TAILLES.md")


def main() -> None:
    """Measure, print and write bench/DEPOT_TAILLES.md."""
    from cibles import at_most, publish
    from contrats import write_contrats

    charge, mesures = os.getloadavg()[0], {}
    outils = [outil for outil in OUTILS if has_tool(outil)]
    for taille in TAILLES:
        with tempfile.TemporaryDirectory() as dossier:
            fichier = Path(dossier) / "marches.csv"
            write_contrats(fichier, taille)
            retenus = [outil for outil in outils if taille <= BORNE.get(outil, taille)]
            tours = [{outil: measure(outil, fichier) for outil in retenus} for _ in range(TOURS)]
            mesures |= {(outil, taille): sum_up([tour[outil] for tour in tours]) for outil in retenus}
    longue = mesures.get(("depot", LONGUE))
    publish(SORTIE, write_resultats(mesures, TAILLES, outils, charge),
            [at_most(f"peak memory of ours at {LONGUE:,} rows", 2048, longue and longue["mio"], " MiB")])


def has_tool(outil: str) -> bool:
    """True when a tool is installed; one line says when it is not."""
    presente = find_spec(outil) is not None or outil in ("nue", "depot")
    if not presente:
        print(f"{outil} is not installed (requirements-bench.txt): left out")
    return presente


def measure(outil: str, fichier: Path) -> dict[str, float]:
    """Seconds and MiB of one tool over one file."""
    from depot import COMPTEES, run

    vu = run(outil, fichier) if outil in ("nue", "depot", "frictionless") else run(outil, fichier, __file__)
    return {"secondes": vu.get("total") or sum(vu[etape] for etape in COMPTEES), "mio": vu["mio"]}


def sum_up(mesures: Sequence[dict[str, float]]) -> dict[str, float]:
    """The median time and the highest memory of the rounds."""
    return {"secondes": median(m["secondes"] for m in mesures), "mio": max(m["mio"] for m in mesures)}


def measure_pandas(fichier: Path) -> dict[str, float]:
    """Text read whole, the same types in masks: amount, date, key, admitted values left out; written as Parquet."""
    import pandas as pd

    debut = time.perf_counter()
    table = pd.read_csv(fichier, sep=";", dtype=str, encoding="utf-8-sig")
    montant = pd.to_numeric(table.iloc[:, 7].str.replace("[\u202f €]", "", regex=True).str.replace(",", "."), errors="coerce")
    date = pd.to_datetime(table.iloc[:, 6], format="%d/%m/%Y", errors="coerce")
    part = pd.to_numeric(table.iloc[:, 8].str.rstrip(" %"), errors="coerce")
    siret, cpv = (table.iloc[:, rang].str.fullmatch(motif) for rang, motif in ((4, r"\d{14}"), (5, r"\d{8}")))
    fautes = (montant.isna() | (montant < 0)) | date.isna() | (part > 100) | ~siret | ~cpv | table.iloc[:, 0].duplicated()
    table[~fautes].to_parquet(f"{fichier}.parquet")
    return {"total": time.perf_counter() - debut, "fautes": float(fautes.sum())}


def measure_pandera(fichier: Path) -> dict[str, float]:
    """The same rules as a schema of pandera over polars; written as Parquet."""
    import pandera.polars as pa
    import polars as pl

    debut = time.perf_counter()
    table = pl.read_csv(fichier, separator=";", infer_schema=False)
    noms = table.columns
    table = table.with_columns(
        pl.col(noms[7]).str.replace_all("[\u202f €]", "").str.replace(",", ".").cast(pl.Float64, strict=False),
        pl.col(noms[8]).str.strip_chars_end(" %").cast(pl.Float64, strict=False),
        pl.col(noms[6]).str.to_date("%d/%m/%Y", strict=False))
    schema = pa.DataFrameSchema({
        noms[0]: pa.Column(str, unique=True), noms[7]: pa.Column(float, pa.Check.ge(0)), noms[6]: pa.Column(pl.Date),
        noms[8]: pa.Column(float, pa.Check.le(100), nullable=True), noms[4]: pa.Column(str, pa.Check.str_matches(r"^\d{14}$")),
        noms[5]: pa.Column(str, pa.Check.str_matches(r"^\d{8}$"))})
    schema.validate(table, lazy=True).write_parquet(f"{fichier}.parquet")
    return {"total": time.perf_counter() - debut}


def fit_exponent(points: Sequence[tuple[float, float]]) -> float:
    """The exponent of the power law nearest to (size, seconds), by least squares of the logarithms."""
    from statistics import linear_regression

    return linear_regression([math.log(x) for x, _ in points], [math.log(y) for _, y in points]).slope


def write_resultats(mesures: dict[tuple, dict], tailles: Sequence[int], outils: Sequence[str], charge: float) -> str:
    """The table in Markdown: one row a tool, seconds and ratio to the bare database by size, exponent, memory."""
    lignes = ["# Deposit at several sizes", "",
              f"Written by `make bench`: one process a measure, medians of {TOURS} rounds, Python {platform.python_version()}, "
              f"{os.cpu_count()} processors, load average before {charge:.1f} (what other work took). Seconds, and in brackets "
              "the ratio to the bare database.", "",
              f"| tool | {' | '.join(f'{taille:,} rows' for taille in tailles)} | exponent | peak memory |",
              f"|---|{'---:|' * (len(tailles) + 2)}"]
    for outil in outils:
        vues = {taille: mesures[outil, taille] for taille in tailles if (outil, taille) in mesures}
        cases = [f"{vues[taille]['secondes']:.2f} ({vues[taille]['secondes'] / mesures['nue', taille]['secondes']:.1f})"
                 if taille in vues else "–" for taille in tailles]
        loi = f"{fit_exponent([(t, v['secondes']) for t, v in vues.items()]):.2f}" if len(vues) > 1 else "–"
        lignes.append(f"| {OUTILS[outil]} | {' | '.join(cases)} | {loi} | {max(v['mio'] for v in vues.values()):.0f} MiB |")
    return "\n".join(lignes) + "\n"


if __name__ == "__main__":
    if len(sys.argv) > 2:
        faite = globals()[f"measure_{sys.argv[1]}"](Path(sys.argv[2]))
        print(json.dumps(faite | {"mio": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
    else:
        main()
