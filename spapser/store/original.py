"""The file that a person deposited, kept verbatim under its SHA-256."""

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from spapser.errors import PublicationRefusee
from spapser.store.ecriture import sync_file, write_once
from spapser.store.empreinte import is_same

ORIGINAL = "original"


@dataclass
class Original:
    """The file as the person deposited it; `contenu` is kept verbatim under its SHA-256.

    `copie` is a file of this content that is on the disk for good already, if there is one.
    """

    nom: str
    contenu: bytes
    copie: Path | None = None

    @cached_property
    def empreinte(self) -> str:
        """SHA-256 of the content."""
        return hashlib.sha256(self.contenu).hexdigest()

    def copy_ahead(self, dossier: Path) -> None:
        """Put the content on the disk for good while it is judged, the longest part of a publication: in the file ORIGINAL of
        the folder, which may hold it already. Without room, that waits."""
        with suppress(OSError):
            copie = dossier / ORIGINAL
            if not copie.exists():
                copie.write_bytes(self.contenu)
            sync_file(copie)
            self.copie = copie


def keep_original(depot: Path, original: Original) -> None:
    """The file as it was deposited, under its SHA-256. PublicationRefusee when it does not read back so."""
    chemin = depot / "originaux" / original.empreinte
    nouveau = not chemin.exists()
    write_once(chemin, lambda: original.contenu, original.copie)
    if not is_same(chemin, original.contenu):
        if nouveau:
            chemin.unlink()
        raise PublicationRefusee(f"Le fichier « {original.nom} » ne se relit pas comme il a été écrit, rien n’a été publié : "
                                 "vérifier le disque, puis publier de nouveau.")
