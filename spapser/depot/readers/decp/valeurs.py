"""Values of a contract as text; what stands for « nothing » in these files becomes empty, and is counted."""

import re
from collections import Counter
from decimal import Decimal, InvalidOperation

SENTINELLE = re.compile(r"(NC|MQ|CDL|INX(\s.*)?|nan|null|none|)", re.IGNORECASE | re.DOTALL)
JOUR = re.compile(r"(\d{4}-\d{2}-\d{2})(Z|[T ].*|[+-]\d{2}:?\d{2})", re.DOTALL)
ANNEE = re.compile(r"(\d{4})-\d{1,2}-\d{1,2}|\d{1,2}/\d{1,2}/(\d{4})")
CHIFFRES_MAXIMUM = 40


class Valeurs:
    """What is read of a file, with the number of values set aside in each column."""

    def __init__(self) -> None:
        self.ecartees: Counter[str] = Counter()

    def read(self, colonne: str, valeur) -> str | None:
        """A simple value as text; None when there is none. A structure where a value should be is set aside too."""
        if valeur is None:
            return None
        if isinstance(valeur, (list, dict)):
            if len(valeur) == 1 and isinstance(valeur, list):
                return self.read(colonne, valeur[0])
            texte = ""
        else:
            texte = write(valeur)
        if SENTINELLE.fullmatch(texte):
            self.ecartees[colonne] += 1
            return None
        return texte

    def read_list(self, colonne: str, valeurs: list) -> str | None:
        """Several values, in their order, without repetition."""
        lues = [lue for valeur in valeurs if (lue := self.read(colonne, valeur))]
        return ", ".join(dict.fromkeys(lues)) or None

    def read_date(self, colonne: str, valeur) -> str | None:
        """A day, without its hour or its time zone."""
        texte = self.read(colonne, valeur)
        jour = JOUR.fullmatch(texte) if texte else None
        return jour[1] if jour else texte


def write(valeur) -> str:
    """« oui » or « non », a number in digits, or the text that the database can hold."""
    if isinstance(valeur, bool):
        return "oui" if valeur else "non"
    if isinstance(valeur, Decimal):
        return format(valeur, "f") if abs(valeur.adjusted()) < CHIFFRES_MAXIMUM else str(valeur)
    return str(valeur).replace("\x00", " ").encode("utf-8", "replace").decode("utf-8").strip()


def unwrap(valeur, interieur: str) -> list:
    """Items of a list, whichever way it is written: a list or an item alone, each with or without its name around it."""
    if valeur is None or valeur == "":
        return []
    if isinstance(valeur, list):
        return [element for morceau in valeur for element in unwrap(morceau, interieur)]
    if isinstance(valeur, dict) and interieur in valeur:
        return unwrap(valeur[interieur], interieur)
    return [valeur] if valeur != {} else []


def find_year(date: str | None) -> str | None:
    """Year of a date; None when there is none."""
    trouvee = ANNEE.match(date) if date else None
    return (trouvee[1] or trouvee[2]) if trouvee else None


def differ(avant: str | None, apres: str | None) -> bool:
    """True when two numbers are not the same: « 25.0 » is « 25 »."""
    if avant is None or apres is None:
        return avant != apres
    try:
        return Decimal(avant) != Decimal(apres)
    except InvalidOperation:
        return avant != apres
