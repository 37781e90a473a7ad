"""Files that will never change: whole and on the disk for good before they have their name."""

import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from spapser.dossier import sync_folder


def write_once(chemin: Path, read: Callable[[], bytes], copie: Path | None = None) -> None:
    """Write a file that will never change: under a passing name, on the disk for good, then under its own name.

    A copy, on the disk for good already, is given the name at once when it can be.
    """
    if chemin.exists():
        return
    if not link_copy(copie, chemin):
        os.replace(write_passing(chemin, read()), chemin)
    sync_folder(chemin.parent)


def sync_file(chemin: Path) -> None:
    """Put on the disk for good what was written in a file."""
    with chemin.open("rb+") as flux:
        os.fsync(flux.fileno())


def link_copy(copie: Path | None, chemin: Path) -> bool:
    """True when a copy could be given the name of a file."""
    with suppress(OSError):
        if copie:
            os.link(copie, chemin)
            return True
    return False


def write_passing(chemin: Path, contenu: bytes) -> Path:
    """The content under a name that no reader looks at, on the disk for good."""
    passager = chemin.with_name(f".{chemin.name}.{secrets.token_hex(4)}")
    with passager.open("xb") as flux:
        flux.write(contenu)
        flux.flush()
        os.fsync(flux.fileno())
    return passager
