"""The contracts behind the figures: how many answer a demand, the page one looks at, all of them, or one alone."""

from dataclasses import dataclass

from spapser.catalogue import Catalogue, Indicateur
from spapser.store import Base, read_sql
from spapser.suivi.filtres import CLAUSES, ENTREPRISES, SENS, TRIS, Demande, Filtres, cut_mots, cut_noms, list_faits
from spapser.suivi.mesure import Valeur

TAILLE = 25
TOUJOURS, DEPARTAGE = "notifie", "date_notification desc, identifiant, acheteur, code_cpv, objet"
COMPTES = ("marchés", "contrats", "avances", "groupements")


@dataclass(frozen=True)
class Compte:
    """How many contracts are kept, what they are worth, how many amounts are set apart or unknown.

    `oui`, `non` and `inconnu` count the three answers to the fact asked for, among what the other filters keep.
    """

    nombre: int
    montant: float
    ecartes: int
    sans_montant: int
    oui: int
    non: int
    inconnu: int

    @property
    def pages(self) -> int:
        """Number of pages of the list, one at least."""
        return max(1, -(-self.nombre // TAILLE))


def count_contrats(base: Base, catalogue: Catalogue, filtres: Filtres) -> Compte:
    """Count and sums, in one query."""
    (ligne,) = run(base, catalogue, "compte", Demande(filtres))
    return Compte(**ligne)


def list_contrats(base: Base, catalogue: Catalogue, demande: Demande) -> list[dict]:
    """The rows of one page of the list."""
    return run(base, catalogue, "page", demande)


def list_tous(base: Base, catalogue: Catalogue, demande: Demande) -> list[dict]:
    """Every contract of the selection with everything known of it, each with its `document`."""
    return [ligne | {"document": base.edition.source("contrats", ligne["annee"])}
            for ligne in run(base, catalogue, "emporter", demande)]


def find_contrat(base: Base, contrat: str) -> dict | None:
    """Everything known of one contract, its `modifications` as rows; None when the edition has none of that number."""
    for trouve in base.query(read_sql("contrats/contrat"), {"contrat": contrat}):
        cle = {"contrat": contrat, "annee": trouve["annee"]}
        return trouve | {"modifications": base.query(read_sql("contrats/suivi_contrat"), cle)}
    return None


def count_annees(base: Base) -> dict[int, int]:
    """Number of contracts by year of notification, years without any left out."""
    return {ligne["annee"]: ligne["nombre"] for ligne in base.query(read_sql("contrats/annees"))}


def count_derriere(indicateur: Indicateur, calculee: Valeur) -> int | None:
    """The number of contracts that gave a computed reading: itself when it counts them, else its numerator.

    None when the numerator is an amount: a share of the money spent says nothing of how many they are.
    """
    if indicateur.unite in COMPTES:
        return int(calculee.valeur)
    return None if indicateur.en_euros or calculee.numerateur is None else int(calculee.numerateur)


def run(base: Base, catalogue: Catalogue, nom: str, demande: Demande) -> list[dict]:
    """One of the queries over the selection. Names of columns come from closed lists, values are bound."""
    filtres = demande.filtres
    ordre = f"{TRIS[demande.tri]} {SENS[demande.sens]} nulls last, {DEPARTAGE}"
    sql = read_sql(f"contrats/{nom}").replace("{selection}", read_sql("contrats/selection")).replace("{ordre}", ordre)
    for place, condition in write_conditions(catalogue, filtres).items():
        sql = sql.replace(f"{{{place}}}", condition)
    valeurs = {cle: getattr(filtres, cle) for cle in ("annee", "etat", "type", "division", "procedure", "reservation",
                                                      "montant_min", "montant_max", "reponse")}
    valeurs |= {"mots": cut_mots(filtres.texte), "noms": cut_noms(filtres.titulaire)}
    if "$taille" in sql:
        valeurs |= {"taille": TAILLE, "debut": (demande.page - 1) * TAILLE}
    return base.query(sql, valeurs)


def write_conditions(catalogue: Catalogue, filtres: Filtres) -> dict[str, str]:
    """What is true of the contracts wanted, in columns of the view `faits`; an unknown code raises CodeInconnu."""
    fait, parmi = (catalogue.fait(code or TOUJOURS).code for code in (filtres.fait, filtres.parmi))
    paires = list_faits(catalogue, filtres.fiche) if filtres.fiche else []
    fiche = " or ".join(f"({un} and {catalogue.fait(autre or TOUJOURS).code})" for un, autre in paires) or TOUJOURS
    clause = CLAUSES[filtres.clause][1] if filtres.clause else TOUJOURS
    entreprises = TOUJOURS if not filtres.entreprises else (
        read_sql("contrats/selection_entreprises").replace("{condition}", ENTREPRISES[filtres.entreprises][1]))
    return {"fait": fait, "parmi": parmi, "fiche": f"({fiche})", "clause": f"({clause})", "entreprises": entreprises}
