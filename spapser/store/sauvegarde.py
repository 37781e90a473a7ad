"""A copy of the whole folder of editions (accounts and journals included) in one archive, while a server publishes.

What an edition refers to is written before its manifest and never changes: manifests are listed first, copied last.
"""

import io
import os
import shutil
import tarfile
import tempfile
from pathlib import Path

from spapser.dossier import describe_panne, sync_folder
from spapser.errors import SauvegardeRefusee
from spapser.store.empreinte import hash_file
from spapser.store.registre import list_numeros, manifeste_path
from spapser.store.sommaire import NOM, Sommaire, find_entiere, read_chiffres, write_sommaire


def write_archive(depot: Path, destination: Path, version: str, date: str) -> Sommaire:
    """Write the archive, under its final name only once it is whole; SauvegardeRefusee says why not."""
    if destination.exists():
        raise SauvegardeRefusee(f"« {destination.name} » existe déjà et n’a pas été touché : choisir un autre nom.")
    if not depot.is_dir():
        raise SauvegardeRefusee(f"Le dossier des éditions « {depot} » n’existe pas : indiquer le bon dans SPAPSER_DEPOT.")
    try:
        with tempfile.TemporaryDirectory(dir=destination.parent, prefix=".sauvegarde-") as travail:
            copie, archive = Path(travail) / "copie", Path(travail) / "archive"
            copie.mkdir()
            fichiers = copy_fichiers(depot, copie)
            edition, fautes = find_entiere(copie)
            sommaire = Sommaire(fichiers, edition.numero, read_chiffres(edition), fautes, version, date)
            pack(archive, copie, sommaire)
            archive.rename(destination)
            sync_folder(destination.parent)
    except OSError as erreur:
        raise SauvegardeRefusee(f"La sauvegarde n’a pas pu s’écrire dans « {destination.parent} » ({describe_panne(erreur)}) : "
                                "vérifier le dossier, les droits et la place.") from None
    return sommaire


def copy_fichiers(depot: Path, copie: Path) -> dict[str, str]:
    """Copy the files to keep; their paths in the folder with the SHA-256 of the copy.

    One that vanished meanwhile is a leftover that the start of a server swept: no edition refers to it.
    """
    empreintes = {}
    for chemin in list_fichiers(depot):
        nom = chemin.relative_to(depot).as_posix()
        cible = copie / nom
        cible.parent.mkdir(parents=True, exist_ok=True)
        try:
            shutil.copyfile(chemin, cible)
        except FileNotFoundError:
            continue
        empreintes[nom] = hash_file(cible)
    return empreintes


def list_fichiers(depot: Path) -> list[Path]:
    """The files to keep, manifests last: those known at this instant, so that every file they name is there already."""
    manifestes = [manifeste_path(numero, depot) for numero in list_numeros(depot)[1:]]
    autres = [chemin for chemin in sorted(depot.rglob("*")) if is_kept(chemin, depot)]
    return [chemin for chemin in autres if chemin.parent != depot / "editions"] + manifestes


def is_kept(chemin: Path, depot: Path) -> bool:
    """True for a plain file that lasts: neither hidden (a passing name), nor a lock, nor a link that leaves the folder."""
    parties = chemin.relative_to(depot).parts
    passager = chemin.name.endswith("verrou") or any(partie.startswith(".") for partie in parties)
    return not passager and chemin.is_file() and not chemin.is_symlink()


def pack(archive: Path, copie: Path, sommaire: Sommaire) -> None:
    """One compressed tar: the list first, then the files, readable by their owner alone and on the disk for good."""
    contenu = write_sommaire(sommaire)
    with os.fdopen(os.open(archive, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as flux:
        with tarfile.open(fileobj=flux, mode="w:gz", compresslevel=3) as tar:
            entete = tarfile.TarInfo(NOM)
            entete.size, entete.mode = len(contenu), 0o600
            tar.addfile(entete, io.BytesIO(contenu))
            for nom in sommaire.fichiers:
                tar.add(copie / nom, nom, recursive=False, filter=anonymize)
        flux.flush()
        os.fsync(flux.fileno())


def anonymize(membre: tarfile.TarInfo) -> tarfile.TarInfo:
    """A member without the account of the machine it comes from."""
    membre.uid = membre.gid = 0
    membre.uname = membre.gname = ""
    membre.mode = 0o600
    return membre
