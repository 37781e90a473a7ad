"""What every document is made from: one edition, one year, all the fiches or one."""

from dataclasses import dataclass, replace
from functools import cached_property

from spapser.catalogue import Fiche
from spapser.exports.bilan import Bilan, build_bilan
from spapser.store import Base
from spapser.suivi import Suivi


@dataclass(frozen=True)
class Contexte:
    """The edition that is read, the year, the code of the only fiche wanted (empty: all of them).

    `manques`: sentences about the files of the edition that are missing or broken, printed by every document.
    """

    base: Base
    suivi: Suivi
    annee: int
    fiche: str = ""
    manques: tuple[str, ...] = ()

    @cached_property
    def bilan(self) -> Bilan:
        """The content that the documents share, read once; a broken file is told once, by the sentence that names it."""
        bilan = build_bilan(self.base, self.suivi, self.annee, (self.fiche,) if self.fiche else ())
        return replace(bilan, manques=self.manques or bilan.manques)

    @property
    def fiches(self) -> tuple[Fiche, ...]:
        """The fiches to show; CodeInconnu when the one asked for does not exist."""
        catalogue = self.suivi.catalogue
        return (catalogue.fiche(self.fiche),) if self.fiche else catalogue.fiches
