"""An account to try, a clock that the test moves, and what an attempt to sign in gets."""

from spapser.acces.comptes import sign_in
from spapser.errors import AccesRefuse

SECRET, AUTRE, FAUX = "quatre mots sans lien", "cinq autres mots bien choisis", "ce n’est pas celui-là"


class Horloge:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.heure = 1_800_000_000.0

    def time(self) -> float:
        return self.heure


def attempt(nom: str, mot: str) -> str:
    """« ouverte », or the sentence of the refusal."""
    try:
        sign_in(nom, mot)
    except AccesRefuse as refus:
        return str(refus)
    return "ouverte"
