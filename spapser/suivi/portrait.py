"""One contract in words: everything known of it in groups, its holders, its modifications, the facts and whom they feed."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from spapser.catalogue import Catalogue, Colonne, Indicateur
from spapser.catalogue.model import Fait
from spapser.typographie import INSECABLE, format_jour, format_nombre, format_quantite

INCONNU = "non renseigné"
REPONSES = {True: "oui", False: "non", None: "inconnu"}
UNITES = {"€ HT": "€ HT", "€": "€", "mois": "mois", "jours": "jours", "%": "%", "de 0 à 1": "%"}
GROUPES = {
    "Identité": ("identifiant", "famille", "nature", "code_cpv", "consultation", "accord_cadre", "annee", "date_notification",
                 "date_publication", "lieu_code", "lieu_type"),
    "Acheteur": ("acheteur_nom", "acheteur"),
    "Procédure": ("procedure", "techniques", "modalites_execution", "ccag", "offres_recues", "innovant", "groupement",
                  "sous_traitance", "sous_traitances"),
    "Montants et durée": ("montant", "montant_actuel", "types_prix", "forme_prix", "avance_accordee", "taux_avance", "duree_mois",
                          "duree_actuelle", "debut_execution", "subvention_publique", "origine_ue", "origine_france"),
    "Considérations": ("considerations_sociales", "considerations_environnementales"),
    "Compléments du tableur": ("clause_insertion", "reservation", "clause_egalite", "cycle_de_vie", "reemploi",
                               "ponderation_environnementale", "jours_publicite", "jours_publicite_minimum", "variante",
                               "cahier_fonctionnel", "sourcage", "avance_versee", "categorie_titulaire", "esus",
                               "insertion_handicap", "departement_titulaire", "commune_titulaire"),
}
AILLEURS = ("objet", "titulaires", "titulaires_initiaux", "modifications", "titulaire", "siret_titulaire")


@dataclass(frozen=True)
class FaitLu:
    """A fact of one contract (True, False or None: unknown) and the indicators that count it."""

    fait: Fait
    reponse: bool | None
    indicateurs: tuple[Indicateur, ...]


def list_groupes(contrat: dict, catalogue: Catalogue) -> list[tuple[str, list[tuple[str, str]]]]:
    """Every column by group, each with its title and its value in words."""
    colonnes = {colonne.nom: colonne for colonne in catalogue.jeu("contrats").colonnes}
    return [(titre, [write_colonne(colonnes[nom], contrat) for nom in noms]) for titre, noms in GROUPES.items()]


def write_colonne(colonne: Colonne, contrat: dict) -> tuple[str, str]:
    """« Montant initial », « 143 050 € HT »; an advance at 0 % is one whose rate is unknown."""
    trouve = re.fullmatch(r"(.+) \((.+)\)", colonne.titre)
    titre, unite = (trouve[1], UNITES[trouve[2]]) if trouve and trouve[2] in UNITES else (colonne.titre, "")
    valeur = contrat[colonne.nom]
    if colonne.nom == "taux_avance" and contrat["avance_accordee"] and valeur == 0:
        return titre, "avance accordée, taux inconnu"
    if unite == "%" and "de 0 à 1" in colonne.titre and isinstance(valeur, int | float):
        valeur *= 100
    return titre, write_valeur(valeur, unite, colonne.type)


def write_valeur(valeur, unite: str = "", genre: str = "") -> str:
    """A value in French words, « non renseigné » when there is none."""
    if valeur is None or valeur == "":
        return INCONNU
    if isinstance(valeur, bool):
        return REPONSES[valeur]
    if isinstance(valeur, date):
        return format_jour(valeur)
    if isinstance(valeur, int | float):
        if unite.startswith("€"):
            return f"{format_quantite(valeur, 'euros')}{unite[1:]}".replace(" ", INSECABLE)
        return str(valeur) if genre == "year" else f"{format_nombre(valeur)}{INSECABLE}{unite}".strip()
    return str(valeur).replace("'", "’")


def list_titulaires(contrat: dict, communes: Mapping[str, str]) -> list[dict[str, str]]:
    """The present holders: name, number, category, place, each in words. `communes`: names of those of the territory, by code."""
    return [{"nom": name_titulaire(m), "numero": write_numero(m), "categorie": m["categorie"] or INCONNU,
             "lieu": m["nom_commune"] or communes.get(m["commune"]) or write_lieu(m)} for m in contrat["membres"]]


def name_titulaire(membre: dict) -> str:
    """Name of a holder; its number when the file gives no name, as the national format does."""
    return membre.get("nom") or write_numero(membre)


def write_numero(membre: dict) -> str:
    """« SIRET 200 058 014 00016 », or the kind of number that a foreign holder has."""
    numero, genre = membre.get("id") or "", membre.get("type") or "SIRET"
    if not numero:
        return INCONNU
    if genre == "SIRET" and re.fullmatch(r"\d{9}(\d{5})?", numero):
        nom = "SIRET" if len(numero) == 14 else "SIREN"
        return f"{nom} {numero[:3]} {numero[3:6]} {numero[6:9]} {numero[9:]}".strip().replace(" ", INSECABLE)
    return f"{genre} {numero}"


def write_lieu(membre: dict) -> str:
    """Commune code and department of a holder."""
    lieux = [f"commune {membre['commune']}" if membre["commune"] else "",
             f"département {membre['departement']}" if membre["departement"] else ""]
    return ", ".join(lieu for lieu in lieux if lieu) or INCONNU


def read_liste(texte: str | None) -> list[dict]:
    """Holders after a modification; none when it does not change them, or is no list of holders."""
    lue = json.loads(texte or "[]")
    return [membre for membre in lue if isinstance(membre, dict)] if isinstance(lue, list) else []


def list_modifications(contrat: dict) -> list[tuple[str, str, str, str, str]]:
    """Number, date, amount, duration and holders of each modification, in words."""
    return [(write_valeur(m["id"]), write_date(m["date"]), write_nombre(m["montant"], "euros"), write_nombre(m["duree"], "mois"),
             ", ".join(name_titulaire(membre) for membre in read_liste(m["titulaires"])) or "inchangés")
            for m in contrat["modifications"]]


def write_date(texte: str | None) -> str:
    """A day in words, as the file writes it when it is no date."""
    try:
        return format_jour(date.fromisoformat(texte or ""))
    except ValueError:
        return write_valeur(texte)


def write_nombre(valeur: str | None, unite: str) -> str:
    """A number with its unit, « inchangé » when there is none."""
    try:
        return format_quantite(float(valeur), unite)
    except (TypeError, ValueError):
        return write_valeur(valeur) if valeur else "inchangé"


def list_faits_lus(contrat: dict, catalogue: Catalogue) -> list[FaitLu]:
    """Every fact: what is true first, then what is unknown, then what is false."""
    ordre = {True: 0, None: 1, False: 2}
    lus = [FaitLu(fait, contrat[fait.code], tuple(i for i in catalogue.indicateurs if i.fait == fait.code and (
        not i.parmi or contrat[i.parmi]))) for fait in catalogue.faits]
    return sorted(lus, key=lambda lu: ordre[lu.reponse])
