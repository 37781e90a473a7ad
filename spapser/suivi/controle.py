"""Coherence checks: what the report states beside what its own details give. The counting is in `sql/controles/*.sql`."""

import math
import re
from dataclasses import dataclass
from enum import Enum

from spapser.errors import CatalogueInvalide, SpapserError
from spapser.store import Base, list_sql, read_sql
from spapser.store.requetes import list_sources
from spapser.typographie import SECRET

BRUIT = 1e-6
FAMILLES = ("totaux et détails", "parts et effectifs", "même fait écrit deux fois", "cibles", "listes et nombres",
            "d’une année à l’autre", "périmètres", "comparaisons")
ENTETES = {"famille": "Famille", "fiche": "Fiche", "lecture": "Lecture"}
COLONNES = {"annee", "publie", "recalcule", "unite", "tolerance", "lignes"}


class Verdict(Enum):
    """What one may say of the two numbers. Rounding is not a gap; a missing side is never counted as one."""

    CONCORDANT = "concordant"
    ARRONDI = "concordant à l’arrondi près"
    ECART = "écart à expliquer"
    COMPARAISON = "à rapprocher, sans égalité attendue"
    INVERIFIABLE = "invérifiable"


@dataclass(frozen=True)
class Controle:
    """Two readings of one fact for one year. `ecart` is `publie` minus `recalcule`, None when one of the two is missing.

    `document` names the deposited files that the check compares, empty when the report is alone.
    """

    code: str
    titre: str
    famille: str
    fiche: str
    lecture: str
    annee: int
    objet: str
    publie: float | None
    recalcule: float | None
    ecart: float | None
    unite: str
    tolerance: float
    verdict: Verdict
    lignes: tuple[int, ...]
    document: str = ""


def compute_verdict(publie: float | None, recalcule: float | None, tolerance: float, egalite: bool = True) -> Verdict:
    """Verdict on two numbers: equal, equal within `tolerance` (the published precision), or apart.

    Without `egalite` the two numbers need not be equal: being apart is then a comparison, never a gap.
    """
    if publie is None or recalcule is None or not (math.isfinite(publie) and math.isfinite(recalcule)):
        return Verdict.INVERIFIABLE
    distance = abs(publie - recalcule)
    if distance <= BRUIT:
        return Verdict.CONCORDANT
    if distance <= tolerance + BRUIT:
        return Verdict.ARRONDI
    return Verdict.ECART if egalite else Verdict.COMPARAISON


def read_entete(sql: str, nom: str = "sans nom") -> dict:
    """Title, family, fiche and reading from the header comments; CatalogueInvalide names the file and what is missing."""
    premiere = sql.split("\n", 1)[0]
    if not premiere.startswith("-- ") or re.match(rf"-- ({'|'.join(ENTETES.values())}) :", premiere):
        raise CatalogueInvalide(f"Le contrôle « {nom}.sql » n’a pas de titre : l’écrire en commentaire à la première ligne.")
    entete = {"titre": premiere.removeprefix("-- ").strip()}
    for cle, mot in ENTETES.items():
        trouve = re.search(rf"^-- {mot} : *(\S.*)$", sql, re.MULTILINE)
        if not trouve:
            raise CatalogueInvalide(f"Le contrôle « {nom}.sql » n’a pas d’en-tête « {mot} » : l’ajouter en commentaire.")
        entete[cle] = trouve[1].strip()
    if entete["famille"] not in FAMILLES:
        raise CatalogueInvalide(f"Dans le contrôle « {nom}.sql », la famille « {entete['famille']} » n’existe pas : "
                                f"choisir parmi {', '.join(FAMILLES)}.")
    return entete


def controles(base: Base, fiche: str | None = None) -> list[Controle]:
    """Every check, or those of one fiche: gaps first, then by fiche, code, year and object."""
    trouves = []
    for code in list_sql("controles"):
        sql = read_sql(f"controles/{code}")
        entete = read_entete(sql, code)
        if fiche in (None, entete["fiche"]):
            trouves += [build_controle(code, entete, ligne | {"document": name_documents(base, code, ligne["annee"])})
                        for ligne in query_controle(base, code, sql)]
    return sorted(trouves, key=lambda c: (c.verdict is not Verdict.ECART, c.fiche, c.code, c.annee, c.objet))


def query_controle(base: Base, code: str, sql: str) -> list[dict]:
    """Rows of one check; CatalogueInvalide names the file when the query fails or lacks a column."""
    try:
        lignes = [hide_secrets(base, code, ligne) for ligne in base.query(sql)]
    except SpapserError as erreur:
        raise CatalogueInvalide(f"Le contrôle « {code}.sql » ne s’exécute pas : {erreur}") from None
    absentes = sorted(COLONNES - lignes[0].keys()) if lignes else []
    if absentes:
        raise CatalogueInvalide(f"Le contrôle « {code}.sql » ne rend pas la colonne « {absentes[0]} » : l’ajouter.")
    return lignes


def hide_secrets(base: Base, code: str, ligne: dict) -> dict:
    """A row of a check on people, without its numbers when its year, or the one before, has hidden counts: they, or the gap
    between them, would give these back."""
    secretes = set(base.masque.resultats)
    if not secretes:
        return ligne
    jeux = list_sources(f"controles/{code}")
    gens = "insertion_publics" in jeux or ("observations" in jeux and code[:4] in base.masque.fiches)
    if not gens or not ({ligne["annee"], ligne["annee"] - 1} & secretes):
        return ligne
    return ligne | {"publie": None, "recalcule": None, "objet": SECRET}


def name_documents(base: Base, code: str, annee: int) -> str:
    """The deposited files that a check reads for a year; purchases to come are those of the year after."""
    jeux = list_sources(f"controles/{code}")
    documents = [base.edition.source(jeu, annee + (jeu == "programmation")) for jeu in jeux]
    return ", ".join(dict.fromkeys(document for document in documents if document))


def build_controle(code: str, entete: dict, ligne: dict) -> Controle:
    """One check from one row of its query."""
    publie, recalcule = (None if ligne[cote] is None else float(ligne[cote]) for cote in ("publie", "recalcule"))
    tolerance = float(ligne["tolerance"])
    verdict = compute_verdict(publie, recalcule, tolerance, entete["famille"] != "comparaisons")
    ecart = None if verdict is Verdict.INVERIFIABLE else round(publie - recalcule, 6) + 0.0
    return Controle(code=code, **entete, annee=ligne["annee"], objet=ligne.get("objet") or "", publie=publie,
                    recalcule=recalcule, ecart=ecart, unite=ligne["unite"], tolerance=tolerance, verdict=verdict,
                    lignes=tuple(ligne["lignes"] or ()), document=ligne.get("document", ""))
