"""Cost of every page, first run and warm, against two control pages and its bare queries, interleaved in one run."""

import os
import platform
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from statistics import mean, median, quantiles
from tempfile import TemporaryDirectory

RACINE = Path(__file__).parents[1]
sys.path.insert(0, str(RACINE))
sys.path.insert(0, str(Path(__file__).parent))

from cibles import Cible, at_least, at_most, publish  # noqa: E402
from requetes_nues import ask  # noqa: E402
from session import Visite, read_effort, start  # noqa: E402

from spapser.catalogue import load_catalogue  # noqa: E402
from spapser.store import Base, load_edition  # noqa: E402

TOURS, ANNEE = int(os.environ.get("TOURS", 25)), 2024
RANGEMENT = 0.03  # Streamlit tidies up after the end of a run
NUE, REGLEE = "default control", "tuned control"
AUTRES = ("synthese", "trajectoires", "marches", "territoire", "matinale", "controles", "obligations", "methode", "donnees",
          "exporter", "deposer", "saisir", "journal")
TEMOINS = Path(__file__).parent / "temoins"
SORTIE = Path(__file__).with_name("PAGES.md")


def main() -> None:
    """Measure, print and write bench/PAGES.md."""
    charge = os.getloadavg()[0]
    with ExitStack() as pile:
        os.environ["SPAPSER_DEPOT"] = pile.enter_context(TemporaryDirectory())
        scripts = (RACINE / "app.py", TEMOINS / "nue.py", TEMOINS / "reglee.py")
        ours, nue, reglee = (pile.enter_context(start(script)) for script in scripts)
        visites = {NUE: (Visite(nue[0]), nue[1]), REGLEE: (Visite(reglee[0]), reglee[1])}
        pages = (*AUTRES, *(fiche.page for fiche in load_catalogue().fiches))
        visites |= {page: (Visite(ours[0], page), ours[1]) for page in pages}
        mesures = measure(visites)
    base = Base(load_edition())
    bases = {page: ask(base, page, ANNEE, TOURS) for page in visites}
    publish(SORTIE, write_resultats(mesures, bases, charge), list_cibles(mesures))


def measure(visites: dict[str, tuple[Visite, int]]) -> dict[str, list[tuple[float, float]]]:
    """(seconds, processor seconds of the server) of the first run of each page then of each warm one, one page after the
    other; the second and third are not counted."""
    mesures: dict[str, list[tuple[float, float]]] = {nom: [] for nom in visites}
    for tour in range(TOURS + 3):
        for nom, (visite, numero) in visites.items():
            avant, duree = read_effort(numero), visite.rerun()
            time.sleep(RANGEMENT)
            if tour not in (1, 2):
                mesures[nom].append((duree, read_effort(numero) - avant))
    for visite, _ in visites.values():
        visite.close()
    return mesures


def write_resultats(mesures: dict[str, list[tuple[float, float]]], bases: dict[str, float], charge: float) -> str:
    """The table of results in Markdown, with ratios to both control pages and to the bare queries."""
    nue, reglee = (mean(effort for _, effort in mesures[nom][1:]) for nom in (NUE, REGLEE))
    lignes = ["# Cost of a page", "",
              "Written by `make bench`. Both control pages show four metrics and two charts, one with every default, one tuned; "
              "all pages were visited in turn in one run on one machine.", "",
              f"Python {platform.python_version()}, {os.cpu_count()} processors, load average before {charge:.1f} (what other "
              f"work took), {TOURS} warm runs a page, milliseconds. The bare query: DuckDB alone, the page's own figures. "
              "At 2,000,000 rows: [MARCHES.md](MARCHES.md).", "",
              "A second on the wall depends on what else the machine does; processor time, a mean with what Streamlit tidies up "
              "after the run, does much less: the ratios are those of processor time.", "",
              "| page | first run | warm, median | warm, p95 | processor, warm | × tuned control | default control ÷ page | "
              "bare query |", "|---|---:|---:|---:|---:|---:|---:|---:|"]
    for nom, ((premiere, _), *chaudes) in mesures.items():
        durees, effort = [duree for duree, _ in chaudes], mean(effort for _, effort in chaudes)
        basse = "" if nom in (NUE, REGLEE) else f"{bases[nom] * 1e3:.1f}"
        lignes.append(f"| {nom} | {premiere * 1e3:.0f} | {median(durees) * 1e3:.1f} | {quantiles(durees, n=20)[-1] * 1e3:.1f} | "
                      f"{effort * 1e3:.1f} | {effort / reglee:.2f} | {nue / effort:.1f} | {basse} |")
    return "\n".join(lignes) + "\n"


def list_cibles(mesures: dict[str, list[tuple[float, float]]]) -> list[Cible]:
    """The dearest fiche against both control pages."""
    nue, reglee = (mean(effort for _, effort in mesures[nom][1:]) for nom in (NUE, REGLEE))
    chere = max(mean(effort for _, effort in mesures[fiche.page][1:]) for fiche in load_catalogue().fiches)
    return [at_most("dearest fiche, warm ÷ tuned control", 1.5, chere / reglee),
            at_least("default control ÷ dearest fiche, warm", 5, nue / chere)]


if __name__ == "__main__":
    main()
