"""The legal table of article L2111-3: each category, in number and in value, by year and by period of two years."""

from collections.abc import Sequence
from dataclasses import dataclass

from spapser.catalogue.obligation import Obligation, load_obligations
from spapser.suivi.lecture import Suivi
from spapser.suivi.mesure import Cible, Mesure
from spapser.suivi.source import write_sources
from spapser.suivi.statut import Statut, compute_statut

MODES = {"en nombre": "nombre", "en valeur": "valeur"}


@dataclass(frozen=True)
class LigneLegale:
    """One rate: contracts (or euros) that count over those whose answer is known; `inconnues` over `total` are left out.

    `cible` is that of the last year of the period.
    """

    obligation: Obligation
    mode: str
    debut: int
    fin: int
    numerateur: float | None
    denominateur: float | None
    inconnues: float | None
    total: float | None
    cible: Cible | None
    source: str

    @property
    def taux(self) -> float | None:
        """The rate in percent, None when no answer is known."""
        return 100 * self.numerateur / self.denominateur if self.denominateur and self.numerateur is not None else None

    @property
    def statut(self) -> Statut:
        """Status against the target."""
        cible = self.cible
        return compute_statut(self.taux, cible.valeur if cible else None, cible.comparaison if cible else "au moins")

    @property
    def periode(self) -> str:
        """« 2025 », « 2024-2025 »."""
        return str(self.fin) if self.debut == self.fin else f"{self.debut}-{self.fin}"


def list_lignes_legales(suivi: Suivi) -> list[LigneLegale]:
    """The whole table: every year that has contracts, then every two years in a row that have some, latest first."""
    annees = sorted({cle[1] for cle in suivi.valeurs if cle[0] == load_obligations()[0].nombre}, reverse=True)
    periodes = [(annee, annee) for annee in annees] + [(annee - 1, annee) for annee in annees if annee - 1 in annees]
    return [build_ligne(suivi, obligation, mode, *periode) for periode in periodes for obligation in load_obligations()
            for mode in MODES]


def build_ligne(suivi: Suivi, obligation: Obligation, mode: str, debut: int, fin: int) -> LigneLegale:
    """One rate over the years of a period: what counts is added before it is divided."""
    mesures = [suivi.mesure(getattr(obligation, MODES[mode]), annee) for annee in range(debut, fin + 1)]
    tenues = [mesure.tenue for mesure in mesures if mesure.tenue]
    inconnues = [mesure.inconnues for mesure in mesures if mesure.inconnues]
    return LigneLegale(
        obligation, mode, debut, fin, add([v.numerateur for v in tenues if v.denominateur]),
        add([v.denominateur for v in tenues]), add([v.numerateur for v in inconnues]),
        add([v.denominateur for v in inconnues]), mesures[-1].cible, write_sources(tenues) if tenues else "")


def add(nombres: Sequence[float | None]) -> float | None:
    """The sum of the numbers that are known, None when none is."""
    connus = [nombre for nombre in nombres if nombre is not None]
    return sum(connus) if connus else None


def list_reperes(suivi: Suivi) -> list[tuple[Mesure, Cible]]:
    """National landmarks on what the table and its neighbours count: never targets of the authority."""
    codes = dict.fromkeys(code for o in load_obligations() for code in (o.nombre, o.valeur))
    voisins = {i.code for i in suivi.catalogue.indicateurs if i.fiche == "fa09"}
    return [(suivi.mesure(code, suivi.derniere), cible) for (code, _), cibles in suivi.cibles.items() for cible in cibles
            if cible.nature == "reference" and code in {*codes, *voisins}]
