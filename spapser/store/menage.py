"""What a killed publication left behind."""

import fcntl
import os
from pathlib import Path

from spapser.errors import EditionIllisible
from spapser.store.registre import VERROU, depot_folder, list_numeros, load_edition


def sweep_depot() -> list[str]:
    """Remove the files that no edition refers to, left by a publication that was killed; returns their names.

    Does nothing while somebody publishes, or when an edition cannot be read: what it refers to is then unknown.
    """
    depot = depot_folder()
    try:
        verrou = os.open(depot / VERROU, os.O_RDWR)
    except OSError:
        return []
    try:
        fcntl.flock(verrou, fcntl.LOCK_EX | fcntl.LOCK_NB)
        restes = list_leftovers(depot)
        for reste in restes:
            reste.unlink(missing_ok=True)
        return [reste.name for reste in restes]
    except (OSError, EditionIllisible):
        return []
    finally:
        os.close(verrou)


def list_leftovers(depot: Path) -> list[Path]:
    """Files of the store that no manifest names."""
    editions = [load_edition(numero) for numero in list_numeros(depot)[1:]]
    connus = {p.donnees for e in editions for p in e.parties} | {p.original for e in editions for p in e.parties}
    restes = [f for nom in ("donnees", "originaux") for f in (depot / nom).iterdir() if f.name not in connus]
    return restes + [f for f in (depot / "editions").iterdir() if f.name.startswith(".")]
