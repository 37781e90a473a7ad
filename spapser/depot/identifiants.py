"""Shapes of the domain: SIRET and SIREN by their key, CPV codes by their digits."""

import re
from collections.abc import Callable
from typing import NamedTuple

LA_POSTE = "356000000"


class Forme(NamedTuple):
    """A shape: what accepts it, how it is called, how to mend what is not of it."""

    accepts: Callable[[str], bool]
    nom: str
    remede: str


def is_siret(valeur: str) -> bool:
    """True for a SIREN or a SIRET with a true key; a SIRET with a false key but a true SIREN passes, with a warning."""
    if not re.fullmatch(r"[0-9]{9}|[0-9]{14}", valeur):
        return False
    return has_luhn_key(valeur) or has_luhn_key(valeur[:9]) or valeur.startswith(LA_POSTE)


def has_luhn_key(chiffres: str) -> bool:
    """Luhn's key: every second digit from the right is doubled, the sum ends with 0."""
    doubles = [int(c) * (1 + rang % 2) for rang, c in enumerate(reversed(chiffres))]
    return sum(n - 9 * (n > 9) for n in doubles) % 10 == 0


def is_cpv(valeur: str) -> bool:
    """Eight digits; the check digit is tolerated."""
    return bool(re.fullmatch(r"[0-9]{8}(-[0-9])?", valeur))


FORMES = {
    "siret": Forme(is_siret, "un SIRET (ou un SIREN) juste", "vérifier les chiffres ; un tableur peut les avoir arrondis"),
    "cpv": Forme(is_cpv, "un code CPV", "écrire les huit chiffres du code, par exemple « 90511000 »")}
