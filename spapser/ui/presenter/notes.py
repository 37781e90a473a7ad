"""What the speaker sees: the notes of the slide that is shown, what comes next, and the list to jump in."""

import streamlit as st

from spapser.exports.diapositives import Diapositive, Groupe
from spapser.ui.balises import show, t
from spapser.ui.presenter.choix import Choix, go, move, write_adresse
from spapser.ui.presenter.commandes import add_bouton


def render_notes(choix: Choix) -> None:
    """The notes at the position of the address; the first slide's before the start."""
    position = max(choix.position, 1)
    diapositive = choix.suite[position - 1]
    render_commandes(choix, position)
    show(f'<section class="sp-notes" data-diapo="{position}" data-total="{choix.total}">'
         f'<p class="surtitre">Notes de l’orateur · diapositive {position} sur {choix.total}</p>'
         f"<h1>{t(diapositive.titre)}</h1>{write_dit(diapositive)}{write_groupes(diapositive)}"
         f"{write_suivante(choix, position)}</section>")
    render_liste(choix, position)


def write_dit(diapositive: Diapositive) -> str:
    """What the slide says, to be said."""
    dites = "".join(f"<p>{t(ligne)}</p>" for ligne in diapositive.lignes)
    source = f'<p class="source">Source&nbsp;: {t(diapositive.source)}.</p>' if diapositive.source else ""
    return f'<div class="dit">{dites}{source}</div>'


def write_groupes(diapositive: Diapositive) -> str:
    """The notes, heading by heading."""
    return "".join(map(write_groupe, diapositive.notes)) or '<p class="source">Aucune note pour cette diapositive.</p>'


def write_groupe(groupe: Groupe) -> str:
    """One heading and its sentences."""
    phrases = "".join(f"<li>{t(phrase)}</li>" for phrase in groupe.elements)
    return f"<h2>{t(groupe.titre)}</h2><ul>{phrases}</ul>"


def write_suivante(choix: Choix, position: int) -> str:
    """The title of the next slide."""
    if position == choix.total:
        return '<p class="apres">Dernière diapositive.</p>'
    return f'<p class="apres">Ensuite&nbsp;: {t(choix.suite[position].titre)}</p>'


def render_commandes(choix: Choix, position: int) -> None:
    """Previous, next, and the slides in another window."""
    with st.container(key="commandes_notes", horizontal=True, gap="small", vertical_alignment="center"):
        add_bouton("precedente", "Diapositive précédente", "chevron_left", position == 1, move, -1, choix.total)
        add_bouton("suivante", "Diapositive suivante", "chevron_right", position == choix.total, move, 1, choix.total)
        show(f'<p><a href="{t(write_adresse("presenter", choix, position))}" target="_blank">Ouvrir la présentation '
             "dans une autre fenêtre</a></p>")


def render_liste(choix: Choix, position: int) -> None:
    """Every slide of the presentation, to go straight to it."""
    with st.expander("Aller à une diapositive"):
        for rang, diapositive in enumerate(choix.suite, 1):
            st.button(f"{rang} · {diapositive.nom}", key=f"aller_{rang}", type="tertiary", disabled=rang == position,
                      on_click=go, args=(rang,))
