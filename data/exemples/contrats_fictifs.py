"""A year of contracts that do not exist, in the official format of the essential data (DECP 2022), always the same ones.

Shares are of the order of those a territory publishes; nine defects are planted, which `LISEZMOI.md` lists.
"""

import json
import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta

ANNEE, NOMBRE, DEPART = 2025, 400, 2025
ACHETEUR = "20005801400016"
# CPV, what is bought, CCAG, weight among the contracts, order of magnitude of the amount in euros.
ACHATS = (
    ("45233140", "travaux de voirie", "Travaux", 14, 600_000),
    ("45453000", "réhabilitation d’un équipement", "Travaux", 12, 900_000),
    ("45112710", "aménagement d’espaces verts", "Travaux", 8, 250_000),
    ("71240000", "maîtrise d’œuvre", "Maitrise d'œuvre", 8, 150_000),
    ("71356200", "assistance à maîtrise d’ouvrage", "Prestations intellectuelles", 10, 90_000),
    ("90511000", "collecte des déchets", "Fournitures courantes et services", 4, 3_000_000),
    ("90910000", "nettoyage de locaux", "Fournitures courantes et services", 8, 300_000),
    ("77310000", "entretien des espaces verts", "Fournitures courantes et services", 8, 200_000),
    ("55520000", "traiteur et restauration", "Fournitures courantes et services", 4, 120_000),
    ("72000000", "services informatiques", "Techniques de l'information et de la communication", 8, 180_000),
    ("39100000", "mobilier", "Fournitures courantes et services", 6, 90_000),
    ("30192000", "fournitures de bureau", "Fournitures courantes et services", 5, 60_000),
    ("80500000", "formation", "Prestations intellectuelles", 5, 50_000))
PROCEDURES = (("Procédure adaptée", 60), ("Appel d'offres ouvert", 30), ("Procédure avec négociation", 4),
              ("Marché passé sans publicité ni mise en concurrence préalable", 6))
COMMUNES = (("94", "Villejuif"), ("94", "Vitry-sur-Seine"), ("94", "Ivry-sur-Seine"), ("94", "Orly"), ("91", "Savigny-sur-Orge"),
            ("75", "Paris"), ("69", "Lyon"), ("94", "Créteil"), ("91", "Massy"))
ENTETE = ("identifiant", "annee", "consultation", "clause_insertion", "reservation", "clause_egalite", "cycle_de_vie", "reemploi",
          "ponderation_environnementale", "jours_publicite", "jours_publicite_minimum", "variante", "cahier_fonctionnel",
          "sourcage", "avance_versee", "categorie_titulaire", "esus", "insertion_handicap", "departement_titulaire",
          "commune_titulaire")


def build_contrats(close_siret: Callable[[str], str]) -> list[dict]:
    """The contracts without any defect, as the JSON schema wants them; `close_siret` ends thirteen digits with their key."""
    hasard = random.Random(DEPART)
    sirets = [close_siret(f"99900{rang:04}{rang % 7:04}") for rang in range(1, 121)]
    return [build_contrat(rang, hasard, sirets) for rang in range(1, NOMBRE + 1)]


def build_contrat(rang: int, hasard: random.Random, sirets: list[str]) -> dict:
    """One contract."""
    cpv, objet, ccag, _, ordre = hasard.choices(ACHATS, weights=[achat[3] for achat in ACHATS])[0]
    notification = date(ANNEE, 1, 2) + timedelta(days=hasard.randrange(363))
    avance, montant = hasard.random() < 0.35, round(ordre * hasard.lognormvariate(0, 0.8), 2)
    titulaires = hasard.sample(sirets, 1 if hasard.random() < 0.9 else hasard.randint(2, 3))
    contrat = {
        "id": f"2025FICTIF{rang:03}", "acheteur": {"id": ACHETEUR}, "nature": "Marché",
        "objet": f"Exemple fictif : {objet}, lot {rang}", "codeCPV": cpv,
        "techniques": {"technique": ["Accord-cadre" if hasard.random() < 0.45 else "Sans objet"]},
        "modalitesExecution": {"modaliteExecution": ["Bons de commande" if hasard.random() < 0.4 else "Sans objet"]},
        "marcheInnovant": hasard.random() < 0.03, "ccag": ccag, "offresRecues": 1 + min(int(hasard.expovariate(0.3)), 20),
        "attributionAvance": avance, "typeGroupementOperateurs": draw_groupement(hasard, len(titulaires)),
        "sousTraitanceDeclaree": hasard.random() < 0.12, "procedure": draw(hasard, PROCEDURES),
        "lieuExecution": {"code": "94" if rang % 4 else "91", "typeCode": "Code département"},
        "dureeMois": hasard.choice((6, 12, 24, 36, 48)), "dateNotification": notification.isoformat(),
        "datePublicationDonnees": (notification + timedelta(days=hasard.randrange(5, 60))).isoformat(),
        "montant": max(montant, 40_000.0), "typesPrix": {"typePrix": ["Définitif révisable"]},
        "formePrix": hasard.choice(("Unitaire", "Forfaitaire", "Mixte")),
        "titulaires": [{"titulaire": {"typeIdentifiant": "SIRET", "id": siret}} for siret in titulaires],
        "considerationsSociales": {"considerationSociale": draw_sociales(hasard)},
        "considerationsEnvironnementales": {"considerationEnvironnementale": draw_environnementales(hasard)}}
    if avance:
        contrat["tauxAvance"] = hasard.choice((0.05, 0.1, 0.2, 0.3, 0.3))
    if hasard.random() < 0.1:
        contrat["modifications"] = [{"modification": build_modification(contrat, hasard)}]
    return contrat


def build_modification(contrat: dict, hasard: random.Random) -> dict:
    """One more amount and six more months; some are notified the year after."""
    jour = date.fromisoformat(contrat["dateNotification"]) + timedelta(days=hasard.randrange(60, 320))
    return {"id": 1, "dureeMois": contrat["dureeMois"] + 6, "montant": round(contrat["montant"] * 1.1, 2),
            "dateNotificationModification": jour.isoformat(),
            "datePublicationDonneesModification": (jour + timedelta(days=20)).isoformat()}


def draw(hasard: random.Random, choix: tuple[tuple[str, int], ...]) -> str:
    """One of weighted words."""
    return hasard.choices([mot for mot, _ in choix], weights=[poids for _, poids in choix])[0]


def draw_groupement(hasard: random.Random, titulaires: int) -> str:
    """A grouping has several holders, or one that answers for all; some declare none, as in real files."""
    if titulaires > 1:
        return hasard.choice(("Conjoint", "Solidaire", "Pas de groupement"))
    return "Pas de groupement" if hasard.random() < 0.94 else "Solidaire"


def draw_sociales(hasard: random.Random) -> list[str]:
    """About 26 % with a clause, 8 % with a criterion, 4 % reserved."""
    if hasard.random() < 0.04:
        return ["Marché réservé"]
    mots = [mot for mot, part in (("Clause sociale", 0.26), ("Critère social", 0.08)) if hasard.random() < part]
    return mots or ["Pas de considération sociale"]


def draw_environnementales(hasard: random.Random) -> list[str]:
    """About 85 % with a clause, half with a criterion."""
    mots = [mot for mot, part in (("Clause environnementale", 0.85), ("Critère environnemental", 0.5)) if hasard.random() < part]
    return mots or ["Pas de considération environnementale"]


def plant_defects(contrats: list[dict]) -> list[dict]:
    """What real files hold, nine times: see `LISEZMOI.md`."""
    contrats[9]["montant"] = 999_999_999_999
    contrats[19]["dureeMois"] = "NC"
    contrats[29]["offresRecues"] = 0
    contrats[39]["considerationsSociales"] = {"considerationSociale": ["Clause sociale", "Pas de considération sociale"]}
    contrats[49]["titulaires"][0]["titulaire"]["id"] = "99900000000000"
    contrats[59]["procedure"] = "Gré à gré"
    contrats[69]["dateNotification"] = "2052-01-31"
    contrats[79]["considerationsEnvironnementales"] = {"considerationEnvironnementale": ["NC"]}
    return [*contrats, dict(contrats[89])]


def write_decp(close_siret: Callable[[str], str]) -> bytes:
    """The file of essential data."""
    contrats = plant_defects(build_contrats(close_siret))
    return (json.dumps({"marches": {"marche": contrats}}, ensure_ascii=False, indent=1) + "\n").encode()


def list_complements(close_siret: Callable[[str], str]) -> Iterator[tuple[str, ...]]:
    """Header, then what the authority's own spreadsheet says of nine contracts in ten."""
    yield ENTETE
    hasard = random.Random(DEPART + 1)
    for rang, contrat in enumerate(build_contrats(close_siret), 1):
        if rang % 10:
            yield build_complement(contrat, rang, hasard)


def build_complement(contrat: dict, rang: int, hasard: random.Random) -> tuple[str, ...]:
    """One row of the spreadsheet."""
    sociales = contrat["considerationsSociales"]["considerationSociale"]
    reserve, clause = "Marché réservé" in sociales, "Clause sociale" in sociales
    minimum, poids = hasard.choice((15, 22, 30, 35)), hasard.choice((10, 15, 20, 20, 25))
    critere = "Critère environnemental" in contrat["considerationsEnvironnementales"]["considerationEnvironnementale"]
    return (contrat["id"], str(ANNEE), f"C2025-{rang // 3:03}", say(clause and hasard.random() < 0.6),
            hasard.choice(("SIAE", "EA", "ESAT")) if reserve else "", say(hasard.random() < 0.05), say(hasard.random() < 0.06),
            say(hasard.random() < 0.15), str(poids) if critere else "", str(minimum + hasard.choice((0, 0, 2, 5, 6, 10))),
            str(minimum), say(hasard.random() < 0.3), say(hasard.random() < 0.1), say(hasard.random() < 0.2),
            say(hasard.random() < 0.7) if contrat["attributionAvance"] else "",
            draw(hasard, (("TPE", 15), ("PME", 55), ("ETI", 18), ("GE", 9), ("ESS", 3))), say(reserve and hasard.random() < 0.5),
            say(reserve or hasard.random() < 0.02), *hasard.choice(COMMUNES))


def say(oui: bool) -> str:
    """« oui » or « non »."""
    return "oui" if oui else "non"
