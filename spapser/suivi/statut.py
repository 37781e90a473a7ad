"""Status against a target, rate, and trend against last year: two marks, two functions, no state."""

import math
from dataclasses import dataclass
from enum import Enum

SEUIL_PARTIEL = 0.75


class Statut(Enum):
    """What one may say of an indicator. Only the first three judge; the others never count as failure."""

    ATTEINT = "atteint"
    PARTIEL = "partiellement atteint"
    NON_ATTEINT = "non atteint"
    NON_EVALUE = "non évalué (donnée manquante)"
    SECRET = "non évalué (secret statistique)"
    SANS_CIBLE = "sans cible chiffrée"
    NON_CONCERNE = "non concerné"

    @property
    def court(self) -> str:
        """Its words in a table."""
        return COURTS.get(self, self.value)

    @property
    def classe(self) -> str:
        """Its name in style sheets."""
        return self.name.lower().replace("_", "-")


COURTS = {Statut.NON_EVALUE: "non évalué", Statut.SECRET: "secret statistique", Statut.SANS_CIBLE: "sans cible"}


class Tendance(Enum):
    """The movement since the previous year, whatever the target says."""

    HAUSSE = "en hausse"
    BAISSE = "en baisse"
    STABLE = "stable"


@dataclass(frozen=True)
class Evolution:
    """Movement since `annee`: `ecart` in the unit of the indicator (points for a share), `relatif` as a share or None."""

    tendance: Tendance
    ecart: float
    relatif: float | None
    annee: int
    favorable: bool | None


def is_connu(valeur: float | None) -> bool:
    """True for a finite number: neither missing, nor infinite, nor « not a number »."""
    return valeur is not None and math.isfinite(valeur)


def compute_taux(valeur: float | None, cible: float | None) -> float | None:
    """Achieved over target as a share (3.92 for 392 %); None when either is missing or the target is zero."""
    if not is_connu(valeur) or not is_connu(cible) or not cible:
        return None
    return valeur / cible


def compute_statut(valeur: float | None, cible: float | None, comparaison: str = "au moins", concerne: bool = True,
                   seuil_partiel: float = SEUIL_PARTIEL) -> Statut:
    """Status of a value against its target.

    `comparaison`: « au moins » (value ≥ target) or « au plus » (value ≤ target). Partial from `seuil_partiel` of the way.
    """
    if not concerne:
        return Statut.NON_CONCERNE
    if not is_connu(cible):
        return Statut.SANS_CIBLE
    if not is_connu(valeur):
        return Statut.NON_EVALUE
    if comparaison == "au plus":
        if valeur <= cible:
            return Statut.ATTEINT
        return Statut.PARTIEL if valeur and cible / valeur >= seuil_partiel else Statut.NON_ATTEINT
    if valeur >= cible:
        return Statut.ATTEINT
    return Statut.PARTIEL if cible and valeur / cible >= seuil_partiel else Statut.NON_ATTEINT


def compute_evolution(valeur: float | None, precedente: float | None, annee_precedente: int | None,
                      sens: str = "hausse") -> Evolution | None:
    """Movement from the previous year's value; None when one of the two is missing."""
    if not is_connu(valeur) or not is_connu(precedente) or annee_precedente is None:
        return None
    ecart = round(valeur - precedente, 6)
    tendance = Tendance.STABLE if ecart == 0 else Tendance.HAUSSE if ecart > 0 else Tendance.BAISSE
    favorable = None if sens == "neutre" or ecart == 0 else (ecart > 0) == (sens == "hausse")
    return Evolution(tendance, ecart, ecart / precedente if precedente else None, annee_precedente, favorable)
