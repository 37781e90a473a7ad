"""A big content put in a new file by two threads: a system that finds new memory slowly takes most of a deposit for one."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from mmap import mmap
from pathlib import Path
from typing import BinaryIO

import numpy

MORCEAU = 1 << 20


def copy_content(chemin: Path, contenu: bytes, voir: Callable[[int, int], None]) -> None:
    """Write the file, which is not empty; `voir` is told from where to where each piece goes, by the thread that copied it.

    Its room is taken first: OSError without it, when a page of it that cannot be written would end the process.
    """
    with chemin.open("w+b") as flux:
        take_room(flux, len(contenu))
        with mmap(flux.fileno(), len(contenu)) as fichier, ThreadPoolExecutor(2) as fils:
            list(fils.map(lambda debut: copy_piece(fichier, contenu, debut, voir), range(0, len(contenu), MORCEAU)))


def take_room(flux: BinaryIO, taille: int) -> None:
    """Give a new file its size, and its room on the disk."""
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(flux.fileno(), 0, taille)
    else:
        flux.writelines(bytes(min(MORCEAU, taille - debut)) for debut in range(0, taille, MORCEAU))
        flux.flush()


def copy_piece(fichier: mmap, contenu: bytes, debut: int, voir: Callable[[int, int], None]) -> None:
    """Copy one piece, in numpy, which lets the other threads go on."""
    fin = min(debut + MORCEAU, len(contenu))
    cible = numpy.frombuffer(fichier, numpy.uint8, fin - debut, debut)
    numpy.copyto(cible, numpy.frombuffer(contenu, numpy.uint8, fin - debut, debut))
    voir(debut, fin)
