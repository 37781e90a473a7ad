"""What several commands ask: a dataset, years, a file, who signs and why."""

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path

from spapser.catalogue import Jeu, load_catalogue
from spapser.depot.acheteur import TOUS, default_acheteur, read_acheteur
from spapser.depot.nommage import find_column, reduce_title
from spapser.depot.table import TableLue
from spapser.errors import FichierIllisible
from spapser.typographie import enumere


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
    analyseur.add_argument("--colonne", type=read_colonne, action="append", default=[], metavar="TITRE=COLONNE",
                           help="colonne du jeu que donne une colonne du fichier, à répéter ; rien après « = » l’écarte")
    analyseur.add_argument("--acheteur", type=read_option, default=None, metavar="SIREN",
                           help=f"acheteur dont garder les contrats d’un fichier DECP, ou « {TOUS} » (par défaut : celui de "
                                "SPAPSER_ACHETEUR, sinon Grand-Orly Seine Bièvre)")


def read_colonne(texte: str) -> tuple[str, str]:
    """(title in the file, column of the dataset) of « Volume=valeur »; a French sentence otherwise."""
    titre, egal, nom = texte.rpartition("=")
    if not (egal and titre.strip()):
        raise ArgumentTypeError("écrire le titre lu dans le fichier, « = », puis la colonne du jeu : « Volume=valeur »")
    return titre.strip(), nom.strip()


def find_choix(demandes: list[tuple[str, str]], table: TableLue, jeu: Jeu) -> dict[str, str]:
    """Field -> column of the dataset, from titles. FichierIllisible names what the file or the dataset does not have."""
    champs = {reduce_title(colonne.titre): colonne.champ for colonne in table.colonnes}
    choix = {}
    for titre, nom in demandes:
        connue = find_column(nom, jeu) if nom else None
        if reduce_title(titre) not in champs:
            raise report_column("Le fichier", titre, [colonne.titre for colonne in table.colonnes])
        if nom and connue is None:
            raise report_column("Le jeu de données", nom, [colonne.nom for colonne in jeu.colonnes])
        choix[champs[reduce_title(titre)]] = connue.nom if connue else ""
    return choix


def report_column(ou: str, titre: str, connues: list[str]) -> FichierIllisible:
    """What to say of a column that is not there."""
    return FichierIllisible(f"{ou} n’a pas de colonne « {titre} » : choisir parmi {enumere(connues)}.")


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
