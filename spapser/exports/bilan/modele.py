"""What a document holds: plain values, nothing to compute, nothing of any format."""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from spapser.catalogue import Fiche, Objectif
from spapser.exports.bilan.figure import draw_figure
from spapser.store import Base
from spapser.suivi import Action, Jalon, Mesure, Suivi
from spapser.suivi.controle import Controle, controles
from spapser.suivi.tableau import Tableau


@dataclass(frozen=True)
class GraphiqueBilan:
    """A chart ready to be drawn: the sentence it states, its words for who does not see it, its values as a table.

    `genre` is that of the catalogue (cible, evolution, barres, part, territoire, frise); `mesures` are drawn by all but
    frise, which draws `jalons`; `communes` are the places of a territoire.
    """

    code: str
    genre: str
    titre: str
    alternative: str
    tableau: Tableau
    source: str
    lecture: str
    mesures: tuple[Mesure, ...]
    jalons: tuple[Jalon, ...]
    fiche: str
    annee: int
    edition: int
    communes: tuple[dict, ...] = field(default=(), repr=False)

    @property
    def identifiant(self) -> str:
        """What names the figure wherever it goes: « fa04-heures-2024-e0 »."""
        return f"{self.fiche}-{self.code}-{self.annee}-e{self.edition}"

    @cached_property
    def figure(self) -> dict:
        """The drawing of the screen as plain dictionaries, made once for all the documents."""
        return draw_figure(self.genre, self.mesures, self.jalons, self.communes)


@dataclass(frozen=True)
class ObjectifBilan:
    """An objective and what was done for it in the year, None when nothing was published."""

    objectif: Objectif
    action: Action | None


@dataclass(frozen=True)
class SectionFiche:
    """A fiche in the year. `mesures`: its plain indicators; `graphiques`: the charts that have something to draw.

    `marches` and `achats` are rows of those datasets: contracts named for the year, purchases announced for the next one.
    `en_bref`: the fiche in 60 words.
    """

    fiche: Fiche
    axe: str
    mesures: tuple[Mesure, ...]
    graphiques: tuple[GraphiqueBilan, ...]
    objectifs: tuple[ObjectifBilan, ...]
    notes: tuple[str, ...]
    marches: tuple[dict, ...]
    achats: tuple[dict, ...]
    en_bref: str


@dataclass(frozen=True)
class Bilan:
    """A year. `edition`: its name; `date`: the day of the document in French; `comptes`: indicators by status.

    `achats`: purchases announced for the next year; `structures`: those named in the year; `jalons`: every year;
    `manques`: sentences about the datasets that are missing, empty or broken.
    """

    suivi: Suivi
    annee: int
    edition: str
    date: str
    phrase: str
    comptes: Counter
    chiffres_cles: tuple[Mesure, ...]
    sections: tuple[SectionFiche, ...]
    communes: tuple[dict, ...]
    structures: tuple[dict, ...]
    achats: tuple[dict, ...]
    jalons: tuple[Jalon, ...]
    manques: tuple[str, ...]
    base: Base = field(repr=False)

    @cached_property
    def controles(self) -> tuple[Controle, ...]:
        """The coherence checks of the year for the fiches of the document, gaps first; counted when first asked for."""
        codes = {section.fiche.code for section in self.sections}
        seule = next(iter(codes)) if len(codes) == 1 else None
        return tuple(c for c in controles(self.base, seule) if c.annee == self.annee and c.fiche in codes)

    @property
    def mesures(self) -> tuple[Mesure, ...]:
        """The plain indicators of the fiches of the document."""
        return tuple(mesure for section in self.sections for mesure in section.mesures)
