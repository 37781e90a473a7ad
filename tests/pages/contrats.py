"""A few fictitious contracts of 2024 and 2025, deposited over what ships, and a target for one legal indicator of 2025."""

from spapser.store import Edition
from tests.pages.depot import publish_rows

ACHETEUR = "20005801400016"
PAS_SOCIALE, PAS_ENVIRONNEMENTALE = "Pas de considération sociale", "Pas de considération environnementale"


def make_contrat(identifiant: str, annee: int, **reste: str) -> dict:
    """A contract with what every one has; what `reste` does not say is unknown."""
    return {"identifiant": identifiant, "objet": f"Lot {identifiant}", "acheteur": ACHETEUR, "famille": "marché",
            "date_notification": f"{annee}-03-15", "annee": str(annee), **reste}


CONTRATS = {
    2024: [make_contrat("A", 2024, montant="100000", considerations_sociales="Clause sociale", esus="oui",
                        considerations_environnementales="Clause environnementale", code_cpv="45233140"),
           make_contrat("B", 2024, montant="300000", considerations_sociales=PAS_SOCIALE, esus="non",
                        considerations_environnementales=PAS_ENVIRONNEMENTALE, code_cpv="90511000"),
           make_contrat("C", 2024, montant="60000")],
    2025: [make_contrat("D", 2025, montant="200000", considerations_sociales="Marché réservé", reservation="ESAT",
                        considerations_environnementales="Critère environnemental"),
           make_contrat("E", 2025, montant="200000", considerations_sociales=PAS_SOCIALE, insertion_handicap="non",
                        considerations_environnementales=PAS_ENVIRONNEMENTALE)],
}
CIBLE = {"indicateur": "fa04_part_consideration_sociale", "annee": "2025", "valeur": "60", "unite": "%", "nature": "cible",
         "comparaison": "au moins", "retenue": "oui", "source": "Délibération d’essai", "fiabilite": "sure"}


def publish_contrats() -> Edition:
    """Publish them, a year at a time, then the target; returns the last edition."""
    for annee, lignes in CONTRATS.items():
        publish_rows("contrats", annee, lignes, f"contrats {annee}.json")
    return publish_rows("cibles", 2025, [CIBLE], "cibles 2025.csv")
