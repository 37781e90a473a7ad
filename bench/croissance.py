"""Growth: deposit, opening of the data, pages and exports over more and more contracts, with the fitted exponent.

Four sizes. `--dix-millions` measures 10,000,000 rows instead, on a page of their own (a quarter of an hour): deposited a year
at a time, for the default memory of a deposit is enough for two million rows, and with more memory for the pages (MEMOIRE).
"""

import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles

RACINE = Path(__file__).parents[1]
sys.path[:0] = [str(RACINE), str(Path(__file__).parent)]

from cibles import Cible, at_most, publish  # noqa: E402
from depot_tailles import fit_exponent  # noqa: E402
from marches import ANNEE, run_depot, write_national  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402
from premiere_vue import PAGE, open_twice, write_http  # noqa: E402
from session import Visite, serve  # noqa: E402
from visiteurs import PAUSE, PROMENADE, send_crowd  # noqa: E402

TAILLES, LONGUE = tuple(int(n) for n in os.environ.get("TAILLES", "10000,40000,160000,640000").split(",")), 10_000_000
TOURS, FOULE, DUREE = 7, 50, 12.0  # warm runs; visitors, and how many seconds of them
PAGES = {"synthese": "", "fa04_heures_insertion": "", "marches": "", "marches, one filter": "&clause=sociale",
         "trajectoires": ""}
FORMES = {"pdf": LONGUE, "html": LONGUE, "parquet": 640_000, "csv": 640_000, "xlsx": 160_000}  # the most rows each is asked for
ANNEES, MEMOIRE = range(2019, 2026), "6GB"
SORTIE, SORTIE_LONGUE = (Path(__file__).with_name(nom) for nom in ("CROISSANCE.md", "DIX_MILLIONS.md"))


def main(options: list[str]) -> None:
    """Measure, print and write bench/CROISSANCE.md, after each size: the last ones are long; or bench/DIX_MILLIONS.md."""
    charge, mesures = os.getloadavg()[0], {}
    if "--dix-millions" in options:
        publish_longue(measure_taille(LONGUE), charge)
        return
    measure_taille(TAILLES[0])  # thrown away: nobody pays for what the disk reads for the first time
    for taille in TAILLES:
        mesures[taille] = measure_taille(taille)
        publish(SORTIE, write_resultats(mesures, charge), list_cibles(mesures))


def publish_longue(mesures: dict[str, float], charge: float) -> None:
    """Write bench/DIX_MILLIONS.md."""
    lignes = [f"# {LONGUE:,} rows", "",
              "Written by `make bench-long`: rows of the national tabular form, deposited a year at a "
              f"time, opened with SPAPSER_MEMOIRE_PAGES={MEMOIRE}, Python {platform.python_version()}, {os.cpu_count()} "
              f"processors, load average before {charge:.1f} (what other work took).", "", "| what | seconds |", "|---|---:|"]
    lignes += [f"| {nom} | {duree:.3f} |" for nom, duree in mesures.items() if nom != "memory"]
    lignes += ["", f"Peak memory of the exports: {mesures['memory']:,.0f} MiB."]
    longue = max(duree for nom, duree in mesures.items() if nom.endswith(("first run", "warm")))
    publish(SORTIE_LONGUE, "\n".join(lignes), [at_most(f"longest run of a page over {LONGUE:,} rows", 1, longue, " s")])


def measure_taille(taille: int) -> dict[str, float]:
    """Seconds of each thing over so many rows, in an edition of their own."""
    with tempfile.TemporaryDirectory() as nom:
        dossier = Path(nom)
        mesures = measure_depots(dossier, taille)
        os.environ["SPAPSER_DEPOT"] = str(dossier / "editions")
        mesures |= measure_pages() | measure_ouverture(taille)
    print(taille, json.dumps(mesures), flush=True)
    return mesures


def measure_depots(dossier: Path, taille: int) -> dict[str, float]:
    """Seconds of each step of the deposit of so many rows, in one file or in a few."""
    depots = []
    if taille == LONGUE:
        os.environ["SPAPSER_MEMOIRE_PAGES"] = MEMOIRE
    for annees in [(annee, annee) for annee in ANNEES] if taille == LONGUE else [(ANNEES[0], ANNEES[-1])]:
        fichier = write_national(dossier / "contrats.parquet", taille, annees)
        depots.append(run_depot(fichier, dossier / "editions"))
        fichier.unlink()
    etapes = {"deposit: read, judged": "lecture", "deposit: preview": "apercu", "deposit: published": "publication"}
    return {nom: sum(depot[etape] for depot in depots) for nom, etape in etapes.items()}


def measure_pages() -> dict[str, float]:
    """First run of each page over the edition, and the median of its warm ones."""
    mesures = {}
    with serve(RACINE / "app.py") as adresse:
        for nom, filtre in PAGES.items():
            visite = Visite(adresse, nom.partition(",")[0], f"annee={ANNEE}{filtre}")
            mesures[f"{nom}, first run"] = visite.rerun()
            mesures[f"{nom}, warm"] = median(visite.rerun() for _ in range(TOURS))
            visite.close()
        return mesures | measure_visitors(adresse)


def measure_visitors(adresse: str) -> dict[str, float]:
    """Runs of visitors who walk at once, then the first sight of a fiche in a browser."""
    durees = send_crowd(adresse, FOULE, DUREE, PAUSE, PROMENADE)["runs"]
    with sync_playwright() as playwright:
        froide, chaude = open_twice(playwright.chromium, f"{write_http(adresse)}/{PAGE}", "no limit")
    return {f"{FOULE} visitors, p50": median(durees), f"{FOULE} visitors, p95": quantiles(durees, n=20)[-1],
            "first sight, cold cache": froide.secondes, "first sight, warm cache": chaude.secondes}


def measure_ouverture(taille: int) -> dict[str, float]:
    """Opening of the edition, then one document of each format, in a process of its own."""
    sortie = subprocess.run([sys.executable, __file__, "documents", str(taille)], check=True, capture_output=True,
                            text=True, cwd=RACINE)
    return json.loads(sortie.stdout.splitlines()[-1])


def measure_documents(taille: int) -> dict[str, float]:
    """The same, here: seconds, and MiB of peak memory under « memory »."""
    from spapser.catalogue import load_catalogue
    from spapser.exports.contexte import Contexte
    from spapser.exports.formats import find_format
    from spapser.store import Base, load_edition
    from spapser.suivi import load_suivi

    instant = time.perf_counter()
    base = Base(load_edition())
    contexte = Contexte(base, load_suivi(base, load_catalogue()), ANNEE)
    mesures = {"data opened": time.perf_counter() - instant}
    for forme in (forme for forme, borne in FORMES.items() if taille <= borne):
        instant = time.perf_counter()
        find_format(forme).fabrique(contexte)
        mesures[f"export: {forme}"] = time.perf_counter() - instant
    return mesures | {"memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def write_resultats(mesures: dict[int, dict[str, float]], charge: float) -> str:
    """The table in Markdown: seconds by size, and the exponent (1 is linear)."""
    memoires = " · ".join(f"{vu['memory']:.0f}" for vu in mesures.values())
    lignes = ["# Growth", "",
              f"Written by `make bench`: rows of the national tabular form, Python {platform.python_version()}, {os.cpu_count()} "
              f"processors, load average before {charge:.1f} (what other work took). Seconds; an exponent of 1 is linear.", "",
              f"| what | {' | '.join(f'{taille:,} rows' for taille in mesures)} | exponent |",
              f"|---|{'---:|' * (len(mesures) + 1)}"]
    for nom in (nom for nom in next(iter(mesures.values())) if nom != "memory"):
        points = [(taille, vu[nom]) for taille, vu in mesures.items() if nom in vu]
        cases = " | ".join(f"{vu[nom]:.3f}" if nom in vu else "–" for vu in mesures.values())
        lignes.append(f"| {nom} | {cases} | {fit_exponent(points):.2f} |" if len(points) > 1 else f"| {nom} | {cases} | – |")
    return "\n".join([*lignes, "", f"Peak memory of the exports, MiB: {memoires}."]) + "\n"


def list_cibles(mesures: dict[int, dict[str, float]]) -> list[Cible]:
    """The steepest of all exponents."""
    noms = {nom for vu in mesures.values() for nom in vu if nom != "memory"}
    points = [[(taille, vu[nom]) for taille, vu in mesures.items() if nom in vu] for nom in noms]
    pentes = [fit_exponent(suite) for suite in points if len(suite) > 1]
    return [at_most("steepest exponent", 1, max(pentes, default=None))]


if __name__ == "__main__":
    if sys.argv[1:2] == ["documents"]:
        print(json.dumps(measure_documents(int(sys.argv[2]))))
    else:
        main(sys.argv[1:])
