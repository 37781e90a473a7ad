"""Time and size of what one takes away: each format in a process of its own, then the command that makes the whole set."""

import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

RACINE = Path(__file__).parents[1]
sys.path.insert(0, str(RACINE))

from cibles import at_most, publish  # noqa: E402

from spapser.catalogue import load_catalogue  # noqa: E402
from spapser.exports.contexte import Contexte  # noqa: E402
from spapser.exports.formats import FORMATS, find_format  # noqa: E402
from spapser.store import Base, load_edition  # noqa: E402
from spapser.suivi import load_suivi  # noqa: E402

TOURS = 3
LIMITE = 5.0
ENSEMBLE = "ensemble"
# Compiled modules are kept, as on any server: a first run, not counted, writes them.
MILIEU = {nom: valeur for nom, valeur in os.environ.items() if nom != "PYTHONDONTWRITEBYTECODE"}
SORTIE = Path(__file__).with_name("RESTITUTION.md")
Mesure = tuple[float, float, float]


def main() -> None:
    """Measure, print and write bench/RESTITUTION.md."""
    if len(sys.argv) == 2:
        print(*measure(sys.argv[1]))
        return
    run_command()
    charge = os.getloadavg()[0]
    mesures = {forme.nom: [run_once(forme.nom) for _ in range(TOURS)] for forme in FORMATS}
    texte = write_resultats(mesures, [run_command() for _ in range(TOURS)], charge)
    ensemble = median(duree for duree, _, _ in mesures[ENSEMBLE])
    publish(SORTIE, texte, [at_most("the whole set of a year", LIMITE, ensemble, " s")])


def measure(nom: str) -> Mesure:
    """Seconds and processor seconds of the first document of a process, its libraries imported; bytes."""
    base = Base(load_edition())
    contexte = Contexte(base, load_suivi(base, load_catalogue()), 2024)
    debut, effort = time.perf_counter(), time.process_time()
    octets = find_format(nom).fabrique(contexte)
    return time.perf_counter() - debut, time.process_time() - effort, len(octets)


def run_once(nom: str) -> Mesure:
    """`measure` in a new process."""
    ended = subprocess.run([sys.executable, __file__, nom], capture_output=True, text=True, check=True, env=MILIEU)
    duree, effort, taille = (float(mot) for mot in ended.stdout.split())
    return duree, effort, taille


def run_command() -> float:
    """Seconds of the whole command line for the whole set, the start of Python and the reading of the data included."""
    with tempfile.TemporaryDirectory() as dossier:
        debut = time.perf_counter()
        subprocess.run([sys.executable, "-m", "spapser", "exporter", ENSEMBLE, "-o", f"{dossier}/ensemble.zip"], cwd=RACINE,
                       check=True, capture_output=True, env=MILIEU)
        return time.perf_counter() - debut


def write_resultats(mesures: dict[str, list[Mesure]], commande: list[float], charge: float) -> str:
    """The table of results in Markdown, and whether the whole set holds in its budget."""
    lignes = ["# Time and size of the exports", "",
              f"Written by `make bench` (bench/restitution.py): medians of {TOURS} processes a format, year 2024 of the "
              "shipped edition. Each is the first document of its process: importing its libraries and drawing charts count.", "",
              f"Python {platform.python_version()}, {os.cpu_count()} processors, load average when it began: {charge:.1f}.", "",
              "| format | seconds | processor seconds | size, kB |", "|---|---:|---:|---:|"]
    for nom, tours in mesures.items():
        duree, effort, taille = (median(mesure[rang] for mesure in tours) for rang in range(3))
        lignes.append(f"| {nom} | {duree:.2f} | {effort:.2f} | {taille / 1000:.0f} |")
    ensemble = median(duree for duree, _, _ in mesures[ENSEMBLE])
    verdict = "within" if ensemble <= LIMITE else "over"
    lignes += ["", f"The whole set: {ensemble:.2f} s, {verdict} its budget of {LIMITE:g} s. "
               f"`python -m spapser exporter {ENSEMBLE}`, start and checks of the data included: {median(commande):.2f} s.", ""]
    return "\n".join(lignes)


if __name__ == "__main__":
    main()
