"""The only caches of the house: one base and one reading per edition, shared by every visitor."""

import streamlit as st

from spapser.catalogue import Fiche, load_catalogue
from spapser.store import Base, load_edition
from spapser.suivi import Suivi, load_suivi
from spapser.suivi.controle import Controle, controles

# A block of a page drawn once per edition, year and theme: later runs replay its messages without computing anything.
bloc = st.cache_resource(show_spinner=False, hash_funcs={
    Suivi: lambda suivi: suivi.edition, Fiche: lambda fiche: fiche.code,
    "spapser.ui.fiche.PageFiche": lambda page: page.cle, "spapser.ui.synthese.PageSynthese": lambda page: page.cle})


@st.cache_resource(show_spinner=False)
def open_base(edition: int = 0) -> Base:
    """The DuckDB base of an edition."""
    return Base(load_edition(edition))


@st.cache_resource(show_spinner=False)
def open_suivi(edition: int = 0) -> Suivi:
    """Measures, actions and milestones of an edition."""
    return load_suivi(open_base(edition), load_catalogue())


@st.cache_resource(show_spinner=False)
def open_controles(edition: int = 0) -> list[Controle]:
    """Coherence checks of an edition, run once."""
    return controles(open_base(edition))


@st.cache_resource(show_spinner=False)
def open_rows(jeu: str, edition: int = 0) -> list[dict]:
    """Typed rows of a dataset."""
    return open_base(edition).rows(jeu)
