"""A publication is read and counted by every process as soon as it is there: no visitor waits for it, whoever published it."""

import gc
import threading
import time
from collections.abc import Iterator

from spapser.errors import SpapserError
from spapser.server.journal import tell_event
from spapser.store import list_numeros

PAS = 0.25


def watch_editions() -> None:
    """Look for new editions until the process ends, without holding it back."""
    threading.Thread(target=read_new_editions, daemon=True, name="relecture").start()


def read_new_editions() -> None:
    """Read the present at the start, then once for each change of the list of editions."""
    for _ in list_changes():
        read_presente()


def list_changes() -> Iterator[int]:
    """The number of the last edition, then each time that it changes; a folder that cannot be listed changes nothing."""
    connue = None
    while True:
        derniere = find_derniere()
        if derniere not in (None, connue):
            connue = derniere
            yield derniere
        time.sleep(PAS)


def find_derniere() -> int | None:
    """Number of the last edition; None when the folder cannot be read."""
    try:
        return list_numeros()[-1]
    except (OSError, SpapserError):
        return None


def read_presente() -> None:
    """Fill the caches that a page of the present reads; what cannot be read is said by the pages, as at any time."""
    from spapser.ui.cache import open_controles, open_effet, open_suivi
    from spapser.ui.presente import find_presente

    try:
        presente = find_presente()
        open_suivi(presente.edition)
        tell_event(f"L’édition {presente.edition.numero} est lue.")
        open_controles(presente.edition)
        open_effet(presente.edition)
    except (OSError, SpapserError):
        return
    gc.collect()
    gc.freeze()  # what was read lasts as long as the process: the collection that follows each run need not look at it again
