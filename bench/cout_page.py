"""Cost of a warm rerun: every fiche and the first page against two control pages, interleaved in one run."""

import platform
import sys
from contextlib import ExitStack
from pathlib import Path
from statistics import median, quantiles

RACINE = Path(__file__).parents[1]
sys.path.insert(0, str(RACINE))
sys.path.insert(0, str(Path(__file__).parent))

from session import Visite, serve  # noqa: E402

from spapser.catalogue import load_catalogue  # noqa: E402

TOURS = 25
TEMOINS = Path(__file__).parent / "temoins"
SORTIE = Path(__file__).with_name("RESULTATS.md")


def main() -> None:
    """Measure, print and write bench/RESULTATS.md."""
    with ExitStack() as pile:
        ours = pile.enter_context(serve(RACINE / "app.py"))
        nue = pile.enter_context(serve(TEMOINS / "nue.py"))
        reglee = pile.enter_context(serve(TEMOINS / "reglee.py"))
        visites = {"page nue, réglages par défaut": Visite(nue), "page nue, réglée": Visite(reglee), "synthese": Visite(ours)}
        visites |= {f.page: Visite(ours, f.page) for f in load_catalogue().fiches}
        mesures = measure(visites)
    texte = write_resultats(mesures)
    print(texte)
    SORTIE.write_text(texte, encoding="utf-8")


def measure(visites: dict[str, Visite]) -> dict[str, list[float]]:
    """Seconds of each warm rerun, one page after the other, TOURS times; the first three runs are not counted."""
    mesures: dict[str, list[float]] = {nom: [] for nom in visites}
    for tour in range(TOURS + 3):
        for nom, visite in visites.items():
            duree = visite.rerun()
            if tour >= 3:
                mesures[nom].append(duree)
    for visite in visites.values():
        visite.close()
    return mesures


def write_resultats(mesures: dict[str, list[float]]) -> str:
    """The table of results in Markdown, with ratios to both control pages."""
    nue, reglee = (median(mesures[nom]) for nom in list(mesures)[:2])
    lignes = ["# Cost of a warm rerun", "", "Written by `make bench`. Both control pages show four metrics and two charts; all "
              "pages were visited in turn in one run on one machine.", "",
              f"Python {platform.python_version()}, {TOURS} reruns a page, milliseconds.", "",
              "| page | median | p95 | × default control | × tuned control |", "|---|---:|---:|---:|---:|"]
    for nom, durees in mesures.items():
        milieu, haut = median(durees), quantiles(durees, n=20)[-1]
        lignes.append(f"| {nom} | {milieu * 1e3:.1f} | {haut * 1e3:.1f} | {milieu / nue:.2f} | {milieu / reglee:.2f} |")
    return "\n".join(lignes) + "\n"


if __name__ == "__main__":
    main()
