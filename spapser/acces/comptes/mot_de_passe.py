"""Passwords: hashed by argon2id with the parameters of RFC 9106 (64 MiB a hash), never kept nor logged."""

import threading
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from spapser.errors import AccesRefuse

MINIMUM, MAXIMUM = 12, 256
ENSEMBLE = threading.BoundedSemaphore(2)  # each hash takes 64 MiB: a burst of attempts must not take the machine


def check_mot_de_passe(mot_de_passe: str, identifiant: str) -> None:
    """AccesRefuse when it is too short, too long, or the name of the account."""
    if not MINIMUM <= len(mot_de_passe) <= MAXIMUM:
        raise AccesRefuse(f"Le mot de passe a {len(mot_de_passe)} caractères : en choisir un de {MINIMUM} à {MAXIMUM}, par "
                          "exemple plusieurs mots sans lien entre eux.")
    if identifiant in mot_de_passe.lower() or len(set(mot_de_passe)) < 5:
        raise AccesRefuse("Le mot de passe se devine (il contient l’identifiant, ou répète les mêmes caractères) : en choisir "
                          "un autre.")


def hash_mot_de_passe(mot_de_passe: str) -> str:
    """The argon2id hash, its salt and parameters inside."""
    with ENSEMBLE:
        return PasswordHasher().hash(mot_de_passe)


def matches(mot_de_passe: str, empreinte: str | None) -> bool:
    """True when the password is that of the hash. Without a hash, as much time is spent on a decoy, and it is False."""
    visee = empreinte or decoy()
    with ENSEMBLE:
        try:
            juste = PasswordHasher().verify(visee, mot_de_passe)
        except (VerificationError, InvalidHashError):
            juste = False
    return juste and empreinte is not None


@cache
def decoy() -> str:
    """A hash that is nobody’s, for the names that do not exist."""
    return hash_mot_de_passe("personne n’a ce mot de passe")
