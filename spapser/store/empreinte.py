"""The SHA-256 of the files of an edition: how one knows that they are whole."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from spapser.errors import EditionIllisible
from spapser.store.edition import Edition, Partie


def hash_file(chemin: Path) -> str:
    """SHA-256 of a file, read by pieces."""
    with chemin.open("rb") as flux:
        return hashlib.file_digest(flux, "sha256").hexdigest()


def verify_parties(parties: Iterable[Partie], edition: Edition) -> None:
    """EditionIllisible names the first data file or original that is missing or altered."""
    for partie in parties:
        for chemin, attendue, nom in ((edition.chemin(partie), partie.empreinte, partie.donnees),
                                      (edition.original(partie), partie.original, partie.document)):
            if not chemin.is_file() or hash_file(chemin) != attendue:
                raise EditionIllisible(f"Le fichier « {nom} » de l’édition {partie.edition} manque ou a été modifié : le "
                                       "rétablir depuis une sauvegarde.")
