"""What a reader may know: unknown counts of people, what is sure to hold between them, and the figures that are published."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Forme = Mapping[int, float]


@dataclass(frozen=True)
class Figure:
    """Published items that stand or fall together, since they tell the same.

    `elements` name them; `formes` are the linear forms of the unknowns that they give (a share gives its numerator, its
    denominator and their difference); `comptes` those that stand as numbers of people, whose mark says on which side of the
    threshold they are; `libre`: printed by the report already, never hidden.
    """

    elements: tuple[object, ...]
    formes: tuple[Forme, ...]
    comptes: tuple[Forme, ...] = ()
    libre: bool = False


@dataclass
class Systeme:
    """`valeurs` are the true counts, in people, never negative; `egalites` are forms known to be zero; `sensibles` forms that
    nobody publishes and that must stay unknown when they are small."""

    valeurs: list[float] = field(default_factory=list)
    egalites: list[Forme] = field(default_factory=list)
    sensibles: list[Forme] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)

    def add(self, valeur: float) -> int:
        """A new unknown; returns its index."""
        self.valeurs.append(valeur)
        return len(self.valeurs) - 1

    def compute(self, forme: Forme) -> float:
        """True value of a form, in people."""
        return sum(coefficient * self.valeurs[rang] for rang, coefficient in forme.items())
