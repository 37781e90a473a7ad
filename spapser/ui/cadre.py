"""The frame of every page: style, year, navigation, footer."""

from pathlib import Path

import streamlit as st

from spapser.catalogue import load_catalogue
from spapser.ui.balises import show, t
from spapser.ui.cache import open_suivi

STYLE = Path(__file__).with_name("style.css")
ENSEMBLE = (("synthese", "Synthèse"), ("trajectoires", "Trajectoires"), ("territoire", "Territoire"),
            ("matinale", "Matinale"))
EMPORTER = (("exporter", "Exporter"),)
SCENE = (("presenter", "Présenter", "visible"), ("presenter_notes", "Notes de l’orateur", "hidden"))
VERIFIER = (("controles", "Contrôles"), ("methode", "Méthode"), ("donnees", "Données"))


def build_menu() -> dict[str, list]:
    """The table of contents: section title -> pages. Fiches stand under their axis."""
    menu = {"Vue d’ensemble": [st.Page(f"pages/{nom}.py", title=titre, default=nom == "synthese")
                               for nom, titre in ENSEMBLE]}
    catalogue = load_catalogue()
    for axe in catalogue.axes:
        menu[axe.titre] = [st.Page(f"pages/{f.page}.py", title=f"{f.numero} · {f.titre_court}")
                           for f in catalogue.fiches if f.axe == axe.code]
    menu["Restituer"] = [st.Page(f"pages/{nom}.py", title=titre, visibility=vue) for nom, titre, vue in SCENE]
    menu["Restituer"] += [st.Page(f"pages/{nom}.py", title=titre) for nom, titre in EMPORTER]
    menu["Vérifier"] = [st.Page(f"pages/{nom}.py", title=titre) for nom, titre in VERIFIER]
    return menu


def run_page(page) -> None:
    """Run a page inside the frame; those of the stage have none."""
    if page.url_path in [nom for nom, _, _ in SCENE]:
        page.run()
        return
    open_cadre()
    page.run()
    close_cadre()


def open_cadre() -> None:
    """Style and the year, before the page runs."""
    st.html(STYLE)
    annees = [str(annee) for annee in open_suivi().annees]
    if st.session_state.get("annee") not in annees:
        demandee = st.query_params.get("annee")
        st.session_state["annee"] = demandee if demandee in annees else annees[-1]
    st.segmented_control("Année", annees, key="annee", bind="query-params", required=True, persist_state="session")


def current_annee() -> int:
    """The year chosen in the frame; the last one when a page runs alone."""
    annees = open_suivi().annees
    choisie = st.session_state.get("annee")
    return int(choisie) if choisie and int(choisie) in annees else annees[-1]


def render_titre(titre: str, chapeau: str) -> None:
    """The heading of a page that is not a fiche."""
    show(f'<h1 class="sp-titre">{t(titre)}</h1><p class="sp-chapeau">{t(chapeau)}</p>')


def close_cadre() -> None:
    """Footer: source, edition, accessibility of the figures."""
    document = load_catalogue().document
    show(f'<footer class="pied"><p>Source&nbsp;: {t(document["titre"])}, {t(document["auteur"])}. '
         f"Édition {open_suivi().edition}, chiffres publiés. Chaque valeur renvoie à sa ligne dans le bilan. "
         "Les statuts « proposés » sont lus dans le texte et restent à confirmer.</p></footer>")


def link_page(nom: str, texte: str) -> None:
    """A link to another page; the year, bound to the address by the frame, goes along."""
    st.page_link(f"pages/{nom}.py", label=texte)
