"""A chart on the page: title that states the finding, figure with its alternative, source, and its values one click away."""

from collections.abc import Sequence

import streamlit as st

from spapser.catalogue.model import Fiche, Graphique
from spapser.charts import CHARTS, CONFIG, describe, describe_frise, draw_frise, draw_territoire
from spapser.suivi import Mesure, Suivi
from spapser.suivi.source import write_sources
from spapser.suivi.tableau import Tableau, build_tableau, table_jalons
from spapser.suivi.titre import write_titre
from spapser.ui.balises import show, t, tableau
from spapser.ui.cache import bloc, open_rows

ENCRES = {"light": "#1b2a2e", "dark": "#e8eff0"}


@bloc
def render_graphique(suivi: Suivi, fiche: Fiche, code: str, annee: int, theme: str) -> None:
    """Draw one chart of a fiche for a year; `theme` only tells apart the drawings kept for light and dark."""
    graphique = fiche.graphique(code)
    titre = write_titre(graphique, suivi, annee, fiche.code)
    if graphique.genre == "frise":
        render_frise(suivi, fiche, titre, graphique.code)
        return
    mesures = suivi.graphique(graphique.indicateurs, annee, graphique.toutes_annees)
    if not has_donnee(mesures):
        render_vide(graphique.titre_sans_donnee, annee)
        return
    alternative = describe(graphique.genre, titre, mesures)
    sources = write_sources(porteur for m in mesures for porteur in (m.tenue, m.cible) if porteur)
    cadre(titre, draw(graphique, mesures), alternative, build_tableau(graphique.genre, mesures), f"{fiche.code}_{code}",
          f"{sources} · année {annee}", graphique.lecture)


def render_table(suivi: Suivi, fiche: Fiche, code: str, annee: int) -> None:
    """The values of a chart as a table alone."""
    graphique = fiche.graphique(code)
    mesures = suivi.graphique(graphique.indicateurs, annee, graphique.toutes_annees)
    if not has_donnee(mesures):
        render_vide(graphique.titre_sans_donnee, annee)
        return
    valeurs = build_tableau(graphique.genre, mesures)
    show(write_valeurs(f"{graphique.titre_sans_donnee}, {annee}", valeurs)
         + (f'<p class="source">{t(graphique.lecture)}</p>' if graphique.lecture else ""))


def has_donnee(mesures: Sequence[Mesure]) -> bool:
    """True when at least one measure has something to draw: a value or a target."""
    return any(m.dite or m.cible for m in mesures)


def draw(graphique: Graphique, mesures: Sequence[Mesure]):
    """The figure of a chart, by its kind."""
    if graphique.genre == "territoire":
        return draw_territoire(mesures, open_rows("communes"))
    return CHARTS[graphique.genre](mesures)


def render_frise(suivi: Suivi, fiche: Fiche, titre: str, code: str) -> None:
    """The milestones of a fiche, every year."""
    jalons = suivi.jalons_fiche(fiche.code)
    cadre(titre, draw_frise(jalons), describe_frise(titre, jalons), table_jalons(jalons), f"{fiche.code}_{code}",
          f"{write_sources(jalons)} · toutes années")


def cadre(titre: str, figure, alternative: str, valeurs: Tableau, cle: str, source: str, lecture: str = "") -> None:
    """Title, figure, source, then the table of values behind one click."""
    with st.container(key=f"graphique_{cle}"):
        show(f'<h3 class="constat">{t(titre)}</h3>')
        st.plotly_chart(encre(figure), config=CONFIG, alt=alternative, key=f"figure_{cle}")
        show(f'<p class="source">{t(lecture + " " if lecture else "")}Source&nbsp;: {t(source)}.</p>')
        with st.expander("Voir les valeurs"):
            show(write_valeurs(titre, valeurs))


def write_valeurs(legende: str, valeurs: Tableau) -> str:
    """The values of a chart as an HTML table."""
    return tableau(legende, valeurs.colonnes, [[t(c) for c in ligne] for ligne in valeurs.lignes], valeurs.nombres)


def current_theme() -> str:
    """« light » or « dark », as the visitor's browser says."""
    return "dark" if st.context.theme.type == "dark" else "light"


def encre(figure):
    """Text of a figure in the ink of the theme, light or dark, so that it stays readable."""
    figure.layout.font.color = ENCRES[current_theme()]
    return figure


def render_vide(titre: str, annee: int) -> None:
    """A chart without data says so in one line instead of an empty frame."""
    show(f'<div class="vide"><h3 class="constat">{t(titre)}</h3>'
         f"<p>Cette donnée n’est pas publiée pour {annee}.</p></div>")
