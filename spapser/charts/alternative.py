"""The text alternative of a chart, made from the same data: short plain sentences in French."""

from collections.abc import Sequence

from spapser.charts.donnee import (
    format_cible,
    format_comme,
    has_one_unite,
    is_connu,
    keep_connues,
    list_dimensions,
    read_nom,
)
from spapser.charts.feuille import SANS_DONNEE
from spapser.charts.texte import ESPACES
from spapser.suivi.jalon import format_date, format_etat, sort_jalons
from spapser.suivi.mesure import Jalon, Mesure
from spapser.suivi.statut import Statut
from spapser.typographie import enumere, format_nombre

MOTS = 25
GENRES = {
    "cible": "Graphique à cible",
    "evolution": "Graphique d’évolution",
    "barres": "Diagramme en barres",
    "part": "Barre de répartition",
    "territoire": "Carte des communes",
    "multiples": "Petit graphique d’évolution",
}
EVALUES = (Statut.ATTEINT, Statut.PARTIEL, Statut.NON_ATTEINT)


def describe(genre: str, titre: str, mesures: Sequence[Mesure]) -> str:
    """What the chart shows: kind, title, how many, range, highest, lowest, and where targets stand."""
    phrases = [f"{GENRES.get(genre, 'Graphique')} : {shorten_mots(titre, 18)}"]
    if not keep_connues(mesures):
        return join_phrases([*phrases, SANS_DONNEE])
    phrases.append(describe_nombre(mesures))
    if genre in ("barres", "part", "territoire"):
        phrases += describe_etendue(mesures)
    else:
        for mesure in mesures:
            phrases += describe_mesure(mesure)
    return join_phrases([*phrases, *describe_cibles(mesures)])


def describe_frise(titre: str, jalons: Sequence[Jalon]) -> str:
    """The timeline in words: how many, by state, then each milestone with its date."""
    phrases = [f"Frise chronologique : {shorten_mots(titre, 18)}"]
    if not jalons:
        return join_phrases([*phrases, "Aucun jalon publié"])
    etats = [format_etat(jalon) for jalon in jalons]
    comptes = [f"{etats.count(etat)} {etat}{'s' if etats.count(etat) > 1 else ''}" for etat in dict.fromkeys(etats)]
    phrases.append(f"{count_mots(len(jalons), 'jalon')}, dont {enumere(comptes)}")
    for jalon in sort_jalons(jalons):
        phrases.append(f"{shorten_mots(jalon.titre, 12)} : {format_date(jalon)}, {format_etat(jalon)}")
    return join_phrases(phrases)


def describe_nombre(mesures: Sequence[Mesure]) -> str:
    """« 11 éléments en 2024, en 2 groupes, dont 1 sans donnée. »"""
    secrets = sum(mesure.secret is not None for mesure in mesures)
    manquants = len(mesures) - len(keep_connues(mesures)) - secrets
    groupes = len(list_dimensions(mesures))
    phrase = f"{count_mots(len(mesures), 'élément')} en {max(mesure.annee for mesure in mesures)}"
    phrase += f", en {groupes} groupes" if groupes > 1 else ""
    phrase += f", dont {secrets} au secret statistique" if secrets else ""
    return phrase + (f", dont {manquants} sans donnée" if manquants else "")


def describe_etendue(mesures: Sequence[Mesure]) -> list[str]:
    """Total of a count, highest and lowest with their names."""
    connues = keep_connues(mesures)
    haut = max(connues, key=lambda mesure: mesure.valeur)
    bas = min(connues, key=lambda mesure: mesure.valeur)
    phrases = []
    if has_one_unite(mesures) and haut.indicateur.unite != "%" and len(connues) > 1 and len(connues) == len(mesures):
        phrases.append(f"Total : {format_comme(haut, sum(mesure.valeur for mesure in connues))}")
    phrases.append(f"Valeur la plus élevée : {shorten_mots(name_mesure(haut), 12)}, {format_comme(haut, haut.valeur)}")
    if bas.valeur < haut.valeur and has_one_unite(mesures):
        phrases.append(f"Valeur la plus faible : {shorten_mots(name_mesure(bas), 12)}, {format_comme(bas, bas.valeur)}")
    return phrases


def describe_mesure(mesure: Mesure) -> list[str]:
    """One measure: the year, the year before, the target."""
    nom = shorten_mots(read_nom(mesure), 12)
    valeur = format_comme(mesure, mesure.valeur) if mesure.dite else "donnée non disponible"
    phrases = [f"{nom} : {valeur} en {mesure.annee}"]
    if is_connu(mesure.precedente):
        annee = mesure.annee_precedente or mesure.annee - 1
        phrases.append(f"L’année précédente, {annee} : {format_comme(mesure, mesure.precedente)}")
    if mesure.cible is not None:
        taux = f", réalisée à {format_nombre(mesure.taux * 100, 0)} %" if is_connu(mesure.taux) else ""
        phrases.append(f"{format_cible(mesure).capitalize()}{taux}")
    for repere in mesure.reperes:
        phrases.append(f"Repère {repere.annee} : {format_comme(mesure, repere.valeur)}")
    return phrases


def describe_cibles(mesures: Sequence[Mesure]) -> list[str]:
    """« 2 cibles atteintes sur 3 évaluées. », when there are several."""
    statuts = [mesure.statut for mesure in mesures]
    evalues = sum(statut in EVALUES for statut in statuts)
    if evalues < 2:
        return []
    atteints = statuts.count(Statut.ATTEINT)
    return [f"{count_mots(atteints, 'cible')} {'atteintes' if atteints > 1 else 'atteinte'} sur {evalues} évaluées"]


def name_mesure(mesure: Mesure) -> str:
    """The name of a measure with its group, when it has one."""
    return f"{read_nom(mesure)} ({mesure.dimension})" if mesure.dimension else read_nom(mesure)


def count_mots(nombre: int, mot: str) -> str:
    """« 1 élément », « 11 éléments »."""
    return f"{format_nombre(nombre, 0)} {mot}{'s' if nombre > 1 else ''}"


def shorten_mots(texte: str, limite: int) -> str:
    """At most `limite` words, an ellipsis for the rest, no full stop at the end."""
    mots = [mot for mot in ESPACES.split(texte) if mot]
    garde = list(mots)
    while len(" ".join(garde).split()) > limite:
        garde.pop()
    return " ".join(garde).rstrip(" .") if len(garde) == len(mots) else " ".join(garde) + "…"


def join_phrases(phrases: Sequence[str]) -> str:
    """Sentences with a full stop each, none longer than the limit."""
    return " ".join(f"{shorten_mots(phrase, MOTS)}." for phrase in phrases).replace("….", "…")
