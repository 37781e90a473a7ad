"""The chapter of a fiche, in the order of the report's own table: objective, status, indicator, what was done."""

from spapser.exports.bilan import Bilan, ObjectifBilan, SectionFiche
from spapser.exports.rapport.listes import write_achats, write_marches
from spapser.exports.rapport.mesures import RIEN, describe_valeur, is_parlante, write_mesures
from spapser.exports.rapport.modele import Bloc, Etat, Figure, Liste, Paragraphe, Puces, Table, Titre
from spapser.suivi import Action, Statut
from spapser.suivi.action import describe_declaration
from spapser.suivi.source import write_source_action
from spapser.typographie import format_quantite

MONTRES = 6


def write_fiche(section: SectionFiche, bilan: Bilan) -> list[Bloc]:
    """Promise, objectives, charts, indicators, lists, doubts."""
    fiche = section.fiche
    blocs: list[Bloc] = [
        Titre(1, f"Fiche {fiche.numero} : {fiche.titre_court}", fiche.code, page=True), Paragraphe(fiche.titre, "officiel"),
        Paragraphe(fiche.engagement, "promesse"), Paragraphe(f"En bref : {section.en_bref}"),
        Titre(2, "Ce qui a été fait, objectif par objectif"),
        write_objectifs(section, bilan.annee)]
    if section.graphiques:
        blocs += [Titre(2, "Les chiffres en images"), *(Figure(graphique) for graphique in section.graphiques)]
    blocs += [Titre(2, "Tous les indicateurs"), *write_mesures(section, bilan.annee)]
    blocs += [*write_marches(section, bilan.annee), *write_achats(section, bilan.annee)]
    if section.notes:
        blocs += [Titre(2, "Réserves sur les données"), Liste(section.notes, "note")]
    return blocs


def write_objectifs(section: SectionFiche, annee: int) -> Table:
    """The table of the report: one row an objective."""
    return Table(
        f"Objectifs de la fiche {section.fiche.numero} en {annee}",
        ("Objectif", "Statut", "Indicateurs", "Ce qui a été fait"),
        tuple((suivi.objectif.titre, write_etat(suivi.action), write_indicateurs(section, suivi),
               write_action(suivi.action, annee)) for suivi in section.objectifs), (0.22, 0.155, 0.265, 0.36))


def write_etat(action: Action | None) -> Etat:
    """The declared status, or the proposed one that says so."""
    if action is None or action.statut == "sans statut":
        return Etat(Statut.SANS_CIBLE, "sans statut")
    return Etat(Statut(action.statut), action.statut, "proposé, à confirmer" if action.propose else "")


def write_indicateurs(section: SectionFiche, suivi: ObjectifBilan) -> Puces | str:
    """The indicators of an objective that have a value or a target this year, those with a target first; a few of them."""
    mesures = [m for m in section.mesures if m.indicateur.objectif == suivi.objectif.code and is_parlante(m)]
    mesures.sort(key=lambda mesure: mesure.cible is None)
    montres, reste = mesures[:MONTRES], len(mesures[MONTRES:])
    suite = (f"et {format_quantite(reste, 'autres', 0)}, dans le tableau des indicateurs",) if reste else ()
    return Puces((*(describe_valeur(mesure) for mesure in montres), *suite)) if mesures else RIEN


def write_action(action: Action | None, annee: int) -> tuple[str, ...]:
    """What was done, why the status is proposed, source lines."""
    if action is None:
        return (f"Aucun suivi publié pour {annee}.",)
    motif = f"Motif du statut proposé : {action.motif}" if action.propose and action.motif else describe_declaration(action)
    source = f"{write_source_action(action)}." + (f" {action.note}" if action.note else "")
    return tuple(texte for texte in (action.realisation, motif, source) if texte)
