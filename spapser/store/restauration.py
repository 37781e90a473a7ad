"""The way back from a backup: into an empty folder, every file weighed, every figure counted again."""

import os
import shutil
import tarfile
import tempfile
import zlib
from pathlib import Path

from spapser.dossier import describe_panne
from spapser.errors import SauvegardeRefusee
from spapser.store.empreinte import hash_file
from spapser.store.sommaire import NOM, Sommaire, find_entiere, read_chiffres, read_sommaire

ABIME = (tarfile.TarError, EOFError, zlib.error, ValueError, KeyError, TypeError, AttributeError)
RIEN = "rien n’a été restauré"


def restore_archive(archive: Path, dossier: Path, version: str) -> Sommaire:
    """Fill an empty folder with an archive; nothing appears there unless all of it is whole.

    SauvegardeRefusee when the folder is not empty, when the archive is cut or altered, when a name would leave the folder,
    or when the same version of the product counts other figures than on the day of the backup.
    """
    if dossier.exists() and (not dossier.is_dir() or any(dossier.iterdir())):
        raise SauvegardeRefusee(f"« {dossier} » n’est pas un dossier vide : {RIEN} ; indiquer un dossier neuf.")
    try:
        dossier.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=dossier.parent, prefix=".restauration-") as travail:
            rendu = Path(travail) / "depot"
            rendu.mkdir(mode=0o750)
            sommaire = unpack(archive, rendu)
            compare(sommaire, rendu, version)
            os.sync()
            rendu.rename(dossier)
    except OSError as erreur:
        if isinstance(erreur, tarfile.TarError) or erreur.strerror is None:
            raise refuse(archive) from None
        raise SauvegardeRefusee(f"La restauration n’a pas pu lire « {archive.name} » ou écrire dans « {dossier} » "
                                f"({describe_panne(erreur)}) : vérifier les chemins, les droits et la place.") from None
    return sommaire


def unpack(archive: Path, dossier: Path) -> Sommaire:
    """Extract and weigh every file of an archive; SauvegardeRefusee names the first that is missing or altered."""
    try:
        with tarfile.open(archive, "r:gz") as tar:
            sommaire = read_sommaire(tar)
            attendus = dict(sommaire.fichiers)
            for membre in tar:
                if membre.name != NOM:
                    extract(tar, membre, dossier, attendus)
    except ABIME:
        raise refuse(archive) from None
    if attendus:
        raise SauvegardeRefusee(f"« {archive.name} » est incomplète, il y manque « {min(attendus)} » : {RIEN} ; prendre la "
                                "sauvegarde précédente.")
    return sommaire


def refuse(archive: Path) -> SauvegardeRefusee:
    """The sentence on an archive that cannot be read to its end."""
    return SauvegardeRefusee(f"« {archive.name} » est incomplète, abîmée ou n’est pas une sauvegarde : {RIEN} ; prendre la "
                             "sauvegarde précédente.")


def extract(tar: tarfile.TarFile, membre: tarfile.TarInfo, dossier: Path, attendus: dict[str, str]) -> None:
    """Extract one listed file and weigh it; what the list does not name, or is no plain file, is an alteration."""
    if membre.name not in attendus or not membre.isreg():
        raise SauvegardeRefusee(f"« {membre.name[:80]} » n’est pas annoncé par le sommaire de la sauvegarde : {RIEN} ; prendre "
                                "une sauvegarde que personne n’a modifiée.")
    cible = dossier / membre.name
    if not cible.resolve().is_relative_to(dossier.resolve()):
        raise SauvegardeRefusee(f"« {membre.name[:80]} » sortirait du dossier : {RIEN} ; prendre une sauvegarde que personne n’a "
                                "modifiée.")
    cible.parent.mkdir(mode=0o750, parents=True, exist_ok=True)
    with tar.extractfile(membre) as lu, cible.open("xb") as ecrit:
        shutil.copyfileobj(lu, ecrit)
    cible.chmod(0o600)
    if hash_file(cible) != attendus.pop(membre.name):
        raise SauvegardeRefusee(f"« {membre.name[:80]} » a été modifié depuis la sauvegarde : {RIEN} ; prendre une sauvegarde "
                                "que personne n’a modifiée.")


def compare(sommaire: Sommaire, dossier: Path, version: str) -> None:
    """SauvegardeRefusee names the first figure that is not the one of the day of the backup; another version may count anew."""
    edition, _ = find_entiere(dossier)
    if edition.numero != sommaire.edition:
        raise SauvegardeRefusee(f"La sauvegarde annonce l’édition {sommaire.edition} et rend l’édition {edition.numero} : "
                                f"{RIEN} ; prendre la sauvegarde précédente.")
    chiffres = read_chiffres(edition)
    autres = [cle for cle in sommaire.chiffres.keys() | chiffres.keys() if sommaire.chiffres.get(cle) != chiffres.get(cle)]
    if autres and version == sommaire.version:
        raise SauvegardeRefusee(f"Le chiffre « {min(autres)} » n’est plus celui du jour de la sauvegarde : {RIEN} ; vérifier que "
                                "le produit installé est celui qui a sauvegardé.")
