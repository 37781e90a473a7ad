"""Zero-based scales of the rows: linear, and honestly cut beyond twice the target."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spapser.charts.donnee import is_connu
from spapser.suivi.mesure import Mesure

COUPURE = 2.0
FIN_LINEAIRE = 0.86


@dataclass(frozen=True)
class Echelle:
    """From 0 to `maximum` over the width of a row, or over its linear part when the scale is cut."""

    maximum: float
    coupee: bool = False

    def place(self, valeur: float | None) -> float | None:
        """Place between 0 and 1, None when the value is unknown or beyond the scale."""
        if not is_connu(valeur) or valeur > self.maximum * (1 + 1e-9):
            return None
        return max(valeur / self.maximum, 0) * (FIN_LINEAIRE if self.coupee else 1)


def find_maximum(valeurs: Iterable[float | None], unite: str) -> float:
    """End of a scale that holds every value: 100 for shares that stay below, never zero."""
    haut = max((valeur for valeur in valeurs if is_connu(valeur)), default=0)
    if unite == "%" and haut <= 100:
        return 100
    return haut if haut > 0 else 1


def compute_echelle(mesure: Mesure) -> Echelle:
    """The scale of a bullet: to its largest number, cut at twice the target."""
    cible = mesure.cible.valeur
    if mesure.taux is not None and mesure.taux > COUPURE:
        return Echelle(COUPURE * cible, True)
    precedente = mesure.precedente if is_connu(mesure.precedente) and mesure.precedente <= COUPURE * cible else 0
    valeur = mesure.valeur if is_connu(mesure.valeur) else 0
    haut = max(cible * 1.25, valeur * 1.04, precedente * 1.04)
    if mesure.indicateur.unite == "%" and max(cible, valeur, precedente) <= 100:
        haut = min(haut, 100)
    return Echelle(haut if haut > 0 else 1)


def compute_communes(mesures: Sequence[Mesure]) -> dict[str, Echelle]:
    """One scale per unit, so that rows of the same unit compare."""
    valeurs: dict[str, list[float | None]] = {}
    for mesure in mesures:
        reperes = [repere.valeur for repere in mesure.reperes]
        cible = [mesure.cible.valeur] if mesure.cible else []
        valeurs.setdefault(mesure.indicateur.unite, []).extend([mesure.valeur, mesure.precedente, *reperes, *cible])
    return {unite: Echelle(find_maximum(nombres, unite)) for unite, nombres in valeurs.items()}
