"""The rules a cell obeys, read from its column in the catalogue: one small function per rule."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import NamedTuple

from spapser.catalogue import Colonne
from spapser.typographie import format_nombre, sans_accent

ENTIER = re.compile(r"-?[0-9]{1,9}")
NOMBRE = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
DATE_FRANCAISE = re.compile(r"([0-9]{2})/([0-9]{2})/([0-9]{4})")
ANNEE = re.compile(r"[0-9]{4}")
LONGUEUR_CITEE = 60


@dataclass(frozen=True)
class Cellule:
    """A cell under judgement: its text, its column, and the codes it may refer to (empty without reference)."""

    valeur: str
    colonne: Colonne
    codes: tuple[str, ...] = ()


class Constat(NamedTuple):
    """What a rule found: what is wrong and how to mend it, as two parts of one sentence."""

    message: str
    remede: str


def check_required(cellule: Cellule) -> Constat | None:
    """A required cell is not empty."""
    if cellule.colonne.obligatoire and not cellule.valeur.strip():
        exemple = cellule.colonne.exemple or next(iter(cellule.colonne.enumeration), "")
        return Constat("la cellule est vide alors qu’elle est obligatoire",
                       f"la remplir, par exemple avec « {exemple} »" if exemple else "la remplir")
    return None


def check_integer(cellule: Cellule) -> Constat | None:
    """A bare integer, small enough to be one in the database."""
    if ENTIER.fullmatch(cellule.valeur):
        return None
    return Constat(f"« {quote(cellule.valeur)} » n’est pas un nombre entier",
                   "écrire des chiffres seuls, par exemple « 38 »")


def check_number(cellule: Cellule) -> Constat | None:
    """A bare number with a decimal point; the comma and the spaces of French writing are mended in the advice."""
    if NOMBRE.fullmatch(cellule.valeur):
        return None
    corrige = "".join(cellule.valeur.split()).replace(",", ".")
    exemple = corrige if NOMBRE.fullmatch(corrige) else "97972.5"
    return Constat(f"« {quote(cellule.valeur)} » n’est pas un nombre à point décimal",
                   f"écrire des chiffres, sans espace ni unité, par exemple « {exemple} »")


def check_boolean(cellule: Cellule) -> Constat | None:
    """oui or non."""
    if cellule.valeur in ("oui", "non"):
        return None
    return Constat(f"« {quote(cellule.valeur)} » n’est ni « oui » ni « non »", "écrire « oui » ou « non »")


def check_date(cellule: Cellule) -> Constat | None:
    """A day that exists, written AAAA-MM-JJ."""
    if is_date(cellule.valeur):
        return None
    francaise = DATE_FRANCAISE.fullmatch(cellule.valeur)
    proposee = "-".join(reversed(francaise.groups())) if francaise else ""
    exemple = proposee if is_date(proposee) else "2024-03-14"
    return Constat(f"« {quote(cellule.valeur)} » n’est pas une date écrite AAAA-MM-JJ",
                   f"écrire l’année, le mois et le jour, par exemple « {exemple} »")


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
    return Constat(f"« {quote(cellule.valeur)} » n’est pas une année",
                   "écrire les quatre chiffres de l’année, par exemple « 2024 »")


TYPES: dict[str, Callable[[Cellule], Constat | None]] = {
    "integer": check_integer, "number": check_number, "boolean": check_boolean, "date": check_date, "year": check_year}


def check_type(cellule: Cellule) -> Constat | None:
    """The cell is of the type its column declares; any text is a string."""
    check = TYPES.get(cellule.colonne.type)
    return check(cellule) if check else None


def check_enumeration(cellule: Cellule) -> Constat | None:
    """The cell is one of the values its column lists; the nearest is suggested."""
    if not cellule.colonne.enumeration or cellule.valeur in cellule.colonne.enumeration:
        return None
    return Constat(f"« {quote(cellule.valeur)} » n’est pas une valeur admise",
                   advise(cellule.valeur, cellule.colonne.enumeration))


def check_minimum(cellule: Cellule) -> Constat | None:
    """The number is not below the column's minimum."""
    minimum = cellule.colonne.minimum
    if minimum is None or float(cellule.valeur) >= minimum:
        return None
    return Constat(f"« {quote(cellule.valeur)} » est trop petit", f"écrire {format_bound(cellule, minimum)} au moins")


def check_maximum(cellule: Cellule) -> Constat | None:
    """The number is not above the column's maximum."""
    maximum = cellule.colonne.maximum
    if maximum is None or float(cellule.valeur) <= maximum:
        return None
    return Constat(f"« {quote(cellule.valeur)} » est trop grand", f"écrire {format_bound(cellule, maximum)} au plus")


def check_motif(cellule: Cellule) -> Constat | None:
    """The whole cell matches the column's regular expression."""
    if not cellule.colonne.motif or re.fullmatch(cellule.colonne.motif, cellule.valeur):
        return None
    exemple = f", par exemple « {cellule.colonne.exemple} »" if cellule.colonne.exemple else ""
    return Constat(f"« {quote(cellule.valeur)} » n’a pas la forme attendue",
                   f"suivre la description de la colonne{exemple}")


def check_reference(cellule: Cellule) -> Constat | None:
    """The code exists in the catalogue; the nearest is suggested."""
    if not cellule.colonne.reference or cellule.valeur in cellule.codes:
        return None
    return Constat(f"le code « {quote(cellule.valeur)} » n’existe pas dans le catalogue",
                   advise(cellule.valeur, cellule.codes))


REGLES: dict[str, Callable[[Cellule], Constat | None]] = {
    "type": check_type, "enumeration": check_enumeration, "minimum": check_minimum, "maximum": check_maximum,
    "motif": check_motif, "reference": check_reference}


def check_cell(cellule: Cellule) -> tuple[str, Constat] | None:
    """The first rule the cell breaks, with what it found; an empty cell obeys every rule but the required one."""
    if not cellule.valeur.strip():
        constat = check_required(cellule)
        return ("obligatoire", constat) if constat else None
    return next(((regle, constat) for regle, check in REGLES.items() if (constat := check(cellule))), None)


def advise(valeur: str, admises: tuple[str, ...]) -> str:
    """« écrire « heures » » when one admitted value is near; the list of them when it is short."""
    par_forme = {sans_accent(admise): admise for admise in admises}
    proches = get_close_matches(sans_accent(valeur[:LONGUEUR_CITEE]), par_forme, n=1)
    if proches:
        return f"écrire « {par_forme[proches[0]]} »"
    choix = " ou ".join(f"« {a} »" for a in admises)
    return f"écrire {choix}" if 0 < len(admises) <= 6 else "choisir une valeur de la liste que donne le dictionnaire"


def quote(valeur: str) -> str:
    """A cell shortened to one printable line, to be named in a sentence."""
    ligne = " ".join("".join(c if c.isprintable() else " " for c in valeur).split())
    return ligne if len(ligne) <= LONGUEUR_CITEE else f"{ligne[:LONGUEUR_CITEE]}…"


def format_bound(cellule: Cellule, borne: float) -> str:
    """A bound in French, a year without thousands separator."""
    return str(int(borne)) if cellule.colonne.type == "year" else format_nombre(borne)
