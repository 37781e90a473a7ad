"""The rules of each type of column: how a number, a date or a « oui » is written."""

import re
from collections.abc import Callable
from datetime import date

from spapser.depot.cellule import Cellule, Constat, quote

ENTIER = re.compile(r"-?[0-9]{1,9}")
NOMBRE = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
DATE_FRANCAISE = re.compile(r"([0-9]{2})/([0-9]{2})/([0-9]{4})")
JOUR = re.compile(r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-]([0-9]{2}|[0-9]{4})|[0-9]{4}[/.-][0-9]{1,2}[/.-][0-9]{1,2}")
ANNEES = range(1950, 2100)
ANNEE = re.compile(r"[0-9]{4}")


def check_integer(cellule: Cellule) -> Constat | None:
    """A bare integer, small enough to be one in the database."""
    if ENTIER.fullmatch(cellule.valeur):
        return None
    return Constat(f"« {quote(cellule.valeur)} » n’est pas un nombre entier", "écrire des chiffres seuls, par exemple « 38 »")


def check_number(cellule: Cellule) -> Constat | None:
    """A bare number with a decimal point; the comma and the spaces of French writing are mended in the advice."""
    if NOMBRE.fullmatch(cellule.valeur):
        return None
    corrige = "".join(cellule.valeur.split()).replace(",", ".")
    if not NOMBRE.fullmatch(corrige):
        return Constat(f"« {quote(cellule.valeur)} » n’est pas un nombre", "écrire le nombre seul, par exemple « 97972 »")
    return Constat(
        f"« {quote(cellule.valeur)} » n’est pas un nombre à point décimal",
        f"écrire des chiffres, sans espace ni unité, par exemple « {corrige} »",
    )


def check_boolean(cellule: Cellule) -> Constat | None:
    """oui or non."""
    if cellule.valeur in ("oui", "non"):
        return None
    return Constat(f"« {quote(cellule.valeur)} » n’est ni « oui » ni « non »", "écrire « oui » ou « non »")


def check_date(cellule: Cellule) -> Constat | None:
    """A day that exists, written AAAA-MM-JJ, of a plausible year."""
    if is_date(cellule.valeur):
        if int(cellule.valeur[:4]) in ANNEES:
            return None
        return Constat(f"l’année de « {quote(cellule.valeur)} » n’est pas vraisemblable",
                       f"écrire les quatre chiffres d’une année entre {ANNEES.start} et {ANNEES.stop - 1}")
    francaise = DATE_FRANCAISE.fullmatch(cellule.valeur)
    if francaise and is_date(proposee := "-".join(reversed(francaise.groups()))):
        return Constat(f"« {quote(cellule.valeur)} » n’est pas une date écrite AAAA-MM-JJ", f"écrire « {proposee} »")
    if JOUR.fullmatch(cellule.valeur):
        return Constat(f"« {quote(cellule.valeur)} » : ce jour n’existe pas", "vérifier le jour et le mois")
    return Constat(f"« {quote(cellule.valeur)} » n’est pas une date",
                   "écrire le jour, le mois et l’année, par exemple « 27/02/2025 », « 2025-02-27 » ou « 27 février 2025 »")


def is_date(texte: str) -> bool:
    """True for a day of the calendar written AAAA-MM-JJ."""
    try:
        return bool(DATE.fullmatch(texte)) and bool(date.fromisoformat(texte))
    except ValueError:
        return False


def check_year(cellule: Cellule) -> Constat | None:
    """Four digits."""
    if ANNEE.fullmatch(cellule.valeur):
        return None
    return Constat(
        f"« {quote(cellule.valeur)} » n’est pas une année",
        "écrire les quatre chiffres de l’année, par exemple « 2024 »",
    )


TYPES: dict[str, Callable[[Cellule], Constat | None]] = {
    "integer": check_integer,
    "number": check_number,
    "boolean": check_boolean,
    "date": check_date,
    "year": check_year,
}


def check_type(cellule: Cellule) -> Constat | None:
    """The cell is of the type its column declares; any text is a string."""
    check = TYPES.get(cellule.colonne.type)
    return check(cellule) if check else None
