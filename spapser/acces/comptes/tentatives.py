"""Failed attempts to sign in, kept on the disk so that every process counts the same: rate limit, then growing delays.

Names that do not exist are counted like the others. They are kept as SHA-256: people type their password there by mistake.
An attempt is counted before its password is looked at, so that many at once are not worth more than one after the other.
"""

import hashlib
import time
from pathlib import Path

from spapser.acces.fichier import acces_folder, hold, read_file, replace_file

LIBRES, PREMIER_DELAI, DELAI_MAXIMAL = 5, 30, 900
PAR_MINUTE, OUBLI, NOMS = 30, 86400, 2000


def failures_path() -> Path:
    """Where they are kept."""
    return acces_folder() / "tentatives.json"


def take_attempt(identifiant: str) -> tuple[int, int]:
    """Count an attempt: seconds to wait (0: it may be tried) and failures of this name so far, this one included."""
    maintenant, nom = time.time(), hide(identifiant)
    with hold(failures_path()):
        echecs = forget_old(read_file(failures_path()), maintenant)
        nombre, derniere = echecs.get(nom, (0, 0))
        attente = max(remaining(nombre, derniere, maintenant), remaining_for_all(echecs, maintenant))
        if attente:
            return attente, nombre
        echecs[nom] = (nombre + 1, maintenant)
        replace_file(failures_path(), echecs)
        return 0, nombre + 1


def clear_attempts(identifiant: str) -> None:
    """Forget the failures of a name: it signed in, or the operator unlocked it."""
    with hold(failures_path()):
        echecs = read_file(failures_path())
        if echecs.pop(hide(identifiant), None):
            replace_file(failures_path(), echecs)


def find_delay(nombre: int) -> int:
    """Seconds without an attempt after that many failures: none at first, then twice as long each time, up to a limit."""
    if nombre < LIBRES:
        return 0
    return min(PREMIER_DELAI * 2 ** min(nombre - LIBRES, 10), DELAI_MAXIMAL)


def remaining(nombre: int, derniere: float, maintenant: float) -> int:
    """Seconds still to wait; a clock that went backwards never makes it longer than the delay itself."""
    delai = find_delay(nombre)
    return max(0, round(delai - max(maintenant - derniere, 0)))


def remaining_for_all(echecs: dict, maintenant: float) -> int:
    """Seconds to wait when failures of every name together come too fast."""
    recents = sum(1 for _, derniere in echecs.values() if 0 <= maintenant - derniere < 60)
    return 60 if recents >= PAR_MINUTE else 0


def forget_old(echecs: dict, maintenant: float) -> dict:
    """The failures of the last day, those of the most recent names when there are too many."""
    recents = [(nom, tuple(echec)) for nom, echec in echecs.items() if maintenant - echec[1] < OUBLI]
    return dict(sorted(recents, key=lambda echec: echec[1][1])[-NOMS:])


def hide(identifiant: str) -> str:
    """A name as it is kept."""
    return hashlib.sha256(identifiant.encode()).hexdigest()[:32]
