"""A fiche in a year in plain words: at most 60 of them, sentences of at most 25, no figure that the page does not show."""

from collections import Counter

from spapser.catalogue.model import Fiche
from spapser.suivi.lecture import Suivi
from spapser.suivi.mesure import Mesure
from spapser.suivi.phrase import FEMININ, JUGES, describe_evolution
from spapser.suivi.statut import Statut
from spapser.typographie import INSECABLE, enumere

MOTS, MOTS_PHRASE = 60, 25
VERDICTS = {Statut.ATTEINT: "est atteinte", Statut.PARTIEL: "est partiellement atteinte",
            Statut.NON_ATTEINT: "n’est pas atteinte", Statut.NON_EVALUE: "attend sa mesure"}
PLURIELS = {"atteint": "atteints", "partiellement atteint": "partiellement atteints", "non atteint": "non atteints"}


def write_en_bref(suivi: Suivi, fiche: Fiche, annee: int) -> str:
    """What one should know of a fiche: its main figure, its targets, its objectives. The last sentences give way."""
    mesures = suivi.mesures(fiche, annee)
    principale = choose_principale(suivi, fiche, annee, mesures)
    phrases = [describe_principale(principale, annee), describe_cible(principale), describe_sens(principale),
               describe_autres(mesures, principale), describe_objectifs(suivi, fiche, annee)]
    gardees: list[str] = []
    for phrase in phrases:
        if phrase and count_mots(" ".join([*gardees, phrase])) <= MOTS:
            gardees.append(phrase)
    return " ".join(gardees)


def choose_principale(suivi: Suivi, fiche: Fiche, annee: int, mesures: list[Mesure]) -> Mesure:
    """The figure of the fiche's card; when it is not published for the year, the first one that is."""
    voulue = suivi.mesure(suivi.catalogue.cartes.get(fiche.code) or fiche.indicateurs[0].code, annee)
    autre = next((mesure for mesure in mesures if mesure.valeur is not None), None)
    return autre if voulue.valeur is None and voulue.cible is None and autre else voulue


def count_mots(texte: str) -> int:
    """Words of a text: what ordinary and no-break spaces separate, signs alone left out."""
    return sum(any(c.isalnum() for c in mot) for mot in texte.split())


def describe_principale(mesure: Mesure, annee: int) -> str:
    """« Heures d’insertion réalisées en 2024 : 97 972,42 heures. »"""
    nom = mesure.indicateur.libelle
    if mesure.valeur is None:
        return f"{nom}{INSECABLE}: rien n’est publié pour {annee}."
    return f"{nom} en {annee}{INSECABLE}: {mesure.texte}."


def describe_cible(mesure: Mesure) -> str:
    """« La cible, au moins 25 000 heures, est atteinte. »; empty without a target."""
    if mesure.cible is None or mesure.statut not in VERDICTS:
        return ""
    return f"La cible, {mesure.cible.comparaison} {mesure.texte_cible}, {VERDICTS[mesure.statut]}."


def describe_sens(mesure: Mesure) -> str:
    """« Ce chiffre est en hausse de 67 % sur 2023. »; empty without a previous value."""
    evolution = describe_evolution(mesure)
    return f"Ce chiffre est {evolution}." if evolution else ""


def describe_autres(mesures: list[Mesure], principale: Mesure) -> str:
    """« Autres cibles de la fiche : 2 atteintes et 1 sans mesure. »; empty when there are none."""
    autres = [m for m in mesures if m.indicateur != principale.indicateur]
    compte = Counter(m.statut for m in autres)
    dits = [f"{compte[s]} {FEMININ[s]}{'s' if compte[s] > 1 else ''}" for s in JUGES if compte[s]]
    if compte[Statut.NON_EVALUE]:
        dits.append(f"{compte[Statut.NON_EVALUE]} sans mesure")
    quoi = "Autres cibles" if sum(compte[s] for s in (*JUGES, Statut.NON_EVALUE)) > 1 else "Autre cible"
    return f"{quoi}{INSECABLE}: {enumere(dits)}." if dits else ""


def describe_objectifs(suivi: Suivi, fiche: Fiche, annee: int) -> str:
    """« Objectifs : 2 atteints et 1 non atteint, proposés et à confirmer. », by status; declared and proposed stay apart."""
    actions = [action for o in fiche.objectifs if (action := suivi.action(o.code, annee))]
    declares = count_etats([a.statut for a in actions if a.statut_declare])
    proposes = count_etats([a.statut for a in actions if a.propose])
    morceaux = [f"{declares} selon les services" if declares else "",
                f"{proposes} d’après le texte, à confirmer" if proposes else ""]
    dits = " ; ".join(m for m in morceaux if m)
    return f"Objectifs{INSECABLE}: {dits}." if dits else ""


def count_etats(statuts: list[str]) -> str:
    """« 2 atteints, 1 non atteint »."""
    compte = Counter(statut for statut in statuts if statut in PLURIELS)
    return enumere([f"{compte[s]} {PLURIELS[s] if compte[s] > 1 else s}" for s in PLURIELS if compte[s]])
