"""What a slide is: words, figures, one chart or one table, and what the speaker keeps for the questions."""

from dataclasses import dataclass

from spapser.exports.bilan import GraphiqueBilan
from spapser.suivi import Mesure, Statut
from spapser.suivi.comparaison import Comparaison
from spapser.suivi.tableau import Tableau


@dataclass(frozen=True)
class Groupe:
    """Names or sentences under a heading."""

    titre: str
    elements: tuple[str, ...]


@dataclass(frozen=True)
class Point:
    """A commune on the map: kilometres eastwards and northwards from the corner, `part` of the largest value or None."""

    nom: str
    x: float
    y: float
    part: float | None


@dataclass(frozen=True)
class Diapositive:
    """One slide. `code` is stable and stands in addresses (« fa04 », « achats-2 »); `genre` says how it is laid out.

    `titre` states the finding; `lignes` are at most two sentences; `vide` is true when the year says nothing about it.
    """

    code: str
    genre: str
    titre: str
    surtitre: str = ""
    lignes: tuple[str, ...] = ()
    chiffres: tuple[Mesure, ...] = ()
    statut: Statut | None = None
    graphique: GraphiqueBilan | None = None
    comparaison: Comparaison | None = None
    tableau: Tableau | None = None
    groupes: tuple[Groupe, ...] = ()
    points: tuple[Point, ...] = ()
    adresse: str = ""
    source: str = ""
    notes: tuple[Groupe, ...] = ()
    vide: bool = False

    @property
    def nom(self) -> str:
        """What the slide is called in a list: « Fiche 4 · Heures d’insertion », « Chiffres clés de 2024 »."""
        return self.surtitre if self.genre in ("fiche", "territoire") else self.titre

    @property
    def identifiant(self) -> str:
        """The identifier of its figure, empty without a chart."""
        return self.graphique.identifiant if self.graphique else ""
