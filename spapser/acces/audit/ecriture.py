"""Add a line to the audit log: under a lock, on the disk for good before anybody is told that it is written.

The head says what the log must end with. It is written after the line: a process killed in between leaves a log one
line ahead of its head, which the next one takes over. A log that is shorter than its head was cut: the next line is
chained to the head, and the verification stops there.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any

from spapser.acces.audit.ligne import ORIGINE, head_path, log_path, read_line, write_line
from spapser.acces.fichier import PRIVE, hold, read_file, replace_file
from spapser.acces.personne import Personne
from spapser.errors import AccesIllisible

DEPART = {"rang": 0, "empreinte": ORIGINE, "taille": 0}


def record(acte: str, personne: Personne, objet: Mapping[str, Any]) -> str:
    """Write what a person did (`objet`: plain values) and return the SHA-256 of its line. OSError when it cannot last."""
    with hold(log_path()):
        descripteur = os.open(log_path(), os.O_CREAT | os.O_RDWR | os.O_APPEND, PRIVE)
        try:
            tete = catch_up(descripteur)
            corps = {"rang": tete["rang"] + 1, "date": datetime.now().astimezone().isoformat(timespec="seconds"), "acte": acte,
                     "qui": personne.nom, "compte": personne.courriel, "origine": personne.origine.value, "objet": dict(objet),
                     "precedent": tete["empreinte"]}
            octets = write_line(corps)
            append(descripteur, octets)
            suite = advance(tete, octets, os.fstat(descripteur).st_size)
        finally:
            os.close(descripteur)
        replace_file(head_path(), suite)
        return suite["empreinte"]


def record_quietly(acte: str, personne: Personne, objet: Mapping[str, Any]) -> None:
    """Write a refusal, which stands whether or not it can be written down."""
    with suppress(OSError, AccesIllisible):
        record(acte, personne, objet)


def catch_up(descripteur: int) -> dict:
    """The head, moved past the lines that a killed process wrote after it; the torn end of a line is removed."""
    tete = DEPART | read_file(head_path())
    taille = os.fstat(descripteur).st_size
    position = tete["taille"]
    for octets in os.pread(descripteur, max(taille - position, 0), position).splitlines(keepends=True):
        if not octets.endswith(b"\n"):
            os.ftruncate(descripteur, position)
            break
        position += len(octets)
        tete = advance(tete, octets, position)
    return tete


def advance(tete: dict, octets: bytes, taille: int) -> dict:
    """The head after a line; one that cannot be read keeps the place of the one before it."""
    ligne = read_line(octets)
    if ligne is None:
        return tete | {"taille": taille}
    return {"rang": ligne["rang"], "empreinte": ligne["empreinte"], "taille": taille}


def append(descripteur: int, octets: bytes) -> None:
    """Add a whole line or nothing: a full disk leaves the log as it was, and OSError."""
    avant = os.fstat(descripteur).st_size
    try:
        ecrits = os.write(descripteur, octets)
        if ecrits != len(octets):
            raise OSError(28, "la place manque")
        os.fsync(descripteur)
    except OSError:
        with suppress(OSError):
            os.ftruncate(descripteur, avant)
        raise
