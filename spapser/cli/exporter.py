"""`exporter`: every document and file without a browser."""

import argparse
import io
import sys
import zipfile
from pathlib import Path

from spapser.catalogue import load_catalogue
from spapser.dossier import describe_panne
from spapser.errors import CodeInconnu, SpapserError
from spapser.exports.fichiers import Fichier, open_guichet
from spapser.exports.formats import FORMATS, find_format
from spapser.exports.legal import NOM as LEGAL
from spapser.exports.secours import open_lisible
from spapser.store import Edition, load_edition
from spapser.suivi import Suivi, load_suivi

AIDE = f"{', '.join(f.nom for f in FORMATS)}, json, ou le nom d’un fichier public (marches.csv, resultats-2024.json, {LEGAL}…)"


def declare(commandes) -> None:
    """The command and its options."""
    exporter = commandes.add_parser("exporter", help="écrit un document ou un jeu de données")
    exporter.add_argument("format", metavar="FORMAT", help=AIDE)
    exporter.add_argument("--annee", type=int, help="année (par défaut, la dernière connue)")
    exporter.add_argument("--fiche", default="", help="code d’une seule fiche (fa04)")
    exporter.add_argument("-o", "--sortie", required=True, type=Path, metavar="CHEMIN", help="fichier à écrire, ou dossier")
    exporter.add_argument("--edition", type=int, metavar="N", help="édition (par défaut, la dernière)")
    exporter.set_defaults(commande=lambda options: export(options, load_edition(options.edition)))


def export(options: argparse.Namespace, edition: Edition) -> None:
    """Make the file and write it; what is missing of the edition is said on the error output."""
    catalogue = load_catalogue()
    base, manques = open_lisible(edition, catalogue)
    for manque in manques:
        print(manque, file=sys.stderr)
    suivi = load_suivi(base, catalogue)
    fichier = find_fichier(open_guichet(base, suivi, manques).fichiers, suivi, options)
    for chemin in write_sortie(fichier, options.sortie):
        print(f"{chemin} écrit")


def find_fichier(fichiers: dict[str, Fichier], suivi: Suivi, options: argparse.Namespace) -> Fichier:
    """The file asked for, by its public name or by format, year and fiche; CodeInconnu otherwise."""
    if options.format in fichiers:
        return fichiers[options.format]
    if options.format == LEGAL:
        raise CodeInconnu(f"Le fichier « {LEGAL} » n’existe pas encore, faute de contrats : déposer le fichier des contrats.")
    annee = read_annee(suivi, options.annee)
    if options.format == "json" or (options.format, options.sortie.suffix) == ("csv", ".csv"):
        return fichiers[f"resultats-{annee}.{options.format}"]
    forme = find_format(options.format)
    if options.fiche:
        suivi.catalogue.fiche(options.fiche)
    nom = forme.nom_fichier(annee, options.fiche)
    if nom not in fichiers:
        raise CodeInconnu(f"Le format « {forme.nom} » n’existe pas pour une seule fiche : retirer --fiche.")
    return fichiers[nom]


def read_annee(suivi: Suivi, annee: int | None) -> int:
    """The year asked for, the last one by default; CodeInconnu lists those that have data."""
    if annee is None and suivi.annees:
        return suivi.derniere
    if annee not in suivi.annees:
        connues = ", ".join(str(an) for an in suivi.annees) or "aucune"
        raise CodeInconnu(f"L’année {annee} n’a pas de donnée : choisir parmi {connues}.")
    return annee


def write_sortie(fichier: Fichier, sortie: Path) -> list[Path]:
    """Write the file, or into the folder when `sortie` is one (a zip is unpacked there); gives the paths written."""
    extension = Path(fichier.nom).suffix
    dossier = sortie.is_dir() or not sortie.suffix
    if not dossier and sortie.suffix.lower() != extension:
        raise SpapserError(f"Le nom « {sortie.name} » ne convient pas : le terminer par « {extension} », ou donner un dossier.")
    octets = fichier.fabrique()
    contenus = {fichier.nom: octets}
    if dossier and extension == ".zip":
        with zipfile.ZipFile(io.BytesIO(octets)) as archive:
            contenus = {nom: archive.read(nom) for nom in archive.namelist()}
    try:
        return [write_octets(sortie / nom if dossier else sortie, contenu) for nom, contenu in contenus.items()]
    except OSError as erreur:
        raise SpapserError(f"Le chemin « {sortie} » ne peut pas être écrit ({describe_panne(erreur)}) : en choisir un autre."
                           ) from None


def write_octets(chemin: Path, octets: bytes) -> Path:
    """Write one file, its folders made when they are missing."""
    chemin.parent.mkdir(parents=True, exist_ok=True)
    chemin.write_bytes(octets)
    return chemin
