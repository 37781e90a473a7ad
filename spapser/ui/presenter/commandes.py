"""The way through the slides: visible buttons, which the keys press (`server/statique/presenter.js`)."""

from collections.abc import Callable

import streamlit as st

from spapser.ui.balises import show, t
from spapser.ui.presenter.choix import Choix, go, move


def render_commandes(choix: Choix) -> None:
    """First, previous, where one is, next, last, full screen, preparation. The keys find each by its key."""
    position, total = choix.position, choix.total
    with st.container(key="commandes", horizontal=True, gap="small", vertical_alignment="center"):
        add_bouton("premiere", "Première diapositive", "first_page", position == 1, go, 1)
        add_bouton("precedente", "Diapositive précédente", "chevron_left", position == 1, move, -1, total)
        show(f'<p class="position"><span class="lu">Diapositive </span>{position}&nbsp;/&nbsp;{total}</p>')
        add_bouton("suivante", "Diapositive suivante", "chevron_right", position == total, move, 1, total)
        add_bouton("derniere", "Dernière diapositive", "last_page", position == total, go, total)
        add_bouton("plein_ecran", "Plein écran", "fullscreen", False, move, 0, total)
        add_bouton("preparation", "Préparer la présentation", "tune", False, go, 0)
    show(f'<p class="lu" role="status">Diapositive {position} sur {total}&nbsp;: {t(choix.diapositive.titre)}</p>')


def add_bouton(cle: str, libelle: str, icone: str, eteint: bool, action: Callable[..., None], *ou: int) -> None:
    """One button of the bar, what it does, and where it leads."""
    st.button(libelle, key=f"scene_{cle}", icon=f":material/{icone}:", disabled=eteint, on_click=action, args=ou)
