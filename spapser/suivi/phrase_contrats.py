"""Sentences about contracts: how many, when, worth how much, with what left out of the sum."""

from spapser.suivi.contrats import Compte
from spapser.suivi.phrase import format_accord
from spapser.typographie import INSECABLE, format_nombre, format_quantite

MILLION = 1_000_000


def describe_compte(compte: Compte, annee: int, etat: str = "") -> str:
    """« 37 contrats notifiés en 2025, 12,4 M€ HT ; 3 montants écartés. »"""
    quand = f" en {annee}" if annee else ", toutes années confondues"
    quoi = f"{format_accord('notifié', compte.nombre or 0)}{quand}"
    if annee and etat:
        quoi = f"en cours au 31{INSECABLE}décembre {annee}"
    if not compte.nombre:
        return f"Aucun contrat {quoi}."
    debut = f"{format_quantite(compte.nombre, 'contrats', 0)} {quoi}"
    suites = [f"{format_quantite(n, 'montants', 0)} {format_accord(mot, n)}"
              for n, mot in ((compte.ecartes, "écarté"), (compte.sans_montant, "non renseigné")) if n]
    somme = f", {write_somme(compte.montant)}" if compte.nombre > compte.ecartes + compte.sans_montant else ""
    suite = f"{INSECABLE}; {', '.join(suites)}" if suites else ""
    return f"{debut}{somme}{suite}."


def write_somme(montant: float) -> str:
    """A sum, in millions from one on: « 12,4 M€ HT », « 950 000 € HT »."""
    if montant >= MILLION:
        return f"{format_nombre(montant / MILLION, 1)}{INSECABLE}M€{INSECABLE}HT"
    return write_montant(montant)


def write_montant(montant: float | None) -> str:
    """The amount of one contract: « 143 050 € HT », « non renseigné »."""
    return "non renseigné" if montant is None else f"{format_quantite(montant, 'euros')}{INSECABLE}HT"
