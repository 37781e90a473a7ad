"""What a spreadsheet accepts in a cell of a template: the rules of the catalogue that it can apply by itself."""

from datetime import date

from spapser.catalogue import Colonne
from spapser.exports.dictionnaire import describe_colonne
from spapser.typographie import insecables

JOURS = (date(2000, 1, 1), date(2100, 12, 31))
ENTIERS = 999_999_999
SIRET = (9, 14)


def build_validation(colonne: Colonne, plage: str) -> dict | None:
    """Options of a data validation, None when anything goes; `plage` is where the list of the column stands."""
    regle = find_rule(colonne, plage)
    if regle is None:
        return None
    return regle | {"ignore_blank": True, "error_title": "Valeur refusée", "error_message": write_refusal(colonne)}


def find_rule(colonne: Colonne, plage: str) -> dict | None:
    """A list, a number within its bounds, a day, or the length of a SIRET; nothing for several words in one cell."""
    if colonne.liste:
        return None
    if plage:
        return {"validate": "list", "source": plage}
    if colonne.type == "boolean":
        return {"validate": "list", "source": ["oui", "non"]}
    if colonne.type == "date":
        return {"validate": "date", "criteria": "between", "minimum": JOURS[0], "maximum": JOURS[1]}
    if colonne.type in ("integer", "year", "number"):
        return build_bounds(colonne)
    if colonne.forme == "siret":
        return {"validate": "length", "criteria": "between", "minimum": SIRET[0], "maximum": SIRET[1]}
    return None


def build_bounds(colonne: Colonne) -> dict:
    """A number, between its bounds when the catalogue gives some."""
    genre = "decimal" if colonne.type == "number" else "integer"
    minimum = -ENTIERS if colonne.minimum is None else colonne.minimum
    if colonne.maximum is None and genre == "decimal":
        return {"validate": genre, "criteria": ">=", "value": minimum}
    return {"validate": genre, "criteria": "between", "minimum": minimum, "maximum": colonne.maximum or ENTIERS}


def write_refusal(colonne: Colonne) -> str:
    """What the spreadsheet says of a refused cell, within the 255 characters it can show."""
    if colonne.reference or colonne.enumeration:
        texte = f"« {colonne.titre} » : choisir dans la liste ; la feuille « Codes » la montre en entier."
    elif colonne.type == "boolean":
        texte = f"« {colonne.titre} » : écrire oui ou non."
    elif colonne.type == "date":
        texte = f"« {colonne.titre} » : écrire un jour, par exemple 27/02/2024."
    elif colonne.forme == "siret":
        texte = f"« {colonne.titre} » : quatorze chiffres sans espace, ou les neuf du SIREN."
    else:
        genre = {"year": "une année", "integer": "un nombre entier"}.get(colonne.type, "un nombre")
        admises = describe_colonne(colonne)[-1]
        texte = f"« {colonne.titre} » : écrire {genre}{'' if admises == '–' else f' ({admises})'}."
    return insecables(texte)[:255]
