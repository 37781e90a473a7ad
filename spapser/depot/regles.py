"""The rules a cell obeys, read from its column in the catalogue: one small function per rule."""

import re
from collections.abc import Callable
from difflib import get_close_matches

from spapser.catalogue import Colonne
from spapser.depot.cellule import LONGUEUR_CITEE, Cellule, Constat, quote
from spapser.depot.formes import check_type
from spapser.depot.identifiants import FORMES
from spapser.typographie import format_nombre, sans_accent

LISTE_MAXIMUM = 20


def check_required(cellule: Cellule) -> Constat | None:
    """A required cell is not empty."""
    if cellule.colonne.obligatoire and not cellule.valeur.strip():
        return describe_required(cellule.colonne)
    return None


def describe_required(colonne: Colonne) -> Constat:
    """What is said of an empty cell in a required column."""
    exemple = colonne.exemple or next(iter(colonne.enumeration), "")
    remede = f"la remplir, par exemple avec « {exemple} »" if exemple else "la remplir"
    return Constat("la cellule est vide alors qu’elle est obligatoire", remede)


def check_enumeration(cellule: Cellule) -> Constat | None:
    """The cell is one of the values its column lists, or several for a list; the nearest is suggested."""
    mots = cellule.valeur.split(", ") if cellule.colonne.liste else [cellule.valeur]
    if not cellule.colonne.enumeration or set(mots) <= set(cellule.colonne.enumeration):
        return None
    return Constat(
        f"« {quote(cellule.valeur)} » n’est pas une valeur admise", advise(cellule, cellule.colonne.enumeration)
    )


def check_minimum(cellule: Cellule) -> Constat | None:
    """The number is not below the column's minimum."""
    minimum = cellule.colonne.minimum
    if minimum is None or float(cellule.valeur) >= minimum:
        return None
    return Constat(f"« {quote_number(cellule)} » est trop petit", f"écrire {format_bound(cellule, minimum)} au moins")


def check_maximum(cellule: Cellule) -> Constat | None:
    """The number is not above the column's maximum."""
    maximum = cellule.colonne.maximum
    if maximum is None or float(cellule.valeur) <= maximum:
        return None
    return Constat(f"« {quote_number(cellule)} » est trop grand", f"écrire {format_bound(cellule, maximum)} au plus")


def check_motif(cellule: Cellule) -> Constat | None:
    """The whole cell matches the column's regular expression."""
    if not cellule.colonne.motif or re.fullmatch(cellule.colonne.motif, cellule.valeur):
        return None
    exemple = f", par exemple « {cellule.colonne.exemple} »" if cellule.colonne.exemple else ""
    return Constat(f"« {quote(cellule.valeur)} » n’a pas la forme attendue", f"suivre la description de la colonne{exemple}")


def check_reference(cellule: Cellule) -> Constat | None:
    """The code exists in the catalogue; the nearest is suggested."""
    if not cellule.colonne.reference or cellule.valeur in cellule.codes:
        return None
    return Constat(f"le code « {quote(cellule.valeur)} » n’existe pas dans le catalogue", advise(cellule, cellule.codes))


def check_forme(cellule: Cellule) -> Constat | None:
    """A SIRET (or its SIREN) has a true key, a CPV code its eight digits."""
    if not cellule.colonne.forme or FORMES[cellule.colonne.forme].accepts(cellule.valeur):
        return None
    forme = FORMES[cellule.colonne.forme]
    return Constat(f"« {quote(cellule.valeur)} » n’est pas {forme.nom}", forme.remede)


REGLES: dict[str, Callable[[Cellule], Constat | None]] = {
    "type": check_type,
    "enumeration": check_enumeration,
    "minimum": check_minimum,
    "maximum": check_maximum,
    "motif": check_motif,
    "reference": check_reference,
    "forme": check_forme,
}


def check_cell(cellule: Cellule) -> tuple[str, Constat] | None:
    """The first rule the cell breaks, with what it found; an empty cell obeys every rule but the required one."""
    if not cellule.valeur.strip():
        constat = check_required(cellule)
        return ("obligatoire", constat) if constat else None
    return next(((regle, constat) for regle, check in REGLES.items() if (constat := check(cellule))), None)


def advise(cellule: Cellule, admises: tuple[str, ...]) -> str:
    """« écrire « heures » » when one admitted value is near; the list of them when it is short."""
    if proche := find_near(cellule, admises):
        return f"écrire « {proche} »"
    choix = " ou ".join(f"« {admise} »" for admise in admises)
    return f"écrire {choix}" if 0 < len(admises) <= 6 else "choisir une valeur de la feuille « Codes » du modèle"


def find_near(cellule: Cellule, admises: tuple[str, ...]) -> str:
    """The admitted value nearest to a cell, or to each word of a list; empty when one is near nothing."""
    par_forme = {simplify(admise): admise for admise in admises} if cellule.conseil else {}
    mots = re.split(r"\s*[,;|\n]\s*", cellule.valeur) if cellule.colonne.liste else [cellule.valeur]
    proches = [par_forme[proche] for mot in mots[:LISTE_MAXIMUM] for proche in get_close_matches(simplify(mot), par_forme, n=1)]
    return ", ".join(dict.fromkeys(proches)) if len(proches) == len(mots) else ""


def simplify(texte: str) -> str:
    """What two writings of the same word or code share: no accent, capital, underscore or leading zero (« fa1 », « FA01 »)."""
    return re.sub(r"0+(?=[0-9])", "", sans_accent(texte[:LONGUEUR_CITEE]).replace("_", " ").strip())


def quote_number(cellule: Cellule) -> str:
    """The number of a cell in French, a year without thousands separator."""
    return cellule.valeur if cellule.colonne.type == "year" else format_nombre(float(cellule.valeur), 6)


def format_bound(cellule: Cellule, borne: float) -> str:
    """A bound in French, a year without thousands separator."""
    return str(int(borne)) if cellule.colonne.type == "year" else format_nombre(borne)
