"""Where everything that is written lives: one folder, which editions, accounts and the audit log share; and how it is held."""

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROJET = Path(__file__).parents[1]
PANNES = {errno.ENOSPC: "plus de place sur le disque", errno.EDQUOT: "plus de place dans le quota",
          errno.EFBIG: "plus de place sur le disque", errno.EROFS: "disque en lecture seule", errno.EACCES: "droits insuffisants",
          errno.EPERM: "droits insuffisants", errno.ENOENT: "dossier introuvable", errno.ENOTDIR: "ce n’est pas un dossier",
          errno.EIO: "panne du disque", errno.EEXIST: "le nom est déjà pris", errno.ESTALE: "disque distant perdu"}


def depot_folder() -> Path:
    """`SPAPSER_DEPOT`, by default a git-ignored folder of the project; it may not exist yet."""
    return Path(os.environ.get("SPAPSER_DEPOT") or PROJET / "depot_editions").absolute()


@contextmanager
def hold_lock(verrou: Path, mode: int = 0o666) -> Iterator[None]:
    """Hold a lock file, made if need be; the next one, in this process or another, waits."""
    descripteur = os.open(verrou, os.O_CREAT | os.O_RDWR, mode)
    try:
        fcntl.flock(descripteur, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descripteur)


def sync_folder(dossier: Path) -> None:
    """Make the names of a folder last."""
    descripteur = os.open(dossier, os.O_RDONLY)
    try:
        os.fsync(descripteur)
    finally:
        os.close(descripteur)


def describe_panne(erreur: OSError) -> str:
    """What the system says of a file or a disk, in French."""
    return PANNES.get(erreur.errno, f"erreur {erreur.errno} du système")
