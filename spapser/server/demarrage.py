"""What happens once, before the first visitor: leftovers swept, data checked, libraries warmed, the address printed."""

import gc
import inspect
import os
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from typing import Any, NoReturn

from streamlit import config, net_util
from streamlit.runtime.pages_manager import PagesManager

import spapser
from spapser.errors import SpapserError
from spapser.server.compression import compress_page_assets
from spapser.server.envoi import send_at_once
from spapser.server.frontal import read_index
from spapser.server.journal import open_journal, tell_event
from spapser.server.relecture import watch_editions
from spapser.server.theme import keep_theme
from spapser.store import load_edition, sweep_ateliers, sweep_depot

WARM_MODULES = ("pandas", "pyarrow", "duckdb", "plotly.graph_objects", "spapser.ui.cadre", "spapser.ui.fiche",
                "spapser.ui.synthese", "spapser.ui.marches.contrat", "spapser.ui.marches.filtres", "spapser.ui.marches.liste")
# Plotly builds the class of each part of a figure when it meets the first one.
WARM_FIGURE = {"data": [{"type": "bar", "x": [1], "y": ["a"], "marker": {"color": "#000"}},
                        {"type": "scatter", "x": [1], "y": [1], "mode": "lines+markers", "line": {"width": 1},
                         "marker": {"size": 1}}],
               "layout": {"font": {"size": 12}, "xaxis": {"visible": False}, "yaxis": {"visible": False},
                          "annotations": [{"text": "a", "font": {"size": 12}}],
                          "shapes": [{"type": "line", "line": {"width": 1}}], "margin": {"t": 0}}}


@asynccontextmanager
async def lifespan(app: Any) -> AsyncIterator[dict[str, Any]]:
    """Start the service, or refuse to when the data that ship with it are broken."""
    open_journal()
    stay_home()
    sweep()
    check_data()
    send_at_once()
    route_pages_through_app()
    keep_theme()
    warm_up()
    watch_editions()
    announce()
    tell_event(f"Version {spapser.__version__}, édition {load_edition().numero}.")
    tell_acces()
    yield {}


def stay_home() -> None:
    """Let nothing leave the machine: asked from an unknown origin, Streamlit would ask another site for its own address."""
    net_util.get_external_ip = lambda: None


def sweep() -> None:
    """Remove what killed publications left behind, and say in one sentence that nothing was lost."""
    restes, ateliers = sweep_depot(), sweep_ateliers()
    if restes:
        derniere = load_edition().numero
        tell(f"Une publication interrompue a été nettoyée : rien n’est perdu, l’édition {derniere} est entière.")
    elif ateliers:
        tell("Un dépôt interrompu a été nettoyé : rien n’avait été publié, rien n’est perdu.")


def check_data() -> None:
    """Verify the shipped data, then run every query once on the last whole edition; leave with status 1 on a mistake.

    What is read here stays in the caches of the pages: the first visitor waits for nothing. An edition that cannot be
    read does not stop the start: the one before it is served, and one sentence says so.
    """
    from spapser.depot import verify_shipped
    from spapser.ui.cache import open_controles, open_suivi
    from spapser.ui.presente import find_presente

    try:
        verify_shipped()
        presente = find_presente()
        open_suivi(presente.edition)
        open_controles(presente.edition)
        if presente.remarque:
            tell(presente.remarque)
    except SpapserError as error:
        leave(str(error))


def tell(sentence: str) -> None:
    """Print one sentence for whoever starts the service."""
    if not tell_event(sentence):
        print(f"  {sentence}", file=sys.stderr, flush=True)


def leave(sentence: str) -> NoReturn:
    """Print the sentence and end the process at once.

    An exception would reach the user as a stack trace: the ASGI server logs every failed start that way.
    Nothing is open yet, so nothing is lost.
    """
    if not tell_event(sentence):
        print(sentence, file=sys.stderr, flush=True)
    sys.stdout.flush()
    os._exit(1)


def route_pages_through_app() -> None:
    """Make a first visit to a page's own address go through `app.py`, as every later one does.

    Until the navigation has run once, Streamlit takes `pages/` for its older convention and runs the page alone.
    """
    PagesManager.uses_pages_directory = False


def warm_up() -> None:
    """Import the heavy libraries and the pages' blocks, draw one figure, and keep all that out of garbage collections.

    Streamlit collects garbage after each script run; over these libraries' objects, it took two thirds of the time.
    It also looks at the stack once, at the first element of the first visitor: the sources are found here beforehand.
    """
    for name in WARM_MODULES:
        import_module(name)
    figure = import_module("plotly.graph_objects").Figure(WARM_FIGURE)
    figure.to_json()
    inspect.stack()
    gc.collect()
    gc.freeze()
    threading.Thread(target=compress_page_assets, args=(read_index(),), daemon=True, name="compression").start()


def tell_acces() -> None:
    """Say who may write: silent at the machine of the server without any way to sign in, as the pages say it themselves."""
    from spapser.server.acces import describe_acces

    for phrase in describe_acces(config.get_option("server.address")):
        tell(phrase)


def announce() -> None:
    """Print the address to open, when Streamlit's own command serves the product."""
    if config._server_mode == "starlette-app":
        address, port = config.get_option("server.address") or "localhost", config.get_option("server.port")
        print(f"\n  SPAPSER est prêt : http://{address}:{port}\n", flush=True)
