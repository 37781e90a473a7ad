"""Contracts at national size: 2 000 000 tabular rows deposited whole, then every page over them beside its bare query.

The deposit is a process of its own, so that its peak memory is its own. Page and query are measured in one run.
"""

import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from statistics import median

RACINE = Path(__file__).parents[1]
sys.path.insert(0, str(RACINE))
sys.path.insert(0, str(Path(__file__).parent))

LIGNES, TOURS = int(os.environ.get("LIGNES", 2_000_000)), 7
SORTIE = Path(__file__).with_name("MARCHES.md")
ANNEE = 2024
AUTRES = ("synthese", "trajectoires", "marches", "controles", "obligations", "donnees", "exporter", "methode")


def main() -> None:
    """Measure, print and write bench/MARCHES.md."""
    from cibles import publish

    with tempfile.TemporaryDirectory() as nom:
        dossier = Path(nom)
        fichiers = {forme: write_national(dossier / f"national.{forme}") for forme in ("csv", "parquet")}
        octets = {forme: fichier.stat().st_size for forme, fichier in fichiers.items()}
        depots = {forme: run_depot(fichier, dossier / f"editions-{forme}") for forme, fichier in fichiers.items()}
        os.environ["SPAPSER_DEPOT"] = str(dossier / "editions-parquet")
        pages = measure_pages()
    publish(SORTIE, write_resultats(octets, depots, pages), list_cibles(pages))


def list_cibles(pages: dict[str, tuple[float, float, float]]) -> list:
    """The longest warm page: its time; and the worst ratio to its bare queries of the pages whose figures are computed."""
    from cibles import at_most
    from requetes_nues import computes

    longue = max(pages.values(), key=lambda vue: vue[1])
    return [at_most(f"longest warm page over {LIGNES:,} rows", 300, longue[1] * 1e3, " ms"),
            at_most("warm page ÷ its bare queries, worst of the pages whose figures are computed", 3,
                    max(chaude / nue for page, (_, chaude, nue) in pages.items() if computes(page)))]


def write_national(fichier: Path, contrats: int = LIGNES, annees: tuple[int, int] = (2019, 2025)) -> Path:
    """The national file of so many rows, in the format of its name; of these rows, those of some years."""
    import duckdb

    sql = Path(__file__).with_name("decp_tabulaire.sql").read_text("utf-8").replace("{lignes}", str(contrats))
    duckdb.sql(f"""copy (from ({sql}) where year("dateNotification"::date) between {annees[0]} and {annees[1]}) to '{fichier}'""")
    return fichier


def run_depot(fichier: Path, depot: Path) -> dict[str, float]:
    """Deposit a file whole in a process of its own: seconds by step, rows, and `mio`, its peak memory."""
    reglages = {nom: valeur for nom, valeur in os.environ.items() if nom.startswith("SPAPSER_MEMOIRE")}
    sortie = subprocess.run([sys.executable, __file__, "depot", str(fichier)], check=True, stdout=subprocess.PIPE, text=True,
                            cwd=RACINE, env={"SPAPSER_DEPOT": str(depot), "PATH": "/usr/bin:/bin", **reglages})
    return json.loads(sortie.stdout.splitlines()[-1])


def measure_depot(fichier: Path) -> dict[str, float]:
    """Read and judge, preview, publish."""
    from spapser.acces import operator
    from spapser.depot.apercu import preview
    from spapser.depot.parcours import Demande, examine, publish_examen
    from spapser.store import Base, load_edition

    courante, instants = Base(load_edition()), [time.perf_counter()]
    examen = examine(Demande("contrats", fichier.name, fichier.read_bytes(), acheteur=""), courante)
    instants.append(time.perf_counter())
    apercu = preview(examen, courante)
    instants.append(time.perf_counter())
    edition = publish_examen(examen, apercu, operator("Mesure"), "Mesure",
                             [cause.cle for cause in examen.rapport.avertissements])
    instants.append(time.perf_counter())
    durees = dict(zip(("lecture", "apercu", "publication"), (b - a for a, b in pairwise(instants)),
                      strict=True))
    return durees | {"contrats": sum(partie.lignes for partie in edition.parties)}


def measure_pages() -> dict[str, tuple[float, float, float]]:
    """For each page: its first run, the median of its warm runs, its bare query, in seconds."""
    from requetes_nues import ask
    from session import Visite, serve

    from spapser.catalogue import load_catalogue
    from spapser.store import Base, load_edition

    base, mesures = Base(load_edition()), {}
    with serve(RACINE / "app.py") as adresse:
        for page in (*AUTRES, *(fiche.page for fiche in load_catalogue().fiches)):
            visite = Visite(adresse, page, f"annee={ANNEE}")
            premiere, chaudes = visite.rerun(), [visite.rerun() for _ in range(TOURS)]
            mesures[page] = premiere, median(chaudes), ask(base, page, ANNEE, TOURS)
            visite.close()
    return mesures


def write_resultats(octets: dict[str, int], depots: dict[str, dict], pages: dict[str, tuple[float, float, float]]) -> str:
    """The two tables in Markdown."""
    lignes = ["# Contracts at national size", "", f"Written by `make bench`: {LIGNES:,} rows of the tabular form (58 columns), "
              f"Python {platform.python_version()}, {os.cpu_count()} processors.", "", "## Deposit, the whole file kept", "",
              "| file | MB | contracts | read and judged, s | preview, s | published, s | peak memory |",
              "|---|---:|---:|---:|---:|---:|---:|"]
    lignes += [f"| {forme} | {octets[forme] / 1e6:.0f} | {d['contrats']:,.0f} | {d['lecture']:.1f} | {d['apercu']:.1f} | "
               f"{d['publication']:.1f} | {d['mio']:.0f} MiB |" for forme, d in depots.items()]
    lignes += ["", f"## Pages over these contracts, {ANNEE}", "",
               "The bare queries are those of the page's own figures, run by DuckDB alone over the same base, nothing kept; a "
               "page without computed figures has only its published ones to look up, and costs what any page does.", "",
               "| page | first run, ms | warm, ms | bare queries, ms | warm ÷ bare |",
               "|---|---:|---:|---:|---:|"]
    lignes += [f"| {page} | {premiere * 1e3:.0f} | {chaude * 1e3:.1f} | {nue * 1e3:.1f} | {chaude / nue:.1f} |"
               for page, (premiere, chaude, nue) in pages.items()]
    return "\n".join(lignes) + "\n"


if __name__ == "__main__":
    if len(sys.argv) > 2:
        mesure = measure_depot(Path(sys.argv[2]))
        print(json.dumps(mesure | {"mio": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
    else:
        main()
