"""A sentence that must survive the next run: what was just published, or why it was not."""

import streamlit as st

from spapser.ui.balises import show, t

CLE = "annonce"


def say(phrase: str, succes: bool = False) -> None:
    """Keep a sentence for the top of the page at the next run."""
    st.session_state[CLE] = (phrase, succes)


def announce(phrase: str) -> None:
    """Say that something is done, on a page drawn again with it."""
    say(phrase, succes=True)
    st.rerun()


def render_annonce() -> None:
    """Show the sentence once."""
    phrase, succes = st.session_state.pop(CLE, ("", False))
    if phrase:
        classe, role = ("bandeau succes", "status") if succes else ("bandeau", "alert")
        show(f'<div class="{classe}" role="{role}"><p>{t(phrase)}</p></div>')
