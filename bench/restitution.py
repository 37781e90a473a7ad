"""Time and size of what one takes away: each format in a process of its own, then the whole set of the year in one."""

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

from spapser.catalogue import load_catalogue  # noqa: E402
from spapser.exports.contexte import Contexte  # noqa: E402
from spapser.exports.formats import FORMATS, Format, find_format  # noqa: E402
from spapser.store import Base, load_edition  # noqa: E402
from spapser.suivi import load_suivi  # noqa: E402

TOURS = 5
LIMITE = 5.0
ENSEMBLE = "ensemble"
# Compiled modules are kept, as on any server: a first run, not counted, writes them.
MILIEU = {nom: valeur for nom, valeur in os.environ.items() if nom != "PYTHONDONTWRITEBYTECODE"}
SORTIE = Path(__file__).with_name("RESTITUTION.md")


def main() -> None:
    """Measure, print and write bench/RESTITUTION.md; status 1 when the whole set takes longer than LIMITE."""
    if len(sys.argv) == 2:
        print(" ".join(str(mesure) for mesure in measure_once(sys.argv[1])))
        return
    run_command()
    seules = {forme.nom: [run_once(forme.nom) for _ in range(TOURS)] for forme in FORMATS}
    commande = [run_command() for _ in range(TOURS)]
    texte = write_resultats(seules, commande)
    print(texte)
    SORTIE.write_text(texte, encoding="utf-8")
    raise SystemExit(median(premiere for premiere, _, _ in seules[ENSEMBLE]) > LIMITE)


def measure_once(nom: str) -> tuple[float, float, int]:
    """Seconds to make a format for the first time (its libraries imported) and again for another context; bytes."""
    base = Base(load_edition())
    suivi = load_suivi(base, load_catalogue())
    forme = find_format(nom)
    durees, taille = [], 0
    for _ in range(2):
        duree, taille = make(forme, Contexte(base, suivi, suivi.annees[-1]))
        durees.append(duree)
    return durees[0], durees[1], taille


def make(forme: Format, contexte: Contexte) -> tuple[float, int]:
    """Seconds and bytes of one format, what the formats share included."""
    debut = time.perf_counter()
    octets = forme.fabrique(contexte)
    return time.perf_counter() - debut, len(octets)


def run_once(nom: str) -> tuple[float, float, int]:
    """`measure_once` in a new process."""
    ended = subprocess.run([sys.executable, __file__, nom], capture_output=True, text=True, check=True, env=MILIEU)
    premiere, suivante, taille = ended.stdout.split()
    return float(premiere), float(suivante), int(taille)


def run_command() -> float:
    """Seconds of the whole command line for the whole set, the start of Python and the reading of the data included."""
    with tempfile.TemporaryDirectory() as dossier:
        debut = time.perf_counter()
        subprocess.run([sys.executable, "-m", "spapser", "exporter", ENSEMBLE, "-o", f"{dossier}/ensemble.zip"], cwd=RACINE,
                       check=True, capture_output=True, env=MILIEU)
        return time.perf_counter() - debut


def write_resultats(seules: dict[str, list[tuple[float, float, int]]], commande: list[float]) -> str:
    """The table of results in Markdown."""
    lignes = ["# Time and size of the exports", "",
              f"Written by `make bench` (bench/restitution.py): {TOURS} processes a format, medians, "
              "last year of the shipped edition. First: the libraries are imported and the content is read; next: a second "
              "document in the same process.", "",
              f"Python {platform.python_version()}, {platform.machine()}. Budget of the whole set: {LIMITE:g} s.", "",
              "| format | first, s | next, s | size, kB |", "|---|---:|---:|---:|"]
    for nom, tours in seules.items():
        premiere, suivante, taille = (median(mesure[rang] for mesure in tours) for rang in range(3))
        lignes.append(f"| {nom} | {premiere:.2f} | {suivante:.2f} | {taille / 1000:.0f} |")
    lignes += ["", f"`python -m spapser exporter {ENSEMBLE}`, start of Python and checks of the data included: "
               f"{median(commande):.2f} s.", ""]
    return "\n".join(lignes)


if __name__ == "__main__":
    main()
