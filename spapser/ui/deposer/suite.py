"""After a publication: the pages that changed, at the year that changed, and the way back."""

from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from spapser.catalogue import load_catalogue
from spapser.depot.apercu import Apercu
from spapser.store import Changement, Edition, Effet
from spapser.ui.annee import show_annee
from spapser.ui.cadre import link_page

PUBLIEE = "depot_publie"
MATINALE = ("programmation", "evenements", "structures")  # their rows are shown there, not counted


@dataclass(frozen=True)
class Suite:
    """What was just published: its edition, and the pages to look at, each with the words of its link."""

    numero: int
    pages: tuple[tuple[str, str], ...]


def keep_suite(edition: Edition, apercu: Apercu) -> None:
    """Keep it for the next run, which will show the year that was published."""
    st.session_state[PUBLIEE] = Suite(edition.numero, tuple(list_pages(apercu.changements, apercu.effets)))
    show_annee(max(effet.annee for effet in (*apercu.effets, *apercu.changements)))


def list_pages(changements: Iterable[Changement], effets: Iterable[Effet]) -> list[tuple[str, str]]:
    """Fiches whose figures or statuses moved, then the page that shows these rows without counting them."""
    codes = {effet.code[:4] for effet in effets}
    fiches = [(f.page, f"Voir la fiche {f.numero}, {f.titre_court}") for f in load_catalogue().fiches if f.code in codes]
    autres = [("matinale", "Voir la page Matinale")] if any(c.jeu in MATINALE for c in changements) else []
    return fiches + autres or [("donnees", "Voir la page Données")]


def render_suite() -> None:
    """The links, once."""
    suite = st.session_state.pop(PUBLIEE, None)
    if suite is None:
        return
    with st.container(key="suite_depot", gap="xxsmall"):
        for page, texte in suite.pages:
            link_page(page, texte)
        st.page_link("pages/journal.py", label=f"Voir l’édition {suite.numero} au journal, ou l’annuler",
                     query_params={"publication": str(suite.numero)})
