"""The folder of editions: where it is, which editions it holds, and the one to show."""

import os
from pathlib import Path

from spapser.dossier import depot_folder
from spapser.errors import CodeInconnu, EditionIllisible
from spapser.store.edition import SOCLE, Edition
from spapser.store.manifeste import read_manifeste

DOSSIERS = ("editions", "donnees", "originaux")
VERROU = "verrou"  # held by whoever publishes


def manifeste_path(numero: int, depot: Path) -> Path:
    """Where the manifest of an edition is."""
    return depot / "editions" / f"{numero:06d}.json"


def list_numeros(depot: Path | None = None) -> list[int]:
    """Numbers of the editions, 0 included, oldest first; an unreachable folder leaves edition 0 alone."""
    try:
        noms = [entree.name for entree in os.scandir((depot or depot_folder()) / "editions")]
    except OSError:
        return [0]
    return [0, *sorted(int(nom[:6]) for nom in noms if nom[:6].isdecimal() and nom[6:] == ".json")]


def is_closed() -> bool:
    """True when the folder is there and cannot be listed: its rights, or its disk."""
    try:
        os.scandir(depot_folder() / "editions").close()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return False


def initial_edition() -> Edition:
    """Edition 0: the data that ship with the product."""
    return Edition(0, SOCLE, "édition 0, bilan 2024", depot_folder())


def load_edition(numero: int | None = None) -> Edition:
    """The edition of that number, the last whole one without a number. CodeInconnu when it was never published."""
    if numero is None:
        return last_edition()
    if numero == 0:
        return initial_edition()
    depot = depot_folder()
    if numero not in list_numeros(depot):
        raise CodeInconnu(f"L’édition {numero} n’existe pas : choisir parmi les éditions du journal.")
    return read_manifeste(manifeste_path(numero, depot), depot)


def last_edition() -> Edition:
    """The edition to show: the last one whose manifest can be read."""
    for numero in reversed(list_numeros()[1:]):
        try:
            return load_edition(numero)
        except (EditionIllisible, CodeInconnu):
            continue
    return initial_edition()
