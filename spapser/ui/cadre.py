"""The frame of every page: edition, year, navigation, footer. Its style is in the shell that the server sends once."""

from pathlib import Path

import streamlit as st

from spapser.catalogue import load_catalogue
from spapser.catalogue.accessibilite import load_declaration
from spapser.errors import DITES
from spapser.typographie import insecables
from spapser.ui.annee import choose_annee, current_annee
from spapser.ui.balises import show, t
from spapser.ui.edition import address, current_vue, format_date, open_vue
from spapser.ui.entree import make_entree
from spapser.ui.identite import render_identite
from spapser.ui.lien import write_lien
from spapser.ui.passage import passage

PAGES = Path(__file__).parents[2] / "pages"
ENSEMBLE = (("synthese", "Synthèse"), ("trajectoires", "Trajectoires"), ("marches", "Marchés"), ("territoire", "Territoire"),
            ("matinale", "Matinale"))
SERVICES = (("deposer", "Déposer"), ("saisir", "Saisir"), ("journal", "Journal"))
EMPORTER = (("exporter", "Exporter"),)
SCENE = (("presenter", "Présenter", "visible"), ("presenter_notes", "Notes de l’orateur", "hidden"))
VERIFIER = (("controles", "Contrôles"), ("obligations", "Tableau légal"), ("methode", "Méthode"), ("donnees", "Données"),
            ("glossaire", "Glossaire"), ("accessibilite", "Accessibilité"))


def build_menu() -> dict[str, list]:
    """The table of contents: section title -> pages. Fiches stand under their axis."""
    menu = {"Vue d’ensemble": [make_entree(nom, titre, default=nom == "synthese") for nom, titre in ENSEMBLE]}
    catalogue = load_catalogue()
    for axe in catalogue.axes:
        menu[axe.titre] = [make_entree(f.page, f"{f.numero} · {f.titre_court}") for f in catalogue.fiches if f.axe == axe.code]
    menu["Restituer"] = [make_entree(nom, titre, visibility=vue) for nom, titre, vue in SCENE]
    menu["Restituer"] += [make_entree(nom, titre) for nom, titre in EMPORTER]
    menu["Services"] = [make_entree(nom, titre) for nom, titre in SERVICES]
    menu["Vérifier"] = [make_entree(nom, titre) for nom, titre in VERIFIER]
    return menu


def count_pages() -> int:
    """How many pages the service has."""
    return len(list(PAGES.glob("*.py")))


def is_page(nom: str) -> bool:
    """True when the page exists."""
    return (PAGES / f"{nom}.py").is_file()


def run_page(page) -> None:
    """Run a page inside the frame; those of the stage have none. What it cannot show is said in its place, on it alone."""
    with passage():
        try:
            if page.url_path in [nom for nom, _, _ in SCENE]:
                page.run()
                return
            open_cadre()
            page.run()
        except DITES as refus:
            st.error(insecables(str(refus)))
            return
        close_cadre()


def open_cadre() -> None:
    """The edition, the person and the year, before the page runs."""
    open_vue()
    render_identite()
    choose_annee()


def render_titre(titre: str, chapeau: str, annee_utile: bool = True) -> None:
    """The heading of a page that is not a fiche; the mark « sans-annee » hides the year where it changes nothing, or where
    the page chooses its own."""
    marque = "" if annee_utile else " sans-annee"
    show(f'<h1 class="sp-titre{marque}">{t(titre)}</h1><p class="sp-chapeau">{t(chapeau)}</p>')


def close_cadre() -> None:
    """Footer: sources, edition, where each figure comes from."""
    document, edition = load_catalogue().document, current_vue().edition
    depots = " et fichiers déposés par les services" if edition.parties else ""
    origine = "à sa ligne dans le bilan" + (" ou au fichier dont elle vient" if edition.parties else "")
    date = f", publiée le {format_date(edition)}" if edition.date else ", livrée avec le produit"
    show(f'<footer class="pied"><p>Source&nbsp;: {t(document["titre"])}, {t(document["auteur"])}{depots}. '
         f"Édition {edition.numero}{date}. Chaque valeur renvoie {origine}. "
         "Les statuts « proposés » sont lus dans le texte et restent à confirmer.</p>"
         f"<p>{write_sans_script()} · {write_mention()}</p></footer>")


def write_sans_script() -> str:
    """A link to the same year as plain tables, without scripts: the standalone edition."""
    annee = current_annee()
    return f'<a href="{address(f"edition-{annee}.html")}" target="_self">Lire l’année {annee} sans script, en une page</a>'


def write_mention() -> str:
    """What the law wants at the foot of every page: the state of conformity, with a link to the statement."""
    return write_lien("accessibilite", f"Accessibilité\u00a0: {load_declaration().etat}")


def link_page(nom: str, texte: str, **parametres: str) -> None:
    """A link to another page, with parameters of its address; the year, bound to the address by the frame, goes along."""
    st.page_link(f"pages/{nom}.py", label=texte, query_params=parametres or None)
