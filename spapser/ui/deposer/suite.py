"""After a publication: the pages that changed, at the year that changed, and the way back."""

from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from spapser.catalogue import load_catalogue
from spapser.depot.apercu import Apercu
from spapser.store import Changement, Edition, Effet

PUBLIEE = "depot_publie"
MATINALE = ("programmation", "evenements", "structures")  # their rows are shown there, not counted


@dataclass(frozen=True)
class Suite:
    """What was just published: its edition, and the pages to look at with their year."""

    numero: int
    pages: tuple[tuple[str, str, int], ...]


def keep_suite(edition: Edition, apercu: Apercu) -> None:
    """Keep it for the next run."""
    st.session_state[PUBLIEE] = Suite(edition.numero, tuple(list_pages(apercu.changements, apercu.effets)))


def list_pages(changements: Iterable[Changement], effets: Iterable[Effet]) -> list[tuple[str, str, int]]:
    """Fiches whose figures or statuses moved, each at the last year that did; then the page that shows these rows."""
    annees: dict[str, int] = {}
    for effet in effets:
        annees[effet.code[:4]] = max(effet.annee, annees.get(effet.code[:4], 0))
    fiches = [(f.page, f"Voir la fiche {f.numero}, {f.titre_court}, en {annees[f.code]}", annees[f.code])
              for f in load_catalogue().fiches if f.code in annees]
    autres = [("matinale", "Voir la page Matinale", c.annee) for c in changements if c.jeu in MATINALE][:1]
    return fiches + autres or [("donnees", "Voir la page Données", c.annee) for c in changements][:1]


def render_suite() -> None:
    """The links, once."""
    suite = st.session_state.pop(PUBLIEE, None)
    if suite is None:
        return
    with st.container(key="suite_depot", gap="xxsmall"):
        for page, texte, annee in suite.pages:
            st.page_link(f"pages/{page}.py", label=texte, query_params={"annee": str(annee)})
        st.page_link("pages/journal.py", label=f"Voir l’édition {suite.numero} au journal, ou l’annuler",
                     query_params={"publication": str(suite.numero)})
