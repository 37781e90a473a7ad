"""The rule of each status in words, the same on the pages and in the documents."""

from spapser.suivi.statut import SEUIL_PARTIEL, Statut
from spapser.typographie import format_quantite

REGLES = {
    Statut.ATTEINT: "La valeur est au niveau de la cible ou mieux.",
    Statut.PARTIEL: "La valeur est à {seuil} de la cible ou plus, sans l’atteindre.",
    Statut.NON_ATTEINT: "La valeur est à moins de {seuil} de la cible.",
    Statut.NON_EVALUE: "Une cible est fixée, mais la valeur n’est pas publiée. Ce n’est pas un échec.",
    Statut.SECRET: "Une cible est fixée, mais la valeur est au secret statistique et le statut la dirait. Ce n’est pas un échec.",
    Statut.SANS_CIBLE: "Aucune cible chiffrée n’est fixée pour l’année.",
    Statut.NON_CONCERNE: "L’indicateur ne s’applique pas cette année-là.",
}


def list_regles() -> list[tuple[Statut, str]]:
    """Each status with its rule, the partial threshold in figures."""
    seuil = format_quantite(SEUIL_PARTIEL * 100, "%", 0)
    return [(statut, regle.format(seuil=seuil)) for statut, regle in REGLES.items()]
