"""A crowd of visitors behind a proxy: each keeps its cookie, reruns as fast as it is answered, and comes back when cut off."""

import threading
import time
import urllib.request
from dataclasses import dataclass, field
from statistics import median, quantiles

from session import Visite
from websockets.exceptions import WebSocketException

PAGES = ("", "fa04_heures_insertion", "trajectoires", "marches")


@dataclass
class Bilan:
    """What a crowd saw: seconds of each rerun, cuts of the connection, seconds to be served again after each."""

    durees: list[float] = field(default_factory=list)
    coupures: int = 0
    retours: list[float] = field(default_factory=list)
    fautes: list[str] = field(default_factory=list)

    def debit(self, secondes: float) -> float:
        """Reruns per second."""
        return len(self.durees) / secondes

    def milieu(self) -> float:
        """Median seconds of a rerun."""
        return median(self.durees)

    def haut(self) -> float:
        """95th centile of the seconds of a rerun."""
        return quantiles(self.durees, n=20)[-1]


class Visiteur:
    """One browser: its cookie says which process knows it; the page is opened again through the proxy when it is cut off."""

    def __init__(self, entree: str, page: str):
        self.entree, self.page = entree, page
        self.cookie, self.processus = "", ""
        self.come_back()

    def open(self) -> None:
        """Fetch the health of the service as the browser does, then open the WebSocket with the cookie received."""
        self.ask()
        self.visite = Visite(f"ws://{self.entree}/_stcore/stream", self.page, entetes={"Cookie": self.cookie})

    def ask(self) -> str:
        """One request with the cookie; gives the process that answered."""
        demande = urllib.request.Request(f"http://{self.entree}/_stcore/health", headers={"Cookie": self.cookie})
        with urllib.request.urlopen(demande, timeout=10) as reponse:
            poses = [brut.split(";")[0] for brut in reponse.headers.get_all("Set-Cookie", []) if brut.startswith("SPAPSER=")]
            self.cookie = poses[0] if poses else self.cookie
            self.processus = reponse.headers.get("X-Processus", "")
        return self.processus

    def come_back(self, delai: float = 60) -> None:
        """Open the page again until it is drawn; TimeoutError otherwise."""
        fin = time.monotonic() + delai
        while time.monotonic() < fin:
            try:
                self.open()
                self.visite.rerun()
                return
            except (OSError, WebSocketException):
                time.sleep(0.1)
        raise TimeoutError(f"{self.page} : pas de retour en {delai} s")


def count_strays(entree: str, visiteurs: int = 12, demandes: int = 5) -> int:
    """Requests answered by another process than the one that took the visitor first: 0 when routing is sticky."""
    egares = 0
    for _ in range(visiteurs):
        un = Visiteur(entree, "")
        premier = un.processus
        egares += sum(un.ask() != premier for _ in range(demandes))
        un.visite.close()
    return egares


def load(entree: str, visiteurs: int, secondes: float, pendant=None) -> Bilan:
    """Visitors without think time for some seconds; `pendant` is called once, a third of the way."""
    bilan, fin = Bilan(), threading.Event()
    presents = [Visiteur(entree, PAGES[rang % len(PAGES)]) for rang in range(visiteurs)]
    fils = [threading.Thread(target=walk, args=(un, bilan, fin)) for un in presents]
    for fil in fils:
        fil.start()
    time.sleep(secondes / 3)
    if pendant:
        pendant()
    time.sleep(secondes * 2 / 3)
    fin.set()
    for fil in fils:
        fil.join(60)
    for un in presents:
        un.visite.close()
    return bilan


def walk(un: Visiteur, bilan: Bilan, fin: threading.Event) -> None:
    """Rerun until the end; a cut is counted, and timed until the page is drawn again."""
    while not fin.is_set():
        try:
            bilan.durees.append(un.visite.rerun())
        except (OSError, WebSocketException):
            bilan.coupures += 1
            debut = time.perf_counter()
            try:
                un.come_back()
                bilan.retours.append(time.perf_counter() - debut)
            except TimeoutError as erreur:
                bilan.fautes.append(str(erreur))
                return
        except RuntimeError as erreur:
            bilan.fautes.append(str(erreur))
