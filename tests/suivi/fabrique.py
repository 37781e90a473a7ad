"""Measures made by hand."""

from spapser.catalogue.model import Indicateur
from spapser.suivi import Cible, Mesure, Valeur


def make_indicateur(unite: str = "heures", sens: str = "hausse", **reste) -> Indicateur:
    return Indicateur("fa99_essai", "fa99", "fa99_o01", "Essai", unite, "D.", "P.", "C.", sens=sens, **reste)


def make_cible(valeur: float, comparaison: str = "au moins") -> Cible:
    return Cible(2024, valeur, comparaison, True, "cible", "Bilan", (38,), "sure", "")


def make_mesure(valeur: float | None, cible: float | None = None, precedente: float | None = None,
                comparaison: str = "au moins", **reste) -> Mesure:
    tenue = None if valeur is None else Valeur(valeur, None, None, "publiee", True, (38,), "sure", "")
    return Mesure(make_indicateur(**reste), 2024, tenue, cible=None if cible is None else make_cible(cible, comparaison),
                  precedente=precedente, annee_precedente=None if precedente is None else 2023)
