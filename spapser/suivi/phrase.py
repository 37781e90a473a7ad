"""Sentences generated from measures: the year, a status that explains itself, a movement, the title of a chart."""

from collections import Counter

from spapser.suivi.lecture import Suivi
from spapser.suivi.mesure import Mesure
from spapser.suivi.statut import Evolution, Statut, Tendance
from spapser.typographie import INSECABLE, MANQUANT, SECRET, enumere, format_nombre, format_quantite

JUGES = (Statut.ATTEINT, Statut.PARTIEL, Statut.NON_ATTEINT)
FEMININ = {Statut.ATTEINT: "atteinte", Statut.PARTIEL: "partiellement atteinte", Statut.NON_ATTEINT: "non atteinte"}


def describe_evolution(mesure: Mesure) -> str:
    """« en hausse de 17 points sur 2023 », « stable sur 2023 », empty without a previous value."""
    evolution = mesure.evolution
    if evolution is None:
        return ""
    if evolution.tendance is Tendance.STABLE:
        return f"stable par rapport à {evolution.annee}"
    return f"{evolution.tendance.value} de {format_ecart(mesure, evolution)} sur {evolution.annee}"


def format_ecart(mesure: Mesure, evolution: Evolution) -> str:
    """Size of a movement: points for a share, percent when it makes sense, else the unit."""
    ecart = abs(evolution.ecart)
    if mesure.indicateur.unite == "%":
        return format_quantite(ecart, "points", 1)
    if evolution.relatif is not None and abs(mesure.precedente or 0) >= 100:
        part = abs(evolution.relatif) * 100
        return format_quantite(part, "%", 0) if part >= 0.5 else f"moins de {format_quantite(1, '%', 0)}"
    return format_quantite(ecart, mesure.indicateur.unite, mesure.indicateur.decimales)


def describe_statut(mesure: Mesure) -> str:
    """One sentence that says why the status is what it is."""
    cible = f"{mesure.cible.comparaison} {mesure.texte_cible}" if mesure.cible else ""
    if mesure.statut is Statut.SANS_CIBLE:
        return f"Aucune cible chiffrée n’est fixée pour {mesure.annee}."
    if mesure.statut is Statut.NON_CONCERNE:
        return f"L’indicateur ne s’applique pas en {mesure.annee}."
    if mesure.secret is not None:
        return describe_secret(mesure, cible)
    if mesure.statut is Statut.NON_EVALUE:
        return f"La cible de {mesure.annee} est {cible}{INSECABLE}; la valeur n’est pas publiée."
    suite = f", soit {format_taux(mesure)}" if mesure.taux is not None else ""
    return f"{mesure.texte} pour une cible d’{cible}{suite}."


def describe_secret(mesure: Mesure, cible: str) -> str:
    """Why a measure that has a target shows no number, and the status when it says nothing more."""
    suite = "" if mesure.statut is Statut.SECRET else f", donc {FEMININ[mesure.statut]}"
    valeur = f"{mesure.texte} ({SECRET})" if mesure.secret else f"au {SECRET}"
    return f"La cible de {mesure.annee} est {cible}{suite}{INSECABLE}; la valeur est {valeur}."


def format_taux(mesure: Mesure) -> str:
    """« 392 % de la cible », « n.d. » without value or target."""
    if mesure.taux is None:
        return MANQUANT
    return f"{format_quantite(mesure.taux * 100, '%', 0)} de la cible"


def describe_base(mesure: Mesure) -> str:
    """The base of a share: « 43 sur 119 », empty when the numerator is unknown."""
    lecture = next((v for v in (mesure.tenue, *mesure.autres) if v and v.denominateur), None)
    if lecture is None or lecture.numerateur is None:
        return ""
    return f"{format_nombre(lecture.numerateur)} sur {format_nombre(lecture.denominateur)}"


def count_statuts(mesures: list[Mesure]) -> Counter:
    """Number of indicators by computed status."""
    return Counter(mesure.statut for mesure in mesures)


def describe_annee(suivi: Suivi, annee: int) -> str:
    """The year in one or two sentences: targets met, then the hours of insertion when they are known."""
    mesures = suivi.resultats(annee)
    compte = count_statuts(mesures)
    chiffrees = sum(compte[s] for s in (*JUGES, Statut.NON_EVALUE, Statut.SECRET))
    if not chiffrees:
        return f"En {annee}, aucune cible chiffrée n’est publiée."
    juges = [f"{compte[s]} {FEMININ[s]}{'s' if compte[s] > 1 else ''}" for s in JUGES if compte[s]]
    attente = compte[Statut.NON_EVALUE]
    if attente:
        juges.append(f"{attente} sans mesure publiée")
    if compte[Statut.SECRET]:
        juges.append(f"{compte[Statut.SECRET]} au {SECRET}")
    debut = f"En {annee}, sur {format_quantite(chiffrees, 'cibles', 0)} {format_accord('chiffrée', chiffrees)}"
    return f"{debut}{INSECABLE}: {enumere(juges)}. {describe_phare(mesures)}".strip()


def format_accord(adjectif: str, nombre: float) -> str:
    """The adjective in the plural from two on."""
    return adjectif + ("s" if nombre >= 2 else "")


def describe_phare(mesures: list[Mesure]) -> str:
    """A sentence on the judged measure that goes furthest beyond its target."""
    juges = [mesure for mesure in mesures if mesure.taux is not None]
    if not juges:
        return ""
    phare = max(juges, key=lambda mesure: mesure.taux)
    evolution = describe_evolution(phare)
    suite = f", {evolution}" if evolution else ""
    return f"{phare.indicateur.libelle}{INSECABLE}: {phare.texte}, {format_taux(phare)}{suite}."
