"""Readers of a real server, for as long as they are asked to: files and health by HTTP, pages drawn over the WebSocket."""

import json
import threading
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

from session import Visite, start

RACINE = Path(__file__).parents[1]
FICHIERS = ("/donnees/insertion_operations.csv", "/donnees/resultats-2024.csv", "/donnees/index", "/sante")
PAGES = ("", "fa04_heures_insertion", "donnees")
PAUSE = 0.2


class Lecteurs:
    """What the readers saw: answers and pages counted, faults in words, the numbers of editions in the order told."""

    def __init__(self, adresse: str, fautes: list[str]) -> None:
        self.ws, self.http = adresse, adresse.replace("ws://", "http://").removesuffix("/_stcore/stream")
        self.fautes, self.reponses, self.pages, self.numeros = fautes, 0, 0, []
        self.fini = threading.Event()

    def ask_files(self) -> None:
        """One address after the other, until the end."""
        while not self.fini.is_set():
            for chemin in FICHIERS:
                self.ask(chemin)
            time.sleep(PAUSE)

    def ask(self, chemin: str) -> None:
        """One answer: anything but 200 with its content is a fault, and so is a service that says it is degraded."""
        try:
            with urllib.request.urlopen(f"{self.http}{chemin}", timeout=60) as reponse:
                contenu = reponse.read()
        except urllib.error.HTTPError as erreur:
            self.fautes.append(f"{chemin} : {erreur.code}, {erreur.read()[:200]!r}")
            return
        except OSError as erreur:
            self.fautes.append(f"{chemin} : {erreur!r}")
            return
        self.reponses += 1
        if chemin == "/sante":
            self.note(json.loads(contenu))
        elif len(contenu) < 100:
            self.fautes.append(f"{chemin} : {contenu[:200]!r}")

    def note(self, sante: dict) -> None:
        """The number told; `montrée` is the word of a service that had to fall back on an older edition."""
        self.numeros.append(sante["edition"])
        if "montrée" in sante.get("remarque", ""):
            self.fautes.append(f"/sante : {sante['remarque']}")

    def draw_pages(self) -> None:
        """One session a page, drawn again and again until the end; an error on the page is a fault."""
        visites = {page: Visite(self.ws, page) for page in PAGES}
        while not self.fini.is_set():
            for page, visite in visites.items():
                try:
                    visite.rerun()
                    self.pages += 1
                except Exception as erreur:
                    self.fautes.append(f"page « {page} » : {erreur!r}")
                    visites[page] = Visite(self.ws, page)
                    break
            time.sleep(PAUSE)
        for visite in visites.values():
            visite.close()

    def conclude(self) -> None:
        """The numbers told never go back."""
        if self.numeros != sorted(self.numeros):
            self.fautes.append("/sante a dit une édition plus ancienne que la précédente")


@contextmanager
def read_meanwhile(fautes: list[str]):
    """A server of the product on the folder of editions of this process, read until the end of the block."""
    with start(RACINE / "app.py") as (adresse, _):
        lecteurs = Lecteurs(adresse, fautes)
        fils = [threading.Thread(target=quoi) for quoi in (lecteurs.ask_files, lecteurs.draw_pages)]
        for fil in fils:
            fil.start()
        try:
            yield lecteurs
        finally:
            lecteurs.fini.set()
            for fil in fils:
                fil.join()
            lecteurs.ask("/sante")
            lecteurs.conclude()
