"""A chart of a page: title that states the finding, figure with its alternative, source, and its values one click away."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from spapser.catalogue.model import Fiche, Graphique
from spapser.charts import CHARTS, describe, describe_frise, draw_frise, draw_territoire
from spapser.suivi import Mesure, Suivi
from spapser.suivi.jalon import Jalon
from spapser.suivi.source import write_sources
from spapser.suivi.tableau import Tableau, build_tableau, table_jalons
from spapser.suivi.titre import write_titre
from spapser.ui.balises import fold, t, tableau
from spapser.ui.cache import open_rows

ENCRES = {"light": "#1b2a2e", "dark": "#e8eff0"}


@dataclass(frozen=True)
class Illustration:
    """A chart and what goes with it: safe HTML `avant` and `apres`, the figure in the ink of the theme (None: nothing to draw),
    its alternative, a key."""

    cle: str
    avant: str
    figure: Any = None
    alternative: str = ""
    apres: str = ""


def illustrate(suivi: Suivi, fiche: Fiche, code: str, annee: int) -> Illustration:
    """One chart of a fiche for a year."""
    graphique, cle = fiche.graphique(code), f"{fiche.code}_{code}"
    titre = write_titre(graphique, suivi, annee, fiche.code)
    if graphique.genre == "frise":
        return illustrate_frise(titre, suivi.jalons_fiche(fiche.code), cle)
    mesures = suivi.graphique(graphique.indicateurs, annee, graphique.toutes_annees)
    if not has_donnee(mesures):
        return Illustration(cle, write_vide(graphique.titre_sans_donnee, annee))
    sources = write_sources(porteur for m in mesures for porteur in (m.tenue, m.cible) if porteur)
    return compose(cle, titre, draw(graphique, mesures), describe(graphique.genre, titre, mesures),
                   build_tableau(graphique.genre, mesures), f"{sources} · année {annee}", graphique.lecture)


def illustrate_frise(titre: str, jalons: Sequence[Jalon], cle: str) -> Illustration:
    """Milestones on a line of time, every year."""
    return compose(cle, titre, draw_frise(jalons), describe_frise(titre, jalons), table_jalons(jalons),
                   f"{write_sources(jalons)} · toutes années")


def compose(cle: str, titre: str, figure: Any, alternative: str, valeurs: Tableau, source: str,
            lecture: str = "") -> Illustration:
    """Title, figure, source, then the table of values behind one click."""
    apres = (f'<p class="source">{t(lecture + " " if lecture else "")}Source&nbsp;: {t(source)}.</p>'
             + fold("Voir les valeurs", write_valeurs(titre, valeurs)))
    return Illustration(cle, f'<h3 class="constat">{t(titre)}</h3>', ink(figure), alternative, apres)


def write_table(suivi: Suivi, fiche: Fiche, code: str, annee: int) -> str:
    """The values of a chart as a table alone."""
    graphique = fiche.graphique(code)
    mesures = suivi.graphique(graphique.indicateurs, annee, graphique.toutes_annees)
    if not has_donnee(mesures):
        return write_vide(graphique.titre_sans_donnee, annee)
    valeurs = build_tableau(graphique.genre, mesures)
    return (write_valeurs(f"{graphique.titre_sans_donnee}, {annee}", valeurs)
            + (f'<p class="source">{t(graphique.lecture)}</p>' if graphique.lecture else ""))


def has_donnee(mesures: Sequence[Mesure]) -> bool:
    """True when at least one measure has something to draw: a value or a target."""
    return any(m.dite or m.cible for m in mesures)


def draw(graphique: Graphique, mesures: Sequence[Mesure]) -> Any:
    """The figure of a chart, by its kind."""
    if graphique.genre == "territoire":
        return draw_territoire(mesures, open_rows("communes"))
    return CHARTS[graphique.genre](mesures)


def write_valeurs(legende: str, valeurs: Tableau) -> str:
    """The values of a chart as an HTML table."""
    return tableau(legende, valeurs.colonnes, [[t(c) for c in ligne] for ligne in valeurs.lignes], valeurs.nombres)


def current_theme() -> str:
    """« light » or « dark », as the visitor's browser says."""
    return "dark" if st.context.theme.type == "dark" else "light"


def ink(figure: Any) -> Any:
    """Text of a figure in the ink of the theme, light or dark, so that it stays readable."""
    figure.layout.font.color = ENCRES[current_theme()]
    return figure


def write_vide(titre: str, annee: int) -> str:
    """A chart without data says so in one line instead of an empty frame."""
    return (f'<div class="vide"><h3 class="constat">{t(titre)}</h3>'
            f"<p>Cette donnée n’est pas publiée pour {annee}.</p></div>")
