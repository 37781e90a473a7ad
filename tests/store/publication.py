"""A publication small enough to be made many times: hours of one operation for one year. Also runs alone, to be killed.

    python -m tests.store.publication ANNEE HEURES [NTH | plein]

publishes over the last edition; with NTH, the process kills itself at its NTH call to the file system; with « plein »,
the disk takes no more than a few bytes once the rows are ready.
"""

import os
import resource
import signal
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from spapser.acces import operator
from spapser.catalogue import load_catalogue
from spapser.errors import PublicationRefusee
from spapser.store import Base, Changement, Edition, Lot, Original, Publication, load_edition, publish

JEU = "insertion_operations"
APPELS = ("fsync", "replace", "link", "open", "mkdir", "unlink")


def write_lot(annee: int, heures: float, dossier: Path) -> Lot:
    """One row of hours as a Parquet file."""
    ligne = {"operation": "Chantier d’essai", "type_operation": "Travaux", "annee": str(annee), "valeur": str(heures),
             "unite": "heures", "nature": "realise", "fiabilite": "sure"}
    noms = [colonne.nom for colonne in load_catalogue().jeu(JEU).colonnes]
    table = pa.table({"ligne": pa.array([2], pa.int32())} | {nom: pa.array([ligne.get(nom)], pa.string()) for nom in noms})
    fichier = dossier / f"{annee}.parquet"
    pq.write_table(table, fichier)
    return Lot(JEU, annee, fichier, 1)


def publish_hours(annee: int = 2025, heures: float = 1000, parent: Edition | None = None,
                  prete: Callable[[], None] = lambda: None) -> Edition:
    """Publish over `parent`, by default the last edition; `prete` is called once the rows are ready."""
    parent = parent or load_edition()
    with tempfile.TemporaryDirectory() as dossier:
        lot = write_lot(annee, heures, Path(dossier))
        publication = Publication("2026-11-25T10:00:00+01:00", "Camille", f"Heures de {annee}", "depot", parent.numero,
                                  (Changement(JEU, annee, 1, 1, 0, 0),))
        prete()
        return publish(parent, [lot], Original(f"heures-{annee}.csv", f"{annee};{heures}".encode()), publication,
                       operator("Camille"))


def read_hours(edition: Edition, annee: int = 2025) -> float | None:
    """Hours that the edition shows for a year."""
    lignes = Base(edition).query("select valeur from resultats where indicateur = 'fa04_heures' and annee = ? "
                                 "and origine = 'calculee'", [annee])
    return lignes[0]["valeur"] if lignes else None


def die_at(rang: int) -> None:
    """Kill this process at its `rang`-th call to the file system from now on."""
    restants = [rang]

    def wrap(appel):
        def counted(*arguments, **options):
            restants[0] -= 1
            if restants[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return appel(*arguments, **options)
        return counted

    for nom in APPELS:
        setattr(os, nom, wrap(getattr(os, nom)))


def fill_disk() -> None:
    """From now on no file of this process may grow beyond 600 bytes."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (600, 600))


def main(annee: str, heures: str, panne: str = "") -> None:
    """One publication, with the fault asked for."""
    load_catalogue()
    prete = fill_disk if panne == "plein" else (lambda: die_at(int(panne))) if panne else (lambda: None)
    try:
        print(publish_hours(int(annee), float(heures), prete=prete).numero)
    except PublicationRefusee as erreur:
        sys.exit(str(erreur))


if __name__ == "__main__":
    main(*sys.argv[1:])
