"""The year that the visitor looks at: chosen in the frame, bound to the address, kept from page to page."""

import streamlit as st

from spapser.ui.cache import open_suivi

CLE, VOULUE = "annee", "annee_voulue"


def choose_annee() -> None:
    """The choice of the year: the one just published, the one of the address, or the last with a figure."""
    suivi = open_suivi()
    annees = [str(annee) for annee in suivi.annees]
    voulue = st.session_state.pop(VOULUE, "")
    if voulue in annees:
        st.session_state[CLE] = voulue
    if st.session_state.get(CLE) not in annees:
        demandee = st.query_params.get(CLE)
        st.session_state[CLE] = demandee if demandee in annees else str(suivi.derniere)
    st.segmented_control("Année", annees, key=CLE, bind="query-params", required=True, persist_state="session")


def show_annee(annee: int) -> None:
    """The year to show from the next run on, when there is something to show of it: that of what was just published."""
    st.session_state[VOULUE] = str(annee)


def current_annee() -> int:
    """The year chosen in the frame; the last one with a figure when a page runs alone."""
    suivi = open_suivi()
    choisie = st.session_state.get(CLE)
    return int(choisie) if choisie and int(choisie) in suivi.annees else suivi.derniere
