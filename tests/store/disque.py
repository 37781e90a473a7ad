"""A disk that is small, or read-only: a real one where mounting is permitted."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


def mount(*arguments: str) -> bool:
    """Mount, and say whether it was permitted."""
    try:
        return subprocess.run(["mount", *arguments], capture_output=True, timeout=30, check=False).returncode == 0
    except OSError:
        return False


def unmount(dossier: Path) -> None:
    """Give the folder back as it was."""
    subprocess.run(["umount", str(dossier)], capture_output=True, timeout=30, check=False)


@contextmanager
def mount_small(dossier: Path, kilooctets: int) -> Iterator[Path]:
    """A disk of so many KiB on a folder, made if need be; the test is passed over, with one line, where none can be mounted."""
    dossier.mkdir(exist_ok=True)
    if not mount("-t", "tmpfs", "-o", f"size={kilooctets}k", "tmpfs", str(dossier)):
        pytest.skip("Monter un petit disque n’est pas permis ici : seul l’essai par la taille des fichiers est fait")
    try:
        yield dossier
    finally:
        unmount(dossier)


def fill(dossier: Path, laisse: int = 0) -> Path:
    """Take all the room of a small disk, but so many bytes; delete the file to give it back."""
    bourrage = dossier / "bourrage"
    place = os.statvfs(dossier)
    with bourrage.open("wb") as flux:
        flux.write(b"\0" * max(place.f_bavail * place.f_frsize - laisse, 0))
    return bourrage


@contextmanager
def make_read_only(dossier: Path) -> Iterator[None]:
    """Nothing may be written in a folder: by its rights, or by a read-only mount for root, whom rights do not stop."""
    if os.geteuid():
        with without_rights(dossier):
            yield
        return
    if not (mount("--bind", str(dossier), str(dossier)) and mount("-o", "remount,ro,bind", str(dossier))):
        unmount(dossier)
        pytest.skip("Monter en lecture seule n’est pas permis ici, et les droits n’arrêtent pas root")
    try:
        yield
    finally:
        unmount(dossier)


@contextmanager
def without_rights(dossier: Path) -> Iterator[None]:
    """The right to write taken from every folder."""
    dossiers = [dossier, *(chemin for chemin in dossier.rglob("*") if chemin.is_dir())]
    modes = {chemin: chemin.stat().st_mode for chemin in dossiers}
    for chemin in dossiers:
        chemin.chmod(0o555)
    try:
        yield
    finally:
        for chemin, mode in modes.items():
            chemin.chmod(mode)
