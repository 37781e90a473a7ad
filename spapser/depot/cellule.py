"""A cell under judgement, and what a rule finds wrong in it."""

from dataclasses import dataclass
from typing import NamedTuple

from spapser.catalogue import Colonne

LONGUEUR_CITEE = 60


@dataclass(frozen=True)
class Cellule:
    """A cell under judgement: its text, its column, and the codes it may refer to (empty without reference).

    Without `conseil`, the nearest admitted value is not looked for: it is long, and nobody reads the thousandth one.
    """

    valeur: str
    colonne: Colonne
    codes: tuple[str, ...] = ()
    conseil: bool = True


class Constat(NamedTuple):
    """What a rule found: what is wrong and how to mend it, as two parts of one sentence."""

    message: str
    remede: str


def quote(valeur: str, longueur: int = LONGUEUR_CITEE) -> str:
    """A cell shortened to one printable line, to be named in a sentence."""
    ligne = " ".join("".join(c if c.isprintable() else " " for c in valeur).split())
    return ligne if len(ligne) <= longueur else f"{ligne[:longueur]}…"
