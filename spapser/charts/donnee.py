"""What may be drawn of a measure: its finite value, its names."""

import math
from collections.abc import Iterable, Sequence

from spapser.suivi.mesure import Mesure
from spapser.typographie import INSECABLE, format_quantite


def is_connu(valeur: float | None) -> bool:
    """True for a number that can be placed on a scale."""
    return valeur is not None and math.isfinite(valeur)


def keep_connues(mesures: Iterable[Mesure]) -> list[Mesure]:
    """The measures that have a value."""
    return [mesure for mesure in mesures if is_connu(mesure.valeur)]


def read_nom(mesure: Mesure) -> str:
    """The category of a breakdown, else the label of the indicator."""
    return mesure.modalite or mesure.indicateur.libelle


def list_dimensions(mesures: Iterable[Mesure]) -> list[str]:
    """Dimensions in the order they come."""
    return list(dict.fromkeys(mesure.dimension for mesure in mesures))


def has_one_unite(mesures: Sequence[Mesure]) -> bool:
    """True when every measure is counted in the same unit."""
    return len({mesure.indicateur.unite for mesure in mesures}) <= 1


def format_comme(mesure: Mesure, valeur: float | None) -> str:
    """A number in French, in the unit of a measure; the mark of a value that is hidden."""
    if valeur is None and mesure.secret is not None:
        return mesure.texte
    valeur = valeur if is_connu(valeur) else None
    return format_quantite(valeur, mesure.indicateur.unite, mesure.indicateur.decimales)


def format_cible(mesure: Mesure) -> str:
    """« cible 25 000 heures », « cible 5 % au plus »; empty without a target."""
    if mesure.cible is None:
        return ""
    plafond = " au plus" if mesure.cible.comparaison == "au plus" else ""
    return f"cible {mesure.texte_cible}{plafond}".replace(" au plus", f"{INSECABLE}au{INSECABLE}plus")


def format_precedente(mesure: Mesure) -> str:
    """« 2023 : 58 526 heures »; empty when last year is unknown."""
    if not is_connu(mesure.precedente):
        return ""
    annee = mesure.annee_precedente or mesure.annee - 1
    return f"{annee}{INSECABLE}: {mesure.texte_precedente}"
