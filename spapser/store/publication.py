"""Publish: data files first, then the manifest, created exclusively. All or nothing, whatever happens in between."""

import logging
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from spapser.acces import Acte, Personne, require
from spapser.dossier import describe_panne, hold_lock, sync_folder
from spapser.errors import EditionIllisible, PublicationRefusee
from spapser.store.ancrage import inscribe, withdraw
from spapser.store.ecriture import sync_file, write_once, write_passing
from spapser.store.edition import Edition, Partie, Publication
from spapser.store.empreinte import hash_file, verify_rows
from spapser.store.manifeste import build_edition, read_manifeste, write_manifeste
from spapser.store.original import Original, keep_original
from spapser.store.registre import DOSSIERS, VERROU, depot_folder, list_numeros, load_edition, manifeste_path

JOURNAL = logging.getLogger(__name__)


@dataclass(frozen=True)
class Lot:
    """New rows of one dataset and year: a Parquet file outside the store (text columns of the catalogue), and its rows."""

    jeu: str
    annee: int
    fichier: Path
    lignes: int


def publish(parent: Edition, lots: Sequence[Lot], original: Original, publication: Publication, personne: Personne) -> Edition:
    """The new edition, read back from the disk. PublicationRefusee in one sentence otherwise, nothing being changed.

    `parent` is the edition that the person saw: when another one was published meanwhile, nothing is written. The author
    is `personne`; AccesRefuse when their role does not let them publish.
    """
    require(personne, Acte.PUBLIER)
    with open_depot(parent) as depot:
        refuse_when_behind(parent)
        numero = parent.numero + 1
        with ThreadPoolExecutor(1) as fil:  # the disk takes the original while the rows are weighed
            garde = fil.submit(keep_original, depot, original)
            nouvelles = [write_part(depot, lot, original, numero) for lot in lots]
            garde.result()
        remplacees = {(partie.jeu, partie.annee) for partie in nouvelles}
        gardees = [partie for partie in parent.parties if (partie.jeu, partie.annee) not in remplacees]
        return commit(build_edition(numero, depot, tuple(gardees + nouvelles), publication), personne)


def restore(parent: Edition, parties: tuple[Partie, ...], publication: Publication, personne: Personne) -> Edition:
    """A new edition made of parts already published: nothing is copied, nothing is lost. Same errors as `publish`."""
    require(personne, Acte.ANNULER)
    with open_depot(parent) as depot:
        refuse_when_behind(parent)
        return commit(build_edition(parent.numero + 1, depot, parties, publication), personne)


@contextmanager
def open_depot(parent: Edition) -> Iterator[Path]:
    """The folder of editions, made if need be, held by this process alone for the time of a publication.

    A fault of the disk becomes one sentence; what was half-written is swept later and was never visible.
    """
    depot = depot_folder()
    try:
        refuse_when_gone(parent, depot)
        for dossier in DOSSIERS:
            (depot / dossier).mkdir(parents=True, exist_ok=True)
        with hold_lock(depot / VERROU):
            yield depot
    except OSError as erreur:
        raise PublicationRefusee(f"La publication n’a pas pu s’écrire dans « {depot.name} » ({describe_panne(erreur)}) ; rien "
                                 "n’a changé : rétablir l’accès ou la place sur le disque, puis publier de nouveau.") from None


def refuse_when_gone(parent: Edition, depot: Path) -> None:
    """PublicationRefusee when `parent` is no longer in the folder: no other history is begun in its place."""
    if parent.numero and not manifeste_path(parent.numero, depot).is_file():
        raise PublicationRefusee(f"L’édition {parent.numero} n’est plus dans « {depot.name} », le dossier des éditions ne répond "
                                 "plus : rien n’a été écrit ; rétablir ce dossier, puis publier de nouveau.")


def refuse_when_behind(parent: Edition) -> None:
    """PublicationRefusee when somebody published since the person saw `parent`, or when what came after it is damaged."""
    numero = list_numeros()[-1]
    if numero == parent.numero:
        return
    try:
        derniere = load_edition(numero)
        for partie in derniere.parties:
            verify_rows(partie, derniere)
    except EditionIllisible as faute:
        raise PublicationRefusee(f"L’édition {numero} ne se lit pas, rien n’a été écrit : {faute}") from None
    auteur = derniere.publication.auteur if derniere.publication else "quelqu’un"
    raise PublicationRefusee(f"L’édition {numero} vient d’être publiée par {auteur} : rien n’a été écrit, votre fichier est "
                             "gardé ; relire l’effet sur cette édition, puis publier de nouveau.")


def write_part(depot: Path, lot: Lot, original: Original, numero: int) -> Partie:
    """Keep the rows of a dataset and year under a name that says what they are and what they weigh."""
    empreinte = hash_file(lot.fichier)
    nom = f"{lot.jeu}-{lot.annee}-{empreinte[:16]}.parquet"
    sync_file(lot.fichier)
    write_once(depot / "donnees" / nom, lot.fichier.read_bytes, lot.fichier)
    return Partie(lot.jeu, lot.annee, nom, lot.lignes, empreinte, original.empreinte, original.nom, numero)


def commit(edition: Edition, personne: Personne) -> Edition:
    """Write the audit log, then create the manifest, whole and only if that number is free; the edition as it reads back.

    The log comes first: no edition is without its line. When the manifest then fails, another line says so.
    """
    weigh(edition)
    inscrite = inscribe(edition, personne)
    try:
        create_manifeste(inscrite)
        relue = read_back(inscrite)
    except Exception:
        withdraw(inscrite, personne)
        raise
    JOURNAL.info("publication", extra={"evenement": "publication", "edition": relue.numero, "nature": relue.publication.nature})
    return relue


def create_manifeste(edition: Edition) -> None:
    """The manifest under its own name; PublicationRefusee when that number is taken."""
    chemin = manifeste_path(edition.numero, edition.depot)
    passager = write_passing(chemin, write_manifeste(edition))
    try:
        os.link(passager, chemin)
    except FileExistsError:
        raise PublicationRefusee(f"L’édition {edition.numero} vient d’être publiée par quelqu’un d’autre : rien n’a changé ; "
                                 "relire l’effet sur cette édition, puis publier de nouveau.") from None
    finally:
        passager.unlink(missing_ok=True)
    sync_folder(chemin.parent)


def weigh(edition: Edition) -> None:
    """PublicationRefusee when the rows that this edition brings do not read back from the disk as they were written."""
    try:
        for partie in edition.parties:
            if partie.edition == edition.numero:
                verify_rows(partie, edition)
    except EditionIllisible as erreur:
        raise PublicationRefusee(f"Ce qui a été écrit ne se relit pas, rien n’a été publié : {erreur}") from None


def read_back(edition: Edition) -> Edition:
    """The edition as the disk gives it; PublicationRefusee, the manifest being removed, when it is another one."""
    chemin = manifeste_path(edition.numero, edition.depot)
    with suppress(EditionIllisible):
        relue = read_manifeste(chemin, edition.depot)
        if relue == edition:
            return relue
    chemin.unlink(missing_ok=True)
    raise PublicationRefusee("L’édition écrite ne se relit pas : la précédente reste en place ; vérifier le disque, puis "
                             "publier de nouveau.")
