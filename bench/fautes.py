"""Publications killed at random moments under reading load, then two at once: nothing lost, nothing half-visible.

Readers go through the store, and through a real server: files, health, pages drawn. An error told to them is a fault.

    python bench/fautes.py [--publications 200] [--duels 200]
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

RACINE = Path(__file__).parents[1]
sys.path.insert(0, str(RACINE))
sys.path.insert(0, str(Path(__file__).parent))

from cibles import at_least, at_most, publish  # noqa: E402
from lecteurs import read_meanwhile  # noqa: E402

SORTIE = Path(__file__).with_name("FAUTES.md")


def start(valeur: int) -> subprocess.Popen:
    """A publication in a process of its own."""
    return subprocess.Popen([sys.executable, "-m", "tests.store.publication", "2025", str(valeur)], cwd=RACINE,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def time_one() -> float:
    """Seconds that a publication takes on this machine when nobody kills it."""
    debut = time.monotonic()
    start(0).communicate()
    return time.monotonic() - debut


def read_whole(lues: list, fautes: list) -> None:
    """Open the last edition and weigh every one of its files."""
    from spapser.store import load_edition, verify_parties

    try:
        edition = load_edition()
        verify_parties(edition.parties, edition)
        lues.append(edition.numero)
    except Exception as erreur:
        fautes.append(f"lecture : {erreur!r}")


def kill_some(combien: int, fautes: list) -> tuple[int, int]:
    """Publications killed at random moments, and readings made meanwhile; the numbers read never go back."""
    lues, fini, tuees = [], threading.Event(), 0

    def read() -> None:
        while not fini.is_set():
            read_whole(lues, fautes)
            time.sleep(0.01)

    lecteur = threading.Thread(target=read)
    lecteur.start()
    hasard, duree = random.Random(7), time_one()
    for rang in range(combien):
        processus = start(rang)
        try:
            processus.wait(duree * hasard.uniform(0.5, 1.1))
        except subprocess.TimeoutExpired:
            processus.send_signal(signal.SIGKILL)
        processus.communicate()
        tuees += processus.returncode == -signal.SIGKILL
    fini.set()
    lecteur.join()
    if lues != sorted(lues):
        fautes.append("un lecteur a vu une édition plus ancienne que la précédente")
    return tuees, len(lues)


def duel(combien: int, fautes: list) -> int:
    """Two publications at once; returns how many were told that they came second."""
    perdues = 0
    for rang in range(combien):
        paire = [start(2 * rang), start(2 * rang + 1)]
        sorties = [(processus.communicate(), processus.returncode) for processus in paire]
        perdants = [erreur for (_, erreur), code in sorties if code]
        perdues += len(perdants)
        fautes += [f"duel : {erreur[-200:]}" for erreur in perdants if not erreur.startswith("L’édition ")]
    return perdues


def check_chain(fautes: list) -> int:
    """Each number once, each edition on the one before, each file whole; returns how many there are."""
    from spapser.store import list_numeros, load_edition, verify_parties

    numeros = list_numeros()
    if numeros != list(range(len(numeros))):
        fautes.append("des numéros manquent")
    for numero in numeros[1:]:
        edition = load_edition(numero)
        verify_parties(edition.parties, edition)
        if edition.publication.parent != numero - 1:
            fautes.append(f"l’édition {numero} n’est pas posée sur la précédente")
    return len(numeros) - 1


def main() -> None:
    """Run both trials in a folder of their own and write bench/FAUTES.md; status 1 on any fault."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--publications", type=int, default=200)
    options.add_argument("--duels", type=int, default=200)
    voulu, fautes = options.parse_args(), []
    with tempfile.TemporaryDirectory() as dossier:
        os.environ["SPAPSER_DEPOT"] = dossier
        with read_meanwhile(fautes) as lecteurs:
            tuees, lues = kill_some(voulu.publications, fautes)
            perdues = duel(voulu.duels, fautes)
        editions = check_chain(fautes)
    if lecteurs.numeros[-1:] != [editions]:
        fautes.append("le serveur n’a pas montré la dernière édition")
    texte = "\n".join([
        "# Faults of publications", "", f"Written by `python bench/fautes.py --publications {voulu.publications} "
        f"--duels {voulu.duels}`.", "Meanwhile, one reader through the store, and two of a real server: an answer that is not "
        "200, an error", "on a page, an edition older than the one before, or a service that falls back on an older one are "
        "faults.", "",
        f"- {voulu.publications} publications, {tuees} killed at a random moment, under {lues} readings of the store;",
        f"- {voulu.duels} pairs published at once, {perdues} publications told that another came first;",
        f"- {lecteurs.reponses} answers by HTTP and {lecteurs.pages} pages drawn by the server all along;",
        f"- {editions} editions in one chain at the end; faults: {len(fautes)}.", "", *[f"  - {faute}" for faute in fautes]])
    publish(SORTIE, texte, [
        at_least("publications under reading load, killed at a random moment or let through", 200, voulu.publications),
        at_least("pairs published at once", 200, voulu.duels),
        at_most("lost or half-visible editions, error pages", 0, len(fautes))])
    sys.exit(bool(fautes))


if __name__ == "__main__":
    main()
