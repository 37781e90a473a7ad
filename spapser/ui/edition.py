"""Which edition the visitor sees: the present, or the one that the address asks for (`?edition=2`)."""

import re
from dataclasses import dataclass
from datetime import datetime

import streamlit as st

from spapser.errors import SpapserError
from spapser.store import Edition
from spapser.typographie import INSECABLE, enumere, format_jour
from spapser.ui.balises import show, t
from spapser.ui.presente import Presente, check_whole, find_presente, read_edition

CLE, VUE, OUBLI = "edition", "edition_vue", "edition_oubliee"
NUMERO = re.compile(r"[0-9]{1,6}")


@dataclass(frozen=True)
class Vue:
    """What is shown, what the present is, and one sentence when what was asked for cannot be shown."""

    edition: Edition
    presente: Edition
    remarque: str = ""

    @property
    def passee(self) -> bool:
        """True when the visitor looks at the past."""
        return self.edition.numero != self.presente.numero


def current_vue() -> Vue:
    """The view chosen by the frame for this run; the present when a page runs alone."""
    vue = st.session_state.get(VUE)
    return vue if isinstance(vue, Vue) else choose_vue("")


def choose_vue(demande: str) -> Vue:
    """The edition asked for, as written in the address; the present, with a sentence, when it cannot be shown."""
    presente = find_presente()
    if not demande:
        return Vue(presente.edition, presente.edition, presente.remarque)
    try:
        edition = read_edition(int(demande)) if NUMERO.fullmatch(demande) else None
        if edition:
            check_whole(edition)
            return Vue(edition, presente.edition, presente.remarque)
        motif = f"L’édition «{INSECABLE}{demande[:20]}{INSECABLE}» n’existe pas."
    except SpapserError as erreur:
        motif = str(erreur)
    return Vue(presente.edition, presente.edition, join_remarques(motif, presente))


def join_remarques(motif: str, presente: Presente) -> str:
    """Why the edition asked for is not there, and what is shown instead."""
    if presente.remarque.startswith(motif):
        return presente.remarque
    suite = presente.remarque or f"Voici le présent : {presente.edition.libelle}."
    return f"{motif} {suite}"


def open_vue() -> None:
    """Read the edition in the address and say what is shown; called once per run by the frame, before the page.

    The number lives in a field bound to the address, out of sight: it follows the visitor from page to page and into
    the links that are shared, as the year does. Who asks for nothing has no such field.
    """
    oubliee = st.session_state.pop(OUBLI, False)
    if oubliee:
        st.session_state[CLE] = ""
    demande = ""
    if oubliee or st.session_state.get(CLE) or CLE in st.query_params:
        demande = st.text_input("Édition montrée", key=CLE, bind="query-params", persist_state="session", max_chars=20)
    vue = choose_vue((demande or "").strip())
    st.session_state[VUE] = vue
    render_bandeau(vue, bool(demande))
    render_fictif(vue.edition)


def leave_past() -> None:
    """Go back to the present at the next run: after a publication, and from the banner."""
    st.session_state[OUBLI] = True


def render_bandeau(vue: Vue, demandee: bool) -> None:
    """A visible band over a page of the past, or over one that could not be shown as asked."""
    if not vue.passee and not vue.remarque:
        return
    with st.container(key="bandeau", horizontal=True, vertical_alignment="center"):
        textes = [describe_passe(vue)] if vue.passee else []
        textes += [f"<p>{t(vue.remarque)}</p>"] if vue.remarque else []
        show(f'<div class="bandeau" role="status">{"".join(textes)}</div>')
        if demandee:
            st.button(f"Revenir au présent (édition {vue.presente.numero})", on_click=leave_past, key="retour_present")


def render_fictif(edition: Edition) -> None:
    """A band over every page of an edition that holds invented rows."""
    if edition.fictives:
        fichiers = enumere(list(edition.fictives))
        show('<div class="bandeau fictif" role="note"><p><strong>Données fictives.</strong> Cette édition contient des lignes '
             f"inventées pour l’essai, celles de {t(fichiers)} ; les chiffres qui en viennent ne disent rien de réel.</p></div>")


def describe_passe(vue: Vue) -> str:
    """« Vous regardez l’édition 2, publiée le 25 novembre 2026 à 10 h 05. Motif : … »"""
    publication = vue.edition.publication
    if publication is None:
        suite = "telle que le produit l’a livrée, avant toute publication."
        return f"<p><strong>Vous regardez l’édition 0</strong>, {suite}</p>"
    motif = publication.motif if publication.motif.endswith((".", "!", "?", "…")) else f"{publication.motif}."
    return (f"<p><strong>Vous regardez l’édition {vue.edition.numero}</strong>, publiée le {t(format_date(vue.edition))}. "
            f"Motif : {t(motif)}</p>")


def format_date(edition: Edition) -> str:
    """« 25 novembre 2026 à 10 h 05 », empty for edition 0."""
    if not edition.date:
        return ""
    moment = datetime.fromisoformat(edition.date)
    return f"{format_jour(moment.date())} à {moment.hour}{INSECABLE}h{INSECABLE}{moment.minute:02d}"


def address(nom: str) -> str:
    """The stable address of a public file, from any page; it names the edition when the visitor looks at the past."""
    vue = current_vue()
    return f"donnees/{t(nom)}" + (f"?edition={vue.edition.numero}" if vue.passee else "")
