"""What an address asks of the contracts: filters, order and page. Whatever it cannot mean is left aside with a sentence."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from spapser.catalogue.divisions import load_divisions
from spapser.catalogue.model import Catalogue
from spapser.typographie import sans_accent

INCONNUE = "inconnue"
REPONSES = {"oui": "Oui", "non": "Non", "inconnu": "Réponse inconnue"}
TYPES = {"travaux": "Travaux", "fournitures": "Fournitures", "services": "Services", "inconnu": "Type inconnu"}
RESERVATIONS = {"siae": "Insertion (SIAE)", "ea": "Entreprises adaptées (EA)", "esat": "ESAT",
                "ess": "Économie sociale et solidaire (ESS)", "sans-precision": "Sans précision"}
ENTREPRISES = {
    "1m": ("Plus de 1 M€ dans l’année", "montant > 1000000"),
    "1m-territoire": ("Du territoire, plus de 1 M€", "montant > 1000000 and du_territoire"),
}
CLAUSES = {
    "sociale": ("Clause sociale", "clause_sociale"),
    "critere-social": ("Critère social", "critere_social"),
    "insertion": ("Clause d’insertion", "clause_insertion"),
    "egalite": ("Clause d’égalité", "clause_egalite"),
    "reservation": ("Marché réservé", "reserve"),
    "sociale-aucune": ("Aucune considération sociale", "not consideration_sociale"),
    "sociale-inconnue": ("Considérations sociales inconnues", "consideration_sociale is null"),
    "environnementale": ("Clause environnementale", "clause_environnementale"),
    "critere-environnemental": ("Critère environnemental", "critere_environnemental"),
    "environnementale-aucune": ("Aucune considération environnementale", "not consideration_environnementale"),
    "environnementale-inconnue": ("Considérations environnementales inconnues", "consideration_environnementale is null"),
}
TRIS = {"date": "date_notification", "montant": "montant_compte", "objet": "a_plat(objet)",
        "titulaire": "nullif(a_plat(premier_titulaire), '')"}
SENS = {"croissant": "asc", "decroissant": "desc"}
LONGUEUR = 80
MONTANT = re.compile(r"\d{1,15}(?:[.,]\d{1,2})?")
NUMERO = re.compile(r"[0-9a-f]{12}")
TOUTES, EN_COURS = "toutes", "en-cours"


@dataclass(frozen=True)
class Filtres:
    """Which contracts are wanted: empty text, year 0 or None ask for nothing. `reponse` is that to `fait`.

    Those of the year are those notified in it; with `etat` « en-cours », those still in force when it ends.
    """

    annee: int = 0
    etat: str = ""
    fiche: str = ""
    fait: str = ""
    reponse: str = "oui"
    parmi: str = ""
    type: str = ""
    division: str = ""
    procedure: str = ""
    clause: str = ""
    reservation: str = ""
    entreprises: str = ""
    titulaire: str = ""
    texte: str = ""
    montant_min: float | None = None
    montant_max: float | None = None


@dataclass(frozen=True)
class Demande:
    """The whole of an address: filters, order, page, and a sentence on each part that was left aside."""

    filtres: Filtres = Filtres()
    tri: str = "date"
    sens: str = "decroissant"
    page: int = 1
    remarques: tuple[str, ...] = field(default=(), compare=False)


def list_choix(catalogue: Catalogue) -> dict[str, dict[str, str]]:
    """What each closed filter may be, with the words that say it."""
    procedures = next(c.enumeration for c in catalogue.jeu("contrats").colonnes if c.nom == "procedure")
    faits = {fait.code: fait.libelle for fait in catalogue.faits}
    return {
        "fiche": {f.code: f"{f.numero} · {f.titre_court}" for f in catalogue.fiches if list_faits(catalogue, f.code)},
        "fait": faits, "parmi": faits, "reponse": REPONSES, "type": TYPES,
        "division": {code: f"{code} · {nom}" for code, nom in load_divisions().items()} | {INCONNUE: "Division inconnue"},
        "procedure": {nom: nom.replace("'", "’") for nom in procedures} | {INCONNUE: "Procédure inconnue"},
        "clause": {code: libelle for code, (libelle, _) in CLAUSES.items()},
        "reservation": RESERVATIONS, "entreprises": {code: libelle for code, (libelle, _) in ENTREPRISES.items()},
        "etat": {EN_COURS: "En cours au 31 décembre"},
        "tri": dict.fromkeys(TRIS, ""), "sens": dict.fromkeys(SENS, ""), "periode": {TOUTES: ""},
    }


def find_categorie(catalogue: Catalogue, filtre: str, libelle: str) -> dict[str, str]:
    """What an address asks to list the contracts of a category of a breakdown; nothing when no filter names it.

    The filter « question » is that of the facts: the contracts whose answer is unknown.
    """
    if filtre == "question":
        return next(({"fait": fait.code, "reponse": "inconnu"} for fait in catalogue.faits if fait.question == libelle), {})
    choix = {mot.rpartition(" · ")[2]: code for code, mot in list_choix(catalogue).get(filtre, {}).items()}
    return {filtre: choix[libelle]} if libelle in choix else {}


def list_faits(catalogue: Catalogue, fiche: str) -> list[tuple[str, str]]:
    """The facts that the indicators of a fiche count, each with what restricts it; being notified tells nothing."""
    paires = [(i.fait, i.parmi) for i in catalogue.fiche(fiche).indicateurs if i.fait and i.fait != "notifie"]
    return list(dict.fromkeys(paires))


def read_demande(parametres: Mapping[str, str], annee: int, catalogue: Catalogue) -> Demande:
    """The demand of an address, for the year of the frame unless every year is asked for."""
    remarques: list[str] = []
    lus = {nom: read_choix(nom, parametres.get(nom, ""), choix, remarques) for nom, choix in list_choix(catalogue).items()}
    montants = {nom: read_montant(nom, parametres.get(nom, ""), remarques) for nom in ("montant_min", "montant_max")}
    textes = {nom: parametres.get(nom, "").strip()[:LONGUEUR] for nom in ("titulaire", "texte")}
    fermes = {nom: lus[nom] for nom in ("etat", "fiche", "fait", "parmi", "type", "division", "procedure", "clause",
                                        "reservation", "entreprises")}
    filtres = Filtres(0 if lus["periode"] else annee, reponse=lus["reponse"] or "oui", **fermes, **montants, **textes)
    if not filtres.fait:
        filtres = replace(filtres, reponse="oui")
    return Demande(filtres, lus["tri"] or "date", lus["sens"] or "decroissant",
                   read_page(parametres.get("page", ""), remarques), tuple(remarques))


def read_choix(nom: str, valeur: str, choix: Mapping[str, str], remarques: list[str]) -> str:
    """A value of a closed list, empty when it is not one of them."""
    if valeur and valeur not in choix:
        remarques.append(write_remarque(nom, valeur))
        return ""
    return valeur


def read_montant(nom: str, valeur: str, remarques: list[str]) -> float | None:
    """An amount in euros as a person types it (« 40 000 », « 40000,50 »), None when it is not one."""
    nu = re.sub(r"[\s\u00a0\u202f€]", "", valeur)
    if nu and not MONTANT.fullmatch(nu):
        remarques.append(write_remarque(nom, valeur))
        return None
    return float(nu.replace(",", ".")) if nu else None


def read_page(valeur: str, remarques: list[str]) -> int:
    """The number of a page, the first one when it is not a number."""
    if valeur and not (valeur.isascii() and valeur.isdigit() and len(valeur) < 7 and int(valeur)):
        remarques.append(write_remarque("page", valeur))
        return 1
    return int(valeur or 1)


def write_remarque(nom: str, valeur: str) -> str:
    """« Le filtre « fait » ne peut pas être « xyz » : il est laissé de côté. »"""
    return f"Le filtre « {nom} » de l’adresse ne peut pas valoir « {valeur[:40]} » : il est laissé de côté."


def write_parametres(demande: Demande) -> dict[str, str]:
    """The demand as the parameters of an address, without what is understood anyway."""
    filtres = demande.filtres
    valeurs = {nom: getattr(filtres, nom) for nom in ("etat", "fiche", "fait", "parmi", "type", "division", "procedure", "clause",
                                                      "reservation", "entreprises", "titulaire", "texte")}
    valeurs |= {"reponse": filtres.reponse if filtres.fait else "", "annee": str(filtres.annee or "")}
    valeurs |= {nom: f"{montant:.2f}".removesuffix(".00") for nom in ("montant_min", "montant_max")
                if (montant := getattr(filtres, nom)) is not None and math.isfinite(montant)}
    valeurs |= {"periode": "" if filtres.annee else TOUTES, "tri": demande.tri if demande.tri != "date" else "",
                "sens": demande.sens if demande.sens != "decroissant" else "",
                "page": str(demande.page) if demande.page > 1 else ""}
    return {nom: valeur for nom, valeur in valeurs.items() if valeur}


def cut_mots(texte: str) -> list[str]:
    """The words of a search, without accent or capital."""
    return sans_accent(texte).split()


def cut_noms(texte: str) -> list[str]:
    """The words of the search of a holder; the groups of digits of a number are put together."""
    colle = re.sub(r"(?<=\d)[\s\u00a0\u202f]+(?=\d)", "", texte)
    return cut_mots(colle)
