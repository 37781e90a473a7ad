"""First sight in a real browser: from the address to the first painted chart, against the bare default page, in one run.

Cold cache (a new browser) and warm (the same one again), without a limit and at 10 Mbit/s with 40 ms of delay.
"""

import os
import platform
import sys
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median

RACINE = Path(__file__).parents[1]
sys.path[:0] = [str(RACINE), str(Path(__file__).parent)]

from cibles import Cible, at_most, publish  # noqa: E402
from playwright.sync_api import Browser, BrowserContext, sync_playwright  # noqa: E402
from session import Visite, serve  # noqa: E402

TOURS = int(os.environ.get("TOURS", 3))
LIMITE = 60
PAGE = "fa04_heures_insertion"
MARCHE = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
RESEAUX = {"no limit": None, "10 Mbit/s + 40 ms": {"offline": False, "latency": 40, "downloadThroughput": 10e6 / 8,
                                                  "uploadThroughput": 10e6 / 8}}
# The moment, in the page's own clock, of the frame after the first mark of a chart.
GUETTEUR = """(() => { const marks = ".js-plotly-plot .main-svg :is(.points path, .lines path, .shapelayer path)";
const look = () => document.querySelector(marks) ? requestAnimationFrame(() => { window.vu = performance.now(); })
  : requestAnimationFrame(look); look(); })()"""
CIBLES = {("no limit", "cold"): 1.15, ("10 Mbit/s + 40 ms", "cold"): 0.45}
SORTIE = Path(__file__).with_name("PREMIERE_VUE.md")


@dataclass
class Vue:
    """One opening of a page: seconds to the chart, bytes received (sockets included), requests."""

    secondes: float
    octets: float = 0
    demandes: int = 0


def main() -> None:
    """Measure, print and write bench/PREMIERE_VUE.md."""
    charge, vues = os.getloadavg()[0], {}
    with ExitStack() as pile:
        ours, nue = (pile.enter_context(serve(script)) for script in (RACINE / "app.py", RACINE / "bench/temoins/nue.py"))
        for adresse, page in ((ours, PAGE), (nue, "")):
            Visite(adresse, page).rerun()
        playwright = pile.enter_context(sync_playwright())
        adresses = {"ours": f"{write_http(ours)}/{PAGE}", "default page": write_http(nue)}
        for reseau in RESEAUX:
            for _ in range(TOURS):
                for nom, adresse in adresses.items():
                    for cache, vue in zip(("cold", "warm"), open_twice(playwright.chromium, adresse, reseau), strict=True):
                        vues.setdefault((nom, reseau, cache), []).append(vue)
    publish(SORTIE, write_resultats(vues, charge), list_cibles(vues))


def write_http(adresse: str) -> str:
    """The address for a browser of a server whose socket has this address."""
    return adresse.replace("ws://", "http://").removesuffix("/_stcore/stream")


def open_twice(chromium, adresse: str, reseau: str) -> list[Vue]:
    """Cold then warm, in a new browser."""
    navigateur: Browser = chromium.launch(executable_path="/usr/bin/chromium", args=list(MARCHE))
    try:
        contexte = navigateur.new_context(viewport={"width": 1280, "height": 900})
        return [open_once(contexte, adresse, RESEAUX[reseau]) for _ in range(2)]
    finally:
        navigateur.close()


def open_once(contexte: BrowserContext, adresse: str, limite: dict | None) -> Vue:
    """One opening, in a new tab."""
    page, vue = contexte.new_page(), Vue(0)
    protocole = contexte.new_cdp_session(page)
    protocole.send("Network.enable")
    if limite:
        protocole.send("Network.emulateNetworkConditions", limite)
    protocole.on("Network.requestWillBeSent", lambda _: setattr(vue, "demandes", vue.demandes + 1))
    protocole.on("Network.loadingFinished", lambda e: setattr(vue, "octets", vue.octets + e["encodedDataLength"]))
    protocole.on("Network.webSocketFrameReceived", lambda e: setattr(vue, "octets", vue.octets + weigh_frame(e["response"])))
    page.add_init_script(GUETTEUR)
    page.goto(adresse, wait_until="commit")
    fin = time.monotonic() + LIMITE
    while not (moment := page.evaluate("window.vu || 0")):  # `wait_for_function` would need a rule that our policy refuses
        page.wait_for_timeout(50)
        if time.monotonic() > fin:
            raise TimeoutError(f"No chart at {adresse}")
    vue.secondes = moment / 1e3
    page.wait_for_timeout(1500)  # what still comes after the first chart weighs too, in both
    page.close()
    return vue


def weigh_frame(trame: dict) -> float:
    """Bytes of a frame of a socket; binary ones are told in base 64."""
    return len(trame["payloadData"]) * (0.75 if trame["opcode"] == 2 else 1)


def write_resultats(vues: dict[tuple, list[Vue]], charge: float) -> str:
    """The table in Markdown."""
    lignes = ["# First sight", "",
              f"Written by `make bench`: a fiche with its charts (`{PAGE}`) and the bare default page (4 metrics, 2 charts, all "
              f"defaults), Chromium, medians of {TOURS} openings each in turn, Python {platform.python_version()}, "
              f"{os.cpu_count()} processors, load average before {charge:.1f} (what other work took).", "",
              "| network | cache | ours, s | default page, s | ratio | ours, MB | default page, MB | requests |",
              "|---|---|---:|---:|---:|---:|---:|---:|"]
    for reseau in RESEAUX:
        for cache in ("cold", "warm"):
            ours, nue = (take_median(vues[nom, reseau, cache]) for nom in ("ours", "default page"))
            lignes.append(f"| {reseau} | {cache} | {ours.secondes:.2f} | {nue.secondes:.2f} | "
                          f"{ours.secondes / nue.secondes:.2f} | {ours.octets / 1e6:.2f} | {nue.octets / 1e6:.2f} | "
                          f"{ours.demandes:.0f} / {nue.demandes:.0f} |")
    return "\n".join(lignes) + "\n"


def list_cibles(vues: dict[tuple, list[Vue]]) -> list[Cible]:
    """Seconds to the chart against the default page, and bytes."""
    medianes = {cle: take_median(tours) for cle, tours in vues.items()}
    cibles = [at_most(f"{reseau}, {cache} cache: seconds ÷ default page", borne,
                      medianes["ours", reseau, cache].secondes / medianes["default page", reseau, cache].secondes)
              for (reseau, cache), borne in CIBLES.items()]
    return [*cibles, at_most("weight, cold cache", 2.9, medianes["ours", "no limit", "cold"].octets / 1e6, " MB")]


def take_median(vues: list[Vue]) -> Vue:
    """The median of each measure."""
    return Vue(*(median(getattr(vue, nom) for vue in vues) for nom in ("secondes", "octets", "demandes")))


if __name__ == "__main__":
    main()
