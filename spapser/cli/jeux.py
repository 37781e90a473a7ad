"""What several commands ask: a dataset, years, a file, who signs and why."""

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path

from spapser.catalogue import load_catalogue
from spapser.depot.acheteur import TOUS, default_acheteur, read_acheteur
from spapser.errors import FichierIllisible


def read_jeu(nom: str) -> str:
    """The name of a dataset of the catalogue; a French sentence that lists them otherwise."""
    noms = [jeu.nom for jeu in load_catalogue().jeux]
    if nom not in noms:
        raise ArgumentTypeError(f"« {nom} » n’est pas un jeu de données, choisir parmi {', '.join(noms)}")
    return nom


def read_contenu(chemin: Path) -> bytes:
    """The bytes of the file to deposit; FichierIllisible when it cannot be opened."""
    try:
        return chemin.read_bytes()
    except OSError as erreur:
        raison = "n’existe pas" if isinstance(erreur, FileNotFoundError) else "ne s’ouvre pas"
        raise FichierIllisible(f"Le fichier « {chemin.name} » {raison} : vérifier son chemin et ses droits.") from None


def declare_fichier(analyseur: ArgumentParser, obligatoire: bool) -> None:
    """The file, its dataset, its years and its sheet."""
    analyseur.add_argument("fichier", type=Path, nargs=None if obligatoire else "?", metavar="FICHIER",
                           help="CSV, XLSX, XLS, ODS ou Parquet ; JSON ou XML pour les contrats (DECP)")
    analyseur.add_argument("--jeu", type=read_jeu, required=obligatoire, metavar="JEU", help="jeu de données du fichier")
    analyseur.add_argument("--annee", type=int, action="append", default=[], metavar="AAAA",
                           help="année déposée, à répéter au besoin (par défaut, celles du fichier)")
    analyseur.add_argument("--feuille", default="", metavar="NOM", help="feuille du classeur, s’il en a plusieurs")
    analyseur.add_argument("--acheteur", type=read_option, default=None, metavar="SIREN",
                           help=f"acheteur dont garder les contrats d’un fichier DECP, ou « {TOUS} » (par défaut : celui de "
                                "SPAPSER_ACHETEUR, sinon Grand-Orly Seine Bièvre)")


def read_option(texte: str) -> str:
    """The buyer whose contracts are kept; a French sentence when it is none."""
    try:
        return read_acheteur(texte)
    except FichierIllisible as refus:
        raise ArgumentTypeError(str(refus).removesuffix(".")) from None


def find_acheteur(acheteur: str | None) -> str:
    """The buyer that was asked for, else the one of the parameter."""
    return default_acheteur() if acheteur is None else acheteur


def declare_signature(analyseur: ArgumentParser) -> None:
    """Who publishes and why: the journal keeps both."""
    analyseur.add_argument("--auteur", required=True, metavar="NOM", help="qui publie")
    analyseur.add_argument("--motif", required=True, metavar="TEXTE", help="pourquoi")
