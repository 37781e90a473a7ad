"""The rows of one edition become values, targets, actions and milestones: five queries, once per edition."""

from collections import defaultdict

from spapser.catalogue.model import Catalogue
from spapser.store import Base, read_sql
from spapser.suivi.action import Action
from spapser.suivi.lecture import Suivi
from spapser.suivi.mesure import Cible, Jalon, Valeur


def load_suivi(base: Base, catalogue: Catalogue) -> Suivi:
    """Read results, targets, actions and milestones of one edition."""
    valeurs, cibles, actions = read_valeurs(base), read_cibles(base), read_actions(base)
    datees = [annee for (_, annee), liste in cibles.items() if any(cible.nature == "cible" for cible in liste)]
    annees = sorted({*(cle[1] for cle in valeurs), *(annee for _, annee in actions), *datees})
    return Suivi(catalogue, base.edition.numero, tuple(annees), valeurs, cibles, actions, read_jalons(base), read_reserves(base),
                 (*base.edition.identite, base.clair))


def read_valeurs(base: Base) -> dict[tuple, list[Valeur]]:
    """Readings by indicator, year, dimension and modality."""
    valeurs: dict[tuple, list[Valeur]] = defaultdict(list)
    for ligne in base.query("select * from resultats"):
        cle = (ligne["indicateur"], ligne["annee"], ligne["dimension"], ligne["modalite"])
        valeurs[cle].append(Valeur(
            ligne["valeur"], ligne["numerateur"], ligne["denominateur"], ligne["origine"], ligne["retenue"],
            () if ligne["document"] else tuple(ligne["lignes"] or ()), ligne["fiabilite"], ligne["note"], ligne["document"],
            ligne["secret"]))
    return dict(valeurs)


def read_cibles(base: Base) -> dict[tuple, list[Cible]]:
    """Targets and landmarks by indicator and year."""
    cibles: dict[tuple, list[Cible]] = defaultdict(list)
    for ligne in base.rows("cibles"):
        cibles[ligne["indicateur"], ligne["annee"]].append(Cible(
            ligne["annee"], ligne["valeur"], ligne["comparaison"], ligne["retenue"], ligne["nature"], ligne["source"],
            list_lignes(ligne), ligne["fiabilite"], ligne["note"], ligne["lien"], ligne["document"]))
    return dict(cibles)


def read_actions(base: Base) -> dict[tuple, Action]:
    """What was done, by objective and year; a text that a publication left as the report has it keeps its line."""
    livrees = {(x["objectif"], x["annee"], x["realisation"], x["ligne_source"]) for x in base.query(read_sql("actions_livrees"))}

    def list_propres(ligne: dict) -> tuple[int, ...]:
        intacte = (ligne["objectif"], ligne["annee"], ligne["realisation"], ligne["ligne_source"]) in livrees
        return list_lignes(ligne | {"document": ""}) if intacte else ()

    return {(ligne["objectif"], ligne["annee"]): Action(
        ligne["objectif"], ligne["annee"], ligne["statut_declare"], ligne["statut_propose"], ligne["motif"],
        ligne["realisation"], list_propres(ligne), ligne["fiabilite"], ligne["note"], ligne["document"],
        ligne["motif_declare"], ligne["declare_par"], ligne["declare_le"].isoformat() if ligne["declare_le"] else "")
        for ligne in base.rows("suivi_actions")}


def read_jalons(base: Base) -> tuple[Jalon, ...]:
    """Milestones and events, in order of date."""
    lignes = sorted(base.rows("evenements"), key=lambda ligne: (ligne["debut"], ligne["fin"], ligne["titre"]))
    return tuple(Jalon(
        ligne["titre"], ligne["debut"].isoformat(), ligne["fin"].isoformat(), ligne["precision"], ligne["etat"],
        ligne["genre"], ligne["fiche"], ligne["lieu"], ligne["valeur"], list_lignes(ligne), ligne["note"], ligne["document"])
        for ligne in lignes)


def read_reserves(base: Base) -> tuple[dict, ...]:
    """Doubts on detailed rows, each with the deposited file it comes from."""
    return tuple(ligne | {"document": base.edition.source(ligne["jeu"], ligne["annee_jeu"])}
                 for ligne in base.query(read_sql("notes")))


def list_lignes(ligne: dict) -> tuple[int, ...]:
    """The source line of a row as a tuple, empty when the source is not the report."""
    return (ligne["ligne_source"],) if ligne["ligne_source"] and not ligne["document"] else ()
