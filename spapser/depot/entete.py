"""The rules the header and the shape of a file obey: the columns of its dataset, and as many cells on every line."""

from collections.abc import Iterator
from difflib import get_close_matches

from spapser.catalogue import Colonne, Jeu
from spapser.depot.cellule import quote
from spapser.depot.lecture import TableBrute
from spapser.depot.rapport import Anomalie, Lieu
from spapser.typographie import sans_accent


def check_header(table: TableBrute, jeu: Jeu) -> Iterator[Anomalie]:
    """Separator, then missing, duplicate and unknown columns."""
    if table.entete is None:
        return
    separateur = list(check_separator(table, jeu))
    if separateur:
        yield from separateur
        return
    yield from check_missing_columns(table, jeu)
    yield from check_duplicate_columns(table)
    yield from check_unknown_columns(table, jeu)


def check_separator(table: TableBrute, jeu: Jeu) -> Iterator[Anomalie]:
    """The cells are separated by commas."""
    numero, cellules = table.entete.numero, table.entete.cellules
    if len(jeu.colonnes) > 1 and len(cellules) == 1 and (";" in cellules[0] or "\t" in cellules[0]):
        lu = "tabulations" if "\t" in cellules[0] else "points-virgules"
        remede = "enregistrer de nouveau le fichier au format « CSV UTF-8 » avec des virgules"
        lieu = Lieu(table.fichier, numero, valeur=quote(cellules[0]))
        yield lieu.report("separateur", f"les cellules sont séparées par des {lu}", remede)


def check_missing_columns(table: TableBrute, jeu: Jeu) -> Iterator[Anomalie]:
    """Every column of the dataset is there; a column under another known name is named."""
    numero, cellules = table.entete.numero, table.entete.cellules
    for colonne in jeu.colonnes:
        if colonne.nom in cellules or not colonne.obligatoire:
            continue
        autre = next((quote(cellule) for cellule in cellules if cellule and is_alias(cellule, colonne)), "")
        remede = f"ajouter la colonne « {colonne.nom} » à la première ligne"
        if autre:
            remede = f"renommer la colonne « {autre} » en « {colonne.nom} »"
        lieu = Lieu(table.fichier, numero, colonne.nom, autre)
        yield lieu.report("colonne_manquante", "la colonne manque dans l’en-tête", remede)


def check_duplicate_columns(table: TableBrute) -> Iterator[Anomalie]:
    """No column twice, capitals or not: the database does not tell « Annee » from « annee »."""
    formes = [nom.casefold() for nom in table.entete.cellules]
    for place, nom in enumerate(table.entete.cellules):
        if nom.casefold() in formes[:place]:
            lieu = Lieu(table.fichier, table.entete.numero, quote(nom), quote(nom))
            message = "la colonne est écrite deux fois dans l’en-tête"
            yield lieu.report("colonne_double", message, "garder une seule des deux colonnes")


def check_unknown_columns(table: TableBrute, jeu: Jeu) -> Iterator[Anomalie]:
    """A column that the dataset does not know is ignored, and said so."""
    connues = [colonne.nom for colonne in jeu.colonnes]
    for nom in dict.fromkeys(table.entete.cellules):
        if nom in connues:
            continue
        proches = get_close_matches(sans_accent(nom[:60]), connues, n=1)
        lieu = Lieu(table.fichier, table.entete.numero, quote(nom), quote(nom))
        message = "la colonne n’existe pas dans ce jeu de données et sera ignorée"
        remede = f"la renommer « {proches[0]} » ou la retirer" if proches else "la retirer"
        yield lieu.report("colonne_inconnue", message, remede, bloquante=False)


def is_alias(nom: str, colonne: Colonne) -> bool:
    """True when a header cell is another known name of the column."""
    return sans_accent(nom.strip()) in {sans_accent(a) for a in (colonne.nom, colonne.titre, *colonne.alias)}


def check_shape(table: TableBrute) -> Iterator[Anomalie]:
    """Every line has as many cells as the header."""
    attendu = len(table.entete.cellules) if table.entete else 0
    for ligne in table.lignes:
        nombre = len(ligne.cellules)
        message = f"la ligne a {nombre} cellules au lieu de {attendu}"
        if nombre < attendu:
            lieu = Lieu(table.fichier, ligne.numero, quote(table.entete.cellules[nombre]))
            yield lieu.report("cellules_manquantes", message, "ajouter les virgules des cellules vides qui manquent")
        elif nombre > attendu:
            lieu = Lieu(table.fichier, ligne.numero, quote(table.entete.cellules[-1]), quote(ligne.cellules[attendu]))
            remede = "entourer de guillemets droits la cellule qui contient une virgule"
            yield lieu.report("cellules_en_trop", message, remede)
