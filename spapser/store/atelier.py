"""A workshop: a locked DuckDB in a folder of its own, where a deposited file becomes rows and is judged, then forgotten."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from threading import RLock

import duckdb
import pandas

from spapser.dossier import describe_panne
from spapser.errors import EditionIllisible, FichierIllisible, RequeteRefusee
from spapser.store.memoire import DEPOTS, is_full, open_memory, read_memoire
from spapser.store.requetes import read_sql

PREFIXE = "spapser-atelier-"
PAQUET, MORCEAU = 50_000, 1 << 20
PLEIN = ("Le fichier n’a pas pu être lu faute de place dans le dossier temporaire du serveur : y libérer de l’espace, puis le "
         "déposer de nouveau.")


class Atelier:
    """In-memory tables of text beside one folder; no other file can be read or written. Closing it leaves nothing behind."""

    def __init__(self) -> None:
        memoire = read_memoire(DEPOTS)
        try:
            self.dossier = Path(tempfile.mkdtemp(prefix=PREFIXE))
        except OSError:
            raise FichierIllisible(PLEIN) from None
        self.verrou = os.open(self.dossier / "verrou", os.O_CREAT | os.O_RDWR)
        fcntl.flock(self.verrou, fcntl.LOCK_EX)
        self.acces = RLock()
        self.connexion = open_memory(memoire, str(self.dossier / "debord"))
        for nom in ("macros", "macros_nombres", "macros_dates", "macros_siret"):
            self.execute(read_sql(f"depot/{nom}"))
        self.execute(f"set allowed_directories=['{self.dossier}']")
        self.execute("set enable_external_access=false")
        self.execute("set lock_configuration=true")

    def execute(self, sql: str, parametres: Sequence = ()) -> None:
        """Run a statement. RequeteRefusee with the database's words; FichierIllisible when memory or disk is short."""
        self.query(sql, parametres)

    def query(self, sql: str, parametres: Sequence = ()) -> list[tuple]:
        """Rows of a query as tuples; one thread at a time. Same errors as `execute`."""
        try:
            with self.acces:
                resultat = self.connexion.execute(sql, parametres) if parametres else self.connexion.execute(sql)
                return resultat.fetchall()
        except (duckdb.OutOfMemoryException, MemoryError):
            raise FichierIllisible("Le fichier dépasse la mémoire réservée aux dépôts : le découper en plusieurs "
                                   "fichiers, ou augmenter SPAPSER_MEMOIRE.") from None
        except duckdb.InterruptException:
            raise FichierIllisible("La lecture du fichier a été interrompue : le déposer de nouveau.") from None
        except duckdb.Error as erreur:
            if is_full(erreur):
                raise FichierIllisible(PLEIN) from None
            raise RequeteRefusee(f"La base a refusé une instruction : {str(erreur).splitlines()[0]}") from None

    def rows(self, sql: str, parametres: Sequence = ()) -> list[dict]:
        """Rows of a query as dictionaries."""
        with self.acces:
            lignes = self.query(sql, parametres)
            noms = [colonne[0] for colonne in self.connexion.description]
        return [dict(zip(noms, ligne, strict=True)) for ligne in lignes]

    def create_text(self, table: str, champs: Sequence[str], lignes: Iterable[tuple]) -> int:
        """A table (ligne integer, then one varchar a field) from Python tuples, a batch at a time; returns its rows."""
        colonnes = ", ".join(f'"{champ}" varchar' for champ in champs)
        self.execute(f'create or replace table "{table}" (ligne integer{", " + colonnes if champs else ""})')
        flux, total = iter(lignes), 0
        while paquet := list(islice(flux, PAQUET)):
            self.insert(table, ["ligne", *champs], paquet)
            total += len(paquet)
        return total

    def insert(self, table: str, noms: Sequence[str], paquet: list[tuple]) -> None:
        """Append one batch of tuples."""
        colonnes = (pandas.Series(colonne, dtype=object) for colonne in zip(*paquet, strict=True))
        cadre = pandas.DataFrame(dict(zip(noms, colonnes, strict=True)))
        with self.acces:
            self.connexion.register("paquet", cadre)
            self.execute(f'insert into "{table}" select * from paquet')
            self.connexion.unregister("paquet")

    def insert_many(self, table: str, lignes: list[tuple]) -> None:
        """Append tuples to a table that exists, in the order of its columns."""
        noms = [nom for (nom,) in self.query("select column_name from information_schema.columns where table_name = ? "
                                             "order by ordinal_position", [table])]
        for debut in range(0, len(lignes), PAQUET):
            self.insert(table, noms, lignes[debut : debut + PAQUET])

    def write_file(self, nom: str, contenu: bytes) -> Path:
        """Put bytes in the folder of the workshop, where the database may read them."""
        return self.write_pieces(nom, (contenu,))

    def write_pieces(self, nom: str, morceaux: Iterable[bytes]) -> Path:
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

    def interrupt(self) -> None:
        """Stop the running statement; callable from another thread."""
        self.connexion.interrupt()

    def close(self) -> None:
        """Forget everything; harmless when done twice."""
        self.connexion.close()
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
