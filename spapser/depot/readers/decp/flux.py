"""What the two structured writings have in common: the shape of the file, its bounds, and what is said of a bad one."""

from spapser.errors import FichierIllisible
from spapser.typographie import format_quantite

PROFONDEUR, MESURE, CHAMPS_MAXIMUM = 64, 200_000, 500
MARCHE, CONCESSION = "marché", "concession"
ATTENDU = "un fichier DECP : une racine « marches » qui contient des éléments « marche » ou « contrat-concession »"


def check_depth(nom: str, profondeur: int) -> None:
    """FichierIllisible when elements are nested beyond any contract."""
    if profondeur > PROFONDEUR:
        raise FichierIllisible(f"Le fichier « {nom} » emboîte plus de {PROFONDEUR} niveaux, ce qu’aucun contrat ne fait : "
                               f"déposer {ATTENDU}.")


def check_measure(nom: str, rang: int, mesure: int) -> None:
    """FichierIllisible when one contract holds so many values that it is none."""
    if mesure > MESURE:
        raise FichierIllisible(f"Le contrat n° {rang} du fichier « {nom} » contient plus de "
                               f"{format_quantite(MESURE, 'valeurs', 0)} : l’ôter du fichier, ou l’exporter de nouveau.")


def report_foreign(nom: str, genre: str) -> FichierIllisible:
    """What to say of a JSON or XML file that is about something else."""
    return FichierIllisible(f"Le fichier {genre} « {nom} » ne contient pas de contrats : déposer {ATTENDU}.")


def report_cut(nom: str, genre: str, lus: int) -> FichierIllisible:
    """What to say of a file that stops before its end."""
    return FichierIllisible(f"Le fichier {genre} « {nom} » est coupé après {lus} contrat{'s' if lus > 1 else ''} : le "
                            "télécharger ou l’exporter de nouveau.")


def report_malformed(nom: str, genre: str, lus: int) -> FichierIllisible:
    """What to say of a file that breaks the grammar of its format."""
    return FichierIllisible(f"Le fichier « {nom} » n’est pas un {genre} bien formé après {lus} contrat{'s' if lus > 1 else ''} : "
                            "l’exporter de nouveau, en UTF-8.")


def report_entities(nom: str) -> FichierIllisible:
    """What to say of an XML file that declares entities, which may hide a bomb or another file."""
    return FichierIllisible(f"Le fichier XML « {nom} » déclare des entités, ce qui est refusé : l’exporter de "
                            "nouveau sans elles.")
