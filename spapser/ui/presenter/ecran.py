"""The two screens of a presentation, without the frame of the other pages."""

from pathlib import Path

import streamlit as st

from spapser.ui.balises import show
from spapser.ui.presenter.choix import read_choix
from spapser.ui.presenter.commandes import render_commandes
from spapser.ui.presenter.diapositive import write_diapositive
from spapser.ui.presenter.notes import render_notes
from spapser.ui.presenter.preparation import render_preparation

SCENE = Path(__file__).with_name("scene.css")


def render_presentation() -> None:
    """The slide that the address names, or the preparation when it names none."""
    open_scene()
    choix = read_choix()
    if not choix.position:
        render_preparation(choix)
        return
    show(write_diapositive(choix.diapositive, choix.position, choix.total, choix.mention))
    render_commandes(choix)


def render_orateur() -> None:
    """The notes of the slide that the address names."""
    open_scene()
    render_notes(read_choix())


def open_scene() -> None:
    """The styles of the stage, over those of the house."""
    st.html(SCENE)
