"""A year of contracts, small but with every trap: several holders, modifications, unknown answers, an amount that no one may
believe, hostile text. Also runs alone.

    SPAPSER_DEPOT=dossier python -m tests.pages.contrats_pieges

publishes it, with figures of the same year so that the year can be chosen.
"""

import json

from spapser.store import Edition
from tests.pages.depot import ANNEE, publish_rows, shift_year

EPT = "20005801400016"
SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)> **gras** [lien](http://exemple.fr)"
FORMULE = "=HYPERLINK(\"http://exemple.fr\")"
VITRY, PARIS = {"commune": "94081", "departement": "94"}, {"commune": "75112", "departement": "75"}


def build_titulaire(nom: str, siret: str, categorie: str = "PME", **lieu: str) -> dict:
    """A holder as the readers write it."""
    return {"type": "SIRET", "id": siret, "nom": nom, "categorie": categorie} | lieu


def build_contrat(identifiant: str, objet: str, montant: str, jour: str, titulaires: list[dict], **plus: str) -> dict:
    """A contract as the readers write it: text, unknown columns left out."""
    return {"identifiant": identifiant, "objet": objet, "acheteur": EPT, "famille": "marché", "nature": "Marché",
            "montant": montant, "date_notification": jour, "annee": jour[:4],
            "titulaires": json.dumps(titulaires, ensure_ascii=False)} | plus


VOIRIE = build_contrat(
    "2025000000101", "Réfection de la voirie à Vitry-sur-Seine", "480000", f"{ANNEE}-02-10",
    [build_titulaire("Terrassements Seine", "34218752300018", **VITRY),
     build_titulaire("Enrobés d’Île-de-France", "41235678900027", "GE", **PARIS)],
    code_cpv="45233140", procedure="Appel d'offres ouvert", groupement="Conjoint", offres_recues="4", ccag="Travaux",
    considerations_sociales="Clause sociale, Critère social", clause_insertion="oui", avance_accordee="oui", taux_avance="0.3",
    considerations_environnementales="Clause environnementale", duree_mois="12", duree_actuelle="15", montant_actuel="512000.5",
    titulaires_initiaux=json.dumps([build_titulaire("Terrassements Seine", "34218752300018")]),
    modifications=json.dumps([{"id": "1", "date": f"{ANNEE}-09-01", "montant": "512000.5", "duree": "15",
                               "titulaires": [build_titulaire("Enrobés d’Île-de-France", "41235678900027")]}]))
RESERVE = build_contrat(
    "2025000000201", "Entretien des espaces verts", "39000", f"{ANNEE}-03-05",
    [build_titulaire("Les Jardins solidaires", "52345678900011", **VITRY)], code_cpv="77310000", procedure="Procédure adaptée",
    considerations_sociales="Marché réservé", reservation="SIAE", offres_recues="1",
    considerations_environnementales="Pas de considération environnementale")
INCONNU = build_contrat("2025000000301", "Étude d’œuvre sans autre précision", "", f"{ANNEE}-04-01", [])
ABSURDE = build_contrat(
    "2025000000401", "Lot 25 : adhérents du groupement d’achat", "104000000", f"{ANNEE}-08-28",
    [build_titulaire("", "72005801400016")], code_cpv="48000000", considerations_sociales="Pas de considération sociale")
HOSTILE = build_contrat("2025000000501", SCRIPT, "75000", f"{ANNEE}-05-01", [build_titulaire(FORMULE, "12345678900011")],
                        code_cpv="30200000", acheteur_nom=FORMULE, modifications=f'[{{"id": "{FORMULE[1:4]}<b>"}}]')
SERIE = [build_contrat(f"20250000010{n:02d}", f"Fourniture courante numéro {n}", str(10000 * n), f"{ANNEE}-06-{n:02d}",
                       [build_titulaire(f"Fournisseur {n}", f"812345678000{n:02d}")], code_cpv="30192000",
                       considerations_sociales="Pas de considération sociale",
                       considerations_environnementales="Critère environnemental") for n in range(1, 29)]
ANCIEN = build_contrat("2024000000101", "Contrat de l’année d’avant", "200000", "2024-07-15",
                       [build_titulaire("Ancienne Entreprise", "91234567800019")], code_cpv="71300000")
CONTRATS = [VOIRIE, RESERVE, INCONNU, ABSURDE, HOSTILE, *SERIE]
TOUS = [*CONTRATS, ANCIEN]
NOM = "contrats 2025.csv"


def publish_contrats(nom: str = NOM) -> Edition:
    """Publish the year of contracts and the one before."""
    publish_rows("observations", *shift_year("observations"))
    publish_rows("contrats", 2024, [ANCIEN], "contrats 2024.csv")
    return publish_rows("contrats", ANNEE, CONTRATS, nom)


if __name__ == "__main__":
    print(publish_contrats().numero)
