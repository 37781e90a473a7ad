"""One contract of a JSON or XML file, laid out as the columns of the dataset."""

import json

from spapser.depot.readers.decp.flux import CONCESSION, MARCHE
from spapser.depot.readers.decp.titulaires import list_modifications, list_titulaires, merge_titulaires
from spapser.depot.readers.decp.valeurs import Valeurs, differ, find_year, unwrap

SIMPLES = {
    "identifiant": ("id",), "objet": ("objet",), "nature": ("nature",), "code_cpv": ("codeCPV",), "procedure": ("procedure",),
    "accord_cadre": ("idAccordCadre",), "innovant": ("marcheInnovant",), "ccag": ("ccag",), "offres_recues": ("offresRecues",),
    "avance_accordee": ("attributionAvance",), "taux_avance": ("tauxAvance",),
    "groupement": ("typeGroupementOperateurs", "typeGroupement"), "sous_traitance": ("sousTraitanceDeclaree",),
    "duree_mois": ("dureeMois",), "montant": ("montant", "valeurGlobale"), "forme_prix": ("formePrix",),
    "origine_ue": ("origineUE",), "origine_france": ("origineFrance",), "subvention_publique": ("montantSubventionPublique",)}
DATES = {"date_notification": ("dateNotification", "dateSignature"), "date_publication": ("datePublicationDonnees",),
         "debut_execution": ("dateDebutExecution",)}
LISTES = {"techniques": ("techniques", "technique"), "modalites_execution": ("modalitesExecution", "modaliteExecution"),
          "types_prix": ("typesPrix", "typePrix"), "considerations_sociales": ("considerationsSociales", "considerationSociale"),
          "considerations_environnementales": ("considerationsEnvironnementales", "considerationEnvironnementale")}
AUTRES = ("acheteur", "acheteur_nom", "famille", "lieu_code", "lieu_type", "titulaires", "titulaires_initiaux", "modifications",
          "montant_actuel", "duree_actuelle", "sous_traitances", "annee")
COLONNES = (*SIMPLES, *DATES, *LISTES, *AUTRES)
# Fields that are read, or that say nothing more of a contract.
CONNUS = frozenset(champ for champs in (*SIMPLES.values(), *DATES.values(), *LISTES.values()) for champ in champs) | frozenset((
    "acheteur", "autoriteConcedante", "nom", "lieuExecution", "code", "typeCode", "titulaires", "titulaire", "concessionnaires",
    "concessionnaire", "typeIdentifiant", "denominationSociale", "modifications", "modification", "dateNotificationModification",
    "dateSignatureModification", "datePublicationDonneesModification", "objetModification", "actesSousTraitance",
    "acteSousTraitance", "sousTraitant", "variationPrix", "modificationsActesSousTraitance", "modificationActeSousTraitance",
    "dateNotificationModificationSousTraitance", "donneesExecution", "donneesAnnuelles", "datePublicationDonneesExecution",
    "depensesInvestissement", "tarifs", "tarif", "intituleTarif", "_type"))


def find_acheteur(brut: dict, valeurs: Valeurs) -> tuple[str | None, str | None]:
    """Identifier and name of the buyer."""
    acheteur = brut.get("acheteur") or brut.get("autoriteConcedante")
    if isinstance(acheteur, list) and acheteur:
        acheteur = acheteur[0]
    if not isinstance(acheteur, dict):
        return valeurs.read("acheteur", acheteur), None
    return valeurs.read("acheteur", acheteur.get("id")), valeurs.read("acheteur_nom", acheteur.get("nom"))


def read_contrat(famille: str, brut: dict, valeurs: Valeurs) -> tuple:
    """The cells of a contract, in the order of COLONNES."""
    lu: dict[str, str | None] = {c: valeurs.read(c, pick(brut, noms)) for c, noms in SIMPLES.items()}
    lu |= {c: valeurs.read_date(c, pick(brut, noms)) for c, noms in DATES.items()}
    lu |= {c: valeurs.read_list(c, unwrap(pick(brut, noms), noms[-1])) for c, noms in LISTES.items()}
    lu["acheteur"], lu["acheteur_nom"] = find_acheteur(brut, valeurs)
    lu["famille"] = famille or guess_famille(brut)
    lieu = brut.get("lieuExecution")
    if isinstance(lieu, dict):
        lu |= {c: valeurs.read(c, lieu.get(cle)) for c, cle in (("lieu_code", "code"), ("lieu_type", "typeCode"))}
    actes = len(unwrap(brut.get("actesSousTraitance"), "acteSousTraitance"))
    lu |= {"sous_traitances": str(actes) if actes else None, "annee": find_year(lu["date_notification"])}
    follow(brut, lu, valeurs)
    return tuple(lu.get(colonne) for colonne in COLONNES)


def follow(brut: dict, lu: dict, valeurs: Valeurs) -> None:
    """The current state: what modifications changed of the amount, of the duration and of the holders."""
    initiaux = list_titulaires(valeurs, brut)
    modifications = list_modifications(valeurs, brut)
    actuels = initiaux
    for modification in modifications:
        for colonne, actuelle, cle in (("montant", "montant_actuel", "montant"), ("duree_mois", "duree_actuelle", "duree")):
            if cle in modification:
                lu[actuelle] = modification[cle] if differ(lu[colonne], modification[cle]) else None
        actuels = merge_titulaires(modification.get("titulaires") or [], actuels)
    changes = {t.get("id") for t in actuels} != {t.get("id") for t in initiaux}
    lu |= {"titulaires": compact(actuels), "titulaires_initiaux": compact(initiaux) if changes else None,
           "modifications": compact(modifications)}


def pick(brut: dict, noms: tuple[str, ...]):
    """The first of these fields that the contract has."""
    return next((brut[nom] for nom in noms if nom in brut), None)


def guess_famille(brut: dict) -> str:
    """The family of a contract that its place in the file does not tell."""
    textes = f"{brut.get('_type')} {brut.get('nature')}".lower()
    concession = "autoriteConcedante" in brut or "concession" in textes or "délégation" in textes
    return CONCESSION if concession else MARCHE


def compact(liste: list[dict]) -> str | None:
    """A list as short JSON; None when it is empty."""
    return json.dumps(liste, ensure_ascii=False, separators=(",", ":")) if liste else None
