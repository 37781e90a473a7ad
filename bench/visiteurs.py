"""Visitors at once: ours from 20 to 200 of them, then what it and the bare default page bear at most, in one run.

`--long` measures instead 30 minutes of visits by 100 visitors, memory read every minute, on a page of its own. `--court`: a few
seconds, to try the file.
"""

import json
import os
import platform
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from statistics import median, quantiles

RACINE = Path(__file__).parents[1]
sys.path[:0] = [str(RACINE), str(Path(__file__).parent)]

from cibles import Cible, at_least, at_most, publish  # noqa: E402
from marches import ANNEE, run_depot, write_national  # noqa: E402
from session import Visite, read_memory, start  # noqa: E402

PAUSE, CONTRATS, PRESSES = 3.0, 5_000, 16
FICHES = ("fa01_petites_structures", "fa04_heures_insertion", "fa09_construction_durable")
CENT = 100
PROMENADE = [f"{page}?annee={ANNEE}" for page in ("synthese", *FICHES, "marches")]
PROMENADE += [f"marches?annee={ANNEE}&clause=sociale", f"marches?annee={ANNEE}&clause=sociale&type=services",
              f"synthese?annee={ANNEE}"]
NUE = [""] * len(PROMENADE)
MINUTE, MINUTES = 60.0, 30
SORTIE, SORTIE_LONGUE = (Path(__file__).with_name(nom) for nom in ("VISITEURS.md", "JOURNEE.md"))


def main(options: list[str]) -> None:
    """Measure, print and write bench/VISITEURS.md, or bench/JOURNEE.md."""
    court, charge = "--court" in options, os.getloadavg()[0]
    niveaux, duree = ((5, 10), 5.0) if court else ((20, 50, 100, 150, 200), 20.0)
    with ExitStack() as pile:
        dossier = Path(pile.enter_context(tempfile.TemporaryDirectory()))
        run_depot(write_national(dossier / "contrats.parquet", CONTRATS), dossier / "editions")
        os.environ["SPAPSER_DEPOT"] = str(dossier / "editions")
        ours, numero = pile.enter_context(start(RACINE / "app.py"))
        nue, _ = pile.enter_context(start(Path(__file__).parent / "temoins" / "nue.py"))
        warm(ours, nue)
        if "--long" in options:
            return publish_journee(follow(ours, numero, *((3.0, 2) if court else (MINUTE, MINUTES))), charge)
        charges = [(nombre, crowd(ours, numero, nombre, duree)) for nombre in niveaux]
        limites = [(press(ours, PROMENADE, duree / 2), press(nue, NUE, duree / 2)) for _ in range(2)]
    publish(SORTIE, write_resultats(charges, limites, duree, charge), list_cibles(charges, limites))


def list_cibles(charges: list[tuple[int, dict]], limites: list[tuple[float, float]]) -> list[Cible]:
    """At a hundred visitors, and at saturation against the default page."""
    cent = dict(charges).get(CENT)
    ours, nue = (median(couple[rang] for couple in limites) for rang in (0, 1))
    memoire = max(vu["apres"] for _, vu in charges)
    return [at_most(f"p95 at {CENT} visitors", 300, cent and quantiles(cent["runs"], n=20)[-1] * 1e3, " ms"),
            at_most(f"errors at {CENT} visitors", 0, cent and cent["erreurs"]),
            at_most("memory of the server", 600, memoire, " MiB"),
            at_least("runs a second at saturation ÷ default page", 8, ours / nue)]


def warm(ours: str, nue: str) -> None:
    """One visit of each, so that nobody pays for the first run of a page."""
    for adresse, pages in ((ours, PROMENADE), (nue, NUE[:1])):
        for page in pages:
            nom, _, parametres = page.partition("?")
            visite = Visite(adresse, nom, parametres)
            visite.rerun()
            visite.close()


def send_crowd(adresse: str, visiteurs: int, duree: float, pause: float, pages: list[str]) -> dict:
    """A crowd in its own process."""
    foule = str(Path(__file__).with_name("foule.py"))
    commande = [sys.executable, foule, adresse, str(visiteurs), str(duree), str(pause), *pages]
    return json.loads(subprocess.run(commande, check=True, capture_output=True, text=True).stdout)


def crowd(adresse: str, numero: int, visiteurs: int, duree: float) -> dict:
    """Visitors who think between two pages; with the server's memory before and after, in MiB."""
    avant = read_memory(numero)
    return send_crowd(adresse, visiteurs, duree, PAUSE, PROMENADE) | {"avant": avant, "apres": read_memory(numero)}


def press(adresse: str, pages: list[str], duree: float) -> float:
    """Runs a second when visitors do not think at all."""
    vu = send_crowd(adresse, PRESSES, duree, 0, pages)
    return len(vu["runs"]) / vu["etendue"]


def follow(adresse: str, numero: int, pas: float, fois: int) -> list[dict]:
    """A long day: the same hundred visitors step after step, memory read at each."""
    return [crowd(adresse, numero, CENT, pas) for _ in range(fois)]


def publish_journee(suivi: list[dict], charge: float) -> None:
    """Write bench/JOURNEE.md: what a long day leaves in memory."""
    visites, premiere, derniere = sum(vu["visites"] for vu in suivi), suivi[0]["apres"], suivi[-1]["apres"]
    lignes = [f"# A long day: {CENT} visitors, {visites:,} whole visits", "",
              f"Written by `make bench-long`. {describe(charge)}, one row a minute.", "",
              "| minute | runs/s | p50, ms | p95, ms | errors | memory, MiB | growth per visit, MiB |",
              "|---:|---:|---:|---:|---:|---:|---:|"]
    lignes += [write_ligne(str(rang), vu, (vu["apres"] - vu["avant"]) / max(vu["visites"], 1))
               for rang, vu in enumerate(suivi, 1)]
    publish(SORTIE_LONGUE, "\n".join(lignes) + "\n", [
        at_most("p95 of the slowest minute", 300, max(quantiles(vu["runs"], n=20)[-1] for vu in suivi) * 1e3, " ms"),
        at_most("errors", 0, sum(vu["erreurs"] for vu in suivi)),
        at_most("memory of the server", 600, max(vu["apres"] for vu in suivi), " MiB"),
        at_most("memory at the end ÷ after the first minute", 1.1, derniere / premiere)])


def describe(charge: float) -> str:
    """What was run where."""
    return (f"Python {platform.python_version()}, {os.cpu_count()} processors, the crowd in its own process on the same machine, "
            f"load average before {charge:.1f} (what other work took). Each visitor walks: first page, three fiches, contracts, "
            f"two filters of the contracts, first page; leaves, and another comes. {PAUSE:g} s of thought between two pages, "
            f"{CONTRATS:,} contract rows published")


def write_resultats(charges: list[tuple[int, dict]], limites: list[tuple[float, float]], duree: float, charge: float) -> str:
    """The tables in Markdown."""
    ours, nue = (median(couple[rang] for couple in limites) for rang in (0, 1))
    lignes = ["# Visitors at once", "", f"Written by `make bench`. {describe(charge)}, {duree:g} s a level.", "",
              "| visitors | runs/s | p50, ms | p95, ms | errors | memory, MiB | growth per visitor, MiB |",
              "|---:|---:|---:|---:|---:|---:|---:|"]
    lignes += [write_ligne(str(nombre), vu, (vu["apres"] - vu["avant"]) / nombre) for nombre, vu in charges]
    lignes += ["", f"Without any thought ({PRESSES} visitors, ours and the default page in turn): {ours:.1f} runs/s against "
               f"{nue:.1f}, **{ours / nue:.1f} times** the bare default page."]
    return "\n".join(lignes) + "\n"


def write_ligne(nom: str, vu: dict, croissance: float) -> str:
    """One row of a table."""
    haut = quantiles(vu["runs"], n=20)[-1]
    return (f"| {nom} | {len(vu['runs']) / vu['etendue']:.1f} | {median(vu['runs']) * 1e3:.0f} | {haut * 1e3:.0f} | "
            f"{vu['erreurs']} | {vu['apres']:.0f} | {croissance:.2f} |")


if __name__ == "__main__":
    main(sys.argv[1:])
