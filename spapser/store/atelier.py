"""A workshop: a locked DuckDB in a folder of its own, where a deposited file becomes rows and is judged, then forgotten."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from spapser.dossier import describe_panne
from spapser.errors import EditionIllisible, FichierIllisible
from spapser.store.etabli import PLEIN, Etabli
from spapser.store.memoire import DEPOTS, lessen, open_memory, read_memoire

PREFIXE = "spapser-atelier-"
MORCEAU = 1 << 20  # the system is up to four times as long to find room for bigger pieces


class Atelier(Etabli):
    """In-memory tables of text beside one folder; no other file can be read or written. Closing it leaves nothing behind.

    `reserve` is how many bytes of its memory are for the columns that another library keeps (`show`).
    """

    def __init__(self, reserve: int = 0) -> None:
        memoire = lessen(read_memoire(DEPOTS), reserve)
        try:
            self.dossier = Path(tempfile.mkdtemp(prefix=PREFIXE))
        except OSError:
            raise FichierIllisible(PLEIN) from None
        self.verrou = os.open(self.dossier / "verrou", os.O_CREAT | os.O_RDWR)
        fcntl.flock(self.verrou, fcntl.LOCK_EX)
        super().__init__(open_memory(memoire, str(self.dossier / "debord")))
        self.execute(f"set allowed_directories=['{self.dossier}']")
        self.execute("set enable_external_access=false")
        self.execute("set lock_configuration=true")

    def write_file(self, nom: str, contenu: bytes) -> Path:
        """Put bytes in the folder of the workshop, where the database may read them."""
        vue = memoryview(contenu)
        return self.write_pieces(nom, (vue[place : place + MORCEAU] for place in range(0, len(contenu), MORCEAU)))

    def write_pieces(self, nom: str, morceaux: Iterable[bytes | memoryview]) -> Path:
        """Put bytes there as they come, piece by piece. FichierIllisible when the disk is full: none of them stays."""
        chemin = self.dossier / nom
        try:
            with chemin.open("wb") as flux:
                flux.writelines(morceaux)
        except OSError:
            chemin.unlink(missing_ok=True)
            raise FichierIllisible(PLEIN) from None
        return chemin

    def copy_file(self, nom: str, source: Path) -> Path:
        """Put a file of the editions there. EditionIllisible when it is out of reach, FichierIllisible when the disk is full."""
        try:
            flux = source.open("rb")
        except OSError as erreur:
            raise EditionIllisible(f"Le fichier « {source.name} » des éditions ne s’ouvre pas ({describe_panne(erreur)}) : "
                                   "rétablir le dossier des éditions, puis recommencer.") from None
        with flux:
            return self.write_pieces(nom, iter(lambda: flux.read(MORCEAU), b""))

    def close(self) -> None:
        """Forget everything; harmless when done twice."""
        self.connexion.close()
        self.relations.clear()
        shutil.rmtree(self.dossier, ignore_errors=True)
        if self.verrou >= 0:
            os.close(self.verrou)
            self.verrou = -1

    def __del__(self) -> None:
        if hasattr(self, "verrou"):
            self.close()


def sweep_ateliers() -> int:
    """Remove the workshops whose process died; returns how many there were."""
    restes = 0
    for dossier in Path(tempfile.gettempdir()).glob(f"{PREFIXE}*"):
        try:
            verrou = os.open(dossier / "verrou", os.O_RDWR)
        except OSError:
            continue
        try:
            fcntl.flock(verrou, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(dossier, ignore_errors=True)
            restes += 1
        except OSError:
            continue
        finally:
            os.close(verrou)
    return restes
