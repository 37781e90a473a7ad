"""Small private files that several processes share: held by one at a time, replaced whole, read by their owner only."""

import json
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from spapser.dossier import depot_folder, hold_lock, sync_folder
from spapser.errors import AccesIllisible

PRIVE, DOSSIER_PRIVE = 0o600, 0o700


@contextmanager
def hold(chemin: Path) -> Iterator[None]:
    """Hold a file through its lock, `<name>.verrou`, made with its folder if need be; others wait."""
    chemin.parent.mkdir(parents=True, exist_ok=True, mode=DOSSIER_PRIVE)
    with hold_lock(chemin.with_name(f"{chemin.name}.verrou"), PRIVE):
        yield


def replace_file(chemin: Path, valeur: object) -> None:
    """Write a value as JSON under a passing name, on the disk for good, then under its own name; mode 0600."""
    passager = chemin.with_name(f".{chemin.name}.{secrets.token_hex(4)}")
    try:
        with open(os.open(passager, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVE), "w", encoding="utf-8") as flux:
            json.dump(valeur, flux, ensure_ascii=False, indent=1)
            flux.flush()
            os.fsync(flux.fileno())
        os.replace(passager, chemin)
        sync_folder(chemin.parent)
    finally:
        with suppress(OSError):
            passager.unlink(missing_ok=True)


def read_file(chemin: Path) -> dict:
    """The value kept in a file, empty when it does not exist. AccesIllisible when it is damaged or readable by others."""
    try:
        with chemin.open(encoding="utf-8") as flux:
            mode = os.fstat(flux.fileno()).st_mode
            valeur = json.load(flux)
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError):
        raise AccesIllisible(f"Le fichier « {chemin.name} » est illisible : le rétablir depuis une sauvegarde, ou corriger ses "
                             "droits.") from None
    if stat.S_IMODE(mode) & 0o077:
        raise AccesIllisible(f"Le fichier « {chemin.name} » est ouvert à d’autres utilisateurs de la machine : lancer "
                             f"« chmod 600 {chemin.name} » dans son dossier.")
    if not isinstance(valeur, dict):
        raise AccesIllisible(f"Le fichier « {chemin.name} » n’a pas la forme attendue : le rétablir depuis une sauvegarde.")
    return valeur


def acces_folder() -> Path:
    """Where accounts, sessions and failures are kept: the folder « acces » beside the editions."""
    return depot_folder() / "acces"
