"""How one knows that the files of an edition are whole: their SHA-256, or the bytes at hand."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from spapser.errors import EditionIllisible
from spapser.store.edition import Edition, Partie

MORCEAU = 1 << 20


def hash_file(chemin: Path) -> str:
    """SHA-256 of a file, read by pieces."""
    with chemin.open("rb") as flux:
        return hashlib.file_digest(flux, "sha256").hexdigest()


def is_same(chemin: Path, contenu: bytes) -> bool:
    """True when a file reads back as these bytes."""
    with chemin.open("rb") as flux:
        morceaux = (contenu[place : place + MORCEAU] for place in range(0, len(contenu), MORCEAU))
        return all(flux.read(MORCEAU) == morceau for morceau in morceaux) and not flux.read(1)


def verify_rows(partie: Partie, edition: Edition) -> None:
    """EditionIllisible when the rows of a part are missing or altered."""
    verify_file(edition.chemin(partie), partie.empreinte, partie.donnees, partie)


def verify_file(chemin: Path, attendue: str, nom: str, partie: Partie) -> None:
    """EditionIllisible names a file that is missing or whose SHA-256 is not the expected one."""
    if not chemin.is_file() or hash_file(chemin) != attendue:
        raise EditionIllisible(f"Le fichier « {nom} » de l’édition {partie.edition} manque ou a été modifié : le rétablir "
                               "depuis une sauvegarde.")


def verify_parties(parties: Iterable[Partie], edition: Edition) -> None:
    """EditionIllisible names the first data file or original that is missing or altered."""
    for partie in parties:
        verify_rows(partie, edition)
        verify_file(edition.original(partie), partie.original, partie.document, partie)
