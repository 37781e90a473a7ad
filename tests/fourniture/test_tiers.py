"""Nothing leaves: neither the browser nor the server speaks to another site, whatever page is open."""

import json
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.server.chromium import launch, open_page, wait_until_drawn
from tests.server.lancement import PROJECT, fetch, serve

# Loaded by Python before anything else: every connection and every name asked for, of this process and of its children.
ESPION = """
import json, os, socket, sys

def note(evenement, arguments):
    if evenement == "socket.connect" and arguments[0].type & socket.SOCK_STREAM and arguments[0].family != socket.AF_UNIX:
        quoi = str(arguments[1][0])
    elif evenement == "socket.getaddrinfo":
        quoi = str(arguments[0])
    else:
        return
    with open(os.environ["ESPION"], "a") as flux:
        flux.write(json.dumps([evenement, quoi]) + "\\n")

sys.addaudithook(note)
"""
ICI = {"127.0.0.1", "::1", "localhost", "None", "b'127.0.0.1'", "b'localhost'"}
PAGES = sorted(fichier.stem for fichier in PROJECT.glob("pages/*.py"))
DONNEES = ("/donnees/index", "/donnees/marches.csv", "/donnees/bilan-2024.pdf", "/donnees/edition-2024.html", "/donnees/absent")


@pytest.fixture(scope="module")
def promenade(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, set[str]], list[list[str]]]:
    """The hosts that each page called in the browser, and what the server connected to during the whole walk."""
    dossier = tmp_path_factory.mktemp("espion")
    (dossier / "sitecustomize.py").write_text(ESPION)
    trace: Path = dossier / "trace"
    trace.touch()
    chemins = {"PYTHONPATH": f"{dossier}:{PROJECT}", "ESPION": str(trace)}
    hotes: dict[str, set[str]] = {}
    with serve(PROJECT, dossier / "serveur.log", **chemins) as port, launch() as chromium:
        page = open_page(chromium, 1280, [])
        page.set_default_timeout(90_000)  # a long walk, perhaps on a loaded machine
        ouverte = [""]
        for evenement in ("request", "websocket"):
            page.on(evenement, lambda r: hotes.setdefault(ouverte[0], set()).add(urlsplit(r.url).hostname or "")
                    if urlsplit(r.url).scheme in {"http", "https", "ws", "wss"} else None)
        for nom in PAGES:
            ouverte[0] = nom
            page.goto(f"http://127.0.0.1:{port}/{'' if nom == 'synthese' else nom}")
            wait_until_drawn(page)
        for chemin in DONNEES:
            fetch(port, chemin)
        fetch(port, "/_stcore/stream", Connection="Upgrade", Upgrade="websocket", Origin="https://ailleurs.exemple",
              Sec_WebSocket_Version="13", Sec_WebSocket_Key="AAAAAAAAAAAAAAAAAAAAAA==")
    return hotes, [json.loads(ligne) for ligne in trace.read_text().splitlines()]


def test_the_browser_calls_our_server_only(promenade: tuple[dict[str, set[str]], list]) -> None:
    hotes, _ = promenade
    assert sorted(hotes) == PAGES
    assert {nom: vus for nom, vus in hotes.items() if vus != {"127.0.0.1"}} == {}


def test_the_server_calls_nobody_even_when_an_unknown_origin_knocks(promenade: tuple[dict, list[list[str]]]) -> None:
    _, appels = promenade
    assert [appel for appel in appels if appel[1] not in ICI] == []


def test_the_spy_sees_a_connection(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(ESPION)
    subprocess.run([sys.executable, "-c", "import socket\ntry: socket.create_connection(('192.0.2.1', 9), 0.01)\n"
                    "except OSError: pass"], env=os.environ | {"PYTHONPATH": str(tmp_path), "ESPION": str(tmp_path / "trace")},
                   check=True, timeout=60)
    assert ["socket.connect", "192.0.2.1"] in [json.loads(ligne) for ligne in (tmp_path / "trace").read_text().splitlines()]
