"""Indicators in words and in tables."""

from collections.abc import Sequence

from spapser.exports.bilan import SectionFiche
from spapser.exports.rapport.modele import Bloc, Etat, Paragraphe, Table
from spapser.suivi import Mesure
from spapser.suivi.phrase import describe_evolution
from spapser.suivi.rapprochement import name_avec_inconnues
from spapser.suivi.source import write_court, write_renvois
from spapser.typographie import MANQUANT, format_quantite

RIEN = "–"


def is_parlante(mesure: Mesure) -> bool:
    """True when the year says something of the indicator: a value or a target."""
    return mesure.dite or mesure.cible is not None


def describe_valeur(mesure: Mesure) -> str:
    """« Heures d’insertion réalisées : 97 972 heures (cible : 25 000 heures) »."""
    valeur = mesure.texte if mesure.dite else "non publié"
    return f"{mesure.indicateur.libelle} : {valeur}" + (f" (cible : {write_cible(mesure)})" if mesure.cible else "")


def write_cible(mesure: Mesure) -> str:
    """« 25 000 heures », « au plus 5 % »; a dash without a target."""
    if mesure.cible is None:
        return RIEN
    return f"au plus {mesure.texte_cible}" if mesure.cible.comparaison == "au plus" else mesure.texte_cible


def write_etat(mesure: Mesure) -> Etat:
    """The status in few words; the rule is at the end of the report."""
    return Etat(mesure.statut, mesure.statut.court)


def write_taux(mesure: Mesure) -> str:
    """« 392 % », « n.d. » when it cannot be known."""
    return format_quantite(mesure.taux * 100, "%", 0) if mesure.taux is not None else MANQUANT


def write_mesures(section: SectionFiche, annee: int) -> list[Bloc]:
    """The indicators known for the year in a table, the names of the others in a sentence."""
    connues = [m for m in section.mesures if is_parlante(m) or m.precedente is not None]
    absentes = [m.indicateur.libelle for m in section.mesures if m not in connues]
    blocs: list[Bloc] = [Table(
        f"Indicateurs de la fiche {section.fiche.numero} en {annee}",
        ("Indicateur", str(annee), "Cible", "Statut", str(annee - 1), "Source"),
        tuple((name_avec_inconnues(m), m.texte, write_cible(m), write_etat(m), m.texte_precedente or RIEN, write_court(m))
              for m in connues), (0.28, 0.15, 0.12, 0.13, 0.14, 0.18), (1, 2, 4))] if connues else []
    if renvois := write_renvois(connues):
        blocs.append(Paragraphe(renvois, "note"))
    if absentes:
        blocs.append(Paragraphe(f"Sans valeur publiée en {annee} : {' ; '.join(absentes)}.", "note"))
    return blocs


def write_cibles(mesures: Sequence[Mesure], annee: int) -> list[Bloc]:
    """Targets against achieved, those with a value first."""
    cibles = sorted((m for m in mesures if m.cible), key=lambda m: m.taux is None)
    if not cibles:
        return [Paragraphe(f"Aucune cible chiffrée n’est fixée pour {annee}.")]
    return [Table(
        f"Cibles de {annee} et réalisé", ("Indicateur", "Fiche", "Réalisé", "Cible", "Taux", "Statut", "Évolution"),
        tuple((m.indicateur.libelle, str(int(m.indicateur.fiche[2:])), m.texte, f"{m.cible.comparaison} {m.texte_cible}",
               write_taux(m), write_etat(m), describe_evolution(m) or RIEN) for m in cibles),
        (0.25, 0.08, 0.14, 0.15, 0.09, 0.13, 0.16), (1, 2, 3, 4))]
