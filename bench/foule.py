"""A crowd without a browser, in a process of its own: `foule.py ADDRESS VISITORS SECONDS THINK PAGES` prints one JSON line.

Each visitor opens a session, walks through the pages (`page?parameters`, separated by blanks) and leaves; another one
comes in his place until the time is over. THINK seconds, more or less a half, pass between two pages.
"""

import asyncio
import json
import random
import sys
import time
from dataclasses import dataclass, field

from session import name_page
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect

ATTENTE, ARRIVEE = 60, 3.0


@dataclass
class Releve:
    """What the crowd saw: (moment of its end, seconds) of each run, visits made whole, and what failed."""

    runs: list[tuple[float, float]] = field(default_factory=list)
    visites: int = 0
    octets: int = 0
    erreurs: list[str] = field(default_factory=list)


async def walk(adresse: str, pages: list[str], pause: float, releve: Releve, fin: float) -> None:
    """One visit, cut short when the time is over."""
    async with connect(adresse, subprotocols=["streamlit"], max_size=None, ping_interval=None, open_timeout=ATTENTE) as lien:
        for page in pages:
            duree = await rerun(lien, page, releve)
            releve.runs.append((time.perf_counter(), duree))
            await asyncio.sleep(pause * random.uniform(0.5, 1.5))
            if time.perf_counter() > fin:
                return
    releve.visites += 1


async def rerun(lien, page: str, releve: Releve) -> float:
    """Seconds from the request to the end of the script; RuntimeError when the page shows an exception."""
    demande, debut = BackMsg(), time.perf_counter()
    nom, _, demande.rerun_script.query_string = page.partition("?")
    demande.rerun_script.page_name = name_page(nom)
    await lien.send(demande.SerializeToString())
    while True:
        octets = await asyncio.wait_for(lien.recv(), ATTENTE)
        releve.octets += len(octets)
        message = ForwardMsg()
        message.ParseFromString(octets)
        nature = message.WhichOneof("type")
        if nature == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
            raise RuntimeError(message.delta.new_element.exception.message)
        if nature == "script_finished":
            return time.perf_counter() - debut


async def stay(adresse: str, pages: list[str], pause: float, releve: Releve, fin: float) -> None:
    """Visits one after the other in one place; what fails is kept, the next visitor still comes."""
    await asyncio.sleep(random.uniform(0, min(pause, ARRIVEE)))
    while time.perf_counter() < fin:
        try:
            await walk(adresse, pages, pause, releve, fin)
        except Exception as erreur:
            releve.erreurs.append(repr(erreur)[:160])
            await asyncio.sleep(0.2)


async def gather(adresse: str, visiteurs: int, duree: float, pause: float, pages: list[str]) -> dict:
    """All of them at once. The runs of the first fifth are not told: everyone was arriving."""
    random.seed(visiteurs)
    releve, debut = Releve(), time.perf_counter()
    await asyncio.gather(*(stay(adresse, pages, pause, releve, debut + duree) for _ in range(visiteurs)))
    comptes = [(moment, run) for moment, run in releve.runs if moment >= debut + duree / 5]
    etendue = max((moment for moment, _ in comptes), default=debut + duree) - (debut + duree / 5)
    return {"runs": [run for _, run in comptes], "etendue": etendue, "visites": releve.visites, "octets": releve.octets,
            "erreurs": len(releve.erreurs), "exemple": next(iter(releve.erreurs), "")}


if __name__ == "__main__" and len(sys.argv) > 5:
    print(json.dumps(asyncio.run(gather(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]), float(sys.argv[4]), sys.argv[5:]))))
