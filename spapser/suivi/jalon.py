"""Dates of milestones in French words, and their states."""

from dataclasses import dataclass
from datetime import date

from spapser.suivi.mesure import Jalon
from spapser.typographie import MOIS, format_jour

ETATS = {"realise": "réalisé", "annonce": "annoncé", "non_realise": "non réalisé"}
SANS_DATE = "date non précisée"


@dataclass(frozen=True)
class Periode:
    """First and last day of a milestone."""

    debut: date
    fin: date


def read_periode(jalon: Jalon) -> Periode | None:
    """The dates of a milestone, None when they cannot be read."""
    try:
        debut = date.fromisoformat(jalon.debut)
        fin = date.fromisoformat(jalon.fin) if jalon.fin else debut
    except (TypeError, ValueError):
        return None
    return Periode(min(debut, fin), max(debut, fin))


def format_date(jalon: Jalon) -> str:
    """« 27 février 2024 », « mars 2024 », « 2e semestre 2024 », « 2024 », or from one to the other."""
    periode = read_periode(jalon)
    if periode is None:
        return SANS_DATE
    ecrire = {"mois": write_mois, "semestre": write_semestre, "annee": write_annee}.get(jalon.precision, format_jour)
    debut, fin = ecrire(periode.debut), ecrire(periode.fin)
    if debut == fin:
        return debut
    if jalon.precision not in ("mois", "semestre", "annee"):
        meme_mois = (periode.debut.year, periode.debut.month) == (periode.fin.year, periode.fin.month)
        return f"du {write_quantieme(periode.debut) if meme_mois else debut} au {fin}"
    return f"de {debut} à {fin}"


def write_quantieme(jour: date) -> str:
    """« 1er », « 27 »."""
    return "1er" if jour.day == 1 else str(jour.day)


def write_mois(jour: date) -> str:
    """« février 2024 »."""
    return f"{MOIS[jour.month - 1]}\u00a0{jour.year}"


def write_semestre(jour: date) -> str:
    """« 2e semestre 2024 »."""
    return f"{'1er' if jour.month <= 6 else '2e'}\u00a0semestre\u00a0{jour.year}"


def write_annee(jour: date) -> str:
    """« 2024 »."""
    return str(jour.year)


def format_etat(jalon: Jalon) -> str:
    """« réalisé », « annoncé », « non réalisé »; the code itself when it is another."""
    return ETATS.get(jalon.etat, jalon.etat)


def sort_jalons(jalons) -> list[Jalon]:
    """Earliest first, those without a date last."""
    return sorted(jalons, key=lambda jalon: (read_periode(jalon) is None, jalon.debut, jalon.fin))
