"""What the speaker keeps for the questions: how the figures are made, what was done, what must be said with care."""

from collections.abc import Iterable, Sequence

from spapser.exports.bilan import GraphiqueBilan, ObjectifBilan, SectionFiche
from spapser.exports.diapositives.modele import Groupe
from spapser.suivi import Mesure, Statut
from spapser.suivi.phrase import describe_evolution, describe_statut

LIMITES = 5


def describe_section(section: SectionFiche, graphique: GraphiqueBilan | None, annee: int) -> tuple[Groupe, ...]:
    """The notes of a fiche."""
    mesures = [m for m in graphique.mesures if m.annee == annee] if graphique else []
    attente = [m for m in section.mesures if m.statut is Statut.NON_EVALUE]
    return (
        *describe_valeurs(mesures),
        *wrap("Ce qui a été fait", (describe_objectif(objectif) for objectif in section.objectifs)),
        *wrap("Ce que l’on peut vous demander", (f"{m.indicateur.libelle} : {describe_statut(m)}" for m in attente)),
        *describe_limites((*list_notes_jalons(graphique), *section.notes)))


def list_notes_jalons(graphique: GraphiqueBilan | None) -> list[str]:
    """What must be known of the milestones that are shown."""
    return [f"{jalon.titre} : {jalon.note}" for jalon in (graphique.jalons if graphique else ()) if jalon.note]


def read_source(graphique: GraphiqueBilan) -> str:
    """The document and its lines; the year stands on the slide already."""
    return graphique.source.partition(" · ")[0]


def describe_valeurs(mesures: Sequence[Mesure]) -> tuple[Groupe, ...]:
    """Each value in words, then what each indicator means."""
    valeurs = [describe_valeur(mesure) for mesure in mesures]
    sens = [f"{i.libelle} : {i.definition} Périmètre : {i.perimetre}" for i in
            dict.fromkeys(mesure.indicateur for mesure in mesures)]
    return (*wrap("Les chiffres", valeurs), *wrap("Ce qu’ils mesurent", sens))


def describe_valeur(mesure: Mesure) -> str:
    """« Heures d’insertion réalisées : 97 972 heures, en hausse de 67 % sur 2023. »"""
    nom = mesure.indicateur.libelle if mesure.modalite in ("", str(mesure.annee)) else mesure.modalite
    if mesure.cible:
        return f"{nom} : {describe_statut(mesure)}"
    if not mesure.dite:
        return f"{nom} : valeur non publiée."
    suite = describe_evolution(mesure)
    return f"{nom} : {mesure.texte}{f', {suite}' if suite else ''}."


def describe_objectif(objectif: ObjectifBilan) -> str:
    """The objective, its status and what was done."""
    action = objectif.action
    if action is None:
        return f"{objectif.objectif.titre} : aucun suivi publié."
    propose = " (proposé, à confirmer)" if action.propose else ""
    return f"{objectif.objectif.titre} – {action.statut}{propose}. {action.realisation}"


def describe_limites(notes: Iterable[str]) -> tuple[Groupe, ...]:
    """Doubts and contradictions to say with care."""
    return wrap("À dire avec prudence", [note for note in notes if note][:LIMITES])


def wrap(titre: str, phrases: Iterable[str]) -> tuple[Groupe, ...]:
    """A group when there is something to say, nothing otherwise."""
    elements = tuple(phrases)
    return (Groupe(titre, elements),) if elements else ()
