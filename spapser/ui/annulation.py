"""Undo a publication: what would change is shown first, then a name and a reason are asked for."""

import streamlit as st

from spapser.acces import Acte
from spapser.depot.annulation import preview_undo, undo
from spapser.depot.apercu import Apercu
from spapser.errors import SpapserError
from spapser.store import Edition
from spapser.ui.annonce import announce, say
from spapser.ui.balises import show, t
from spapser.ui.cache import open_base
from spapser.ui.ecriture import require_open, why_closed
from spapser.ui.edition import current_vue, leave_past
from spapser.ui.effets import render_changements, render_effets
from spapser.ui.signature import Signature, ask_signature

CLE = "annulation_preparee"

QUAND = "si l’on annule"


def render_annulation(edition: Edition) -> None:
    """The way to undo this publication, or why it is closed."""
    show('<h3 class="constat">Annuler cette publication</h3>')
    raison = why_closed(Acte.ANNULER)
    if raison:
        show(f'<p class="sp-aide">{t(raison)}</p>')
        return
    show('<p class="sp-aide">Annuler fait une édition nouvelle, où ces lignes redeviennent ce qu’elles étaient avant. Rien ne '
         "s’efface, et l’annulation peut elle aussi s’annuler.</p>")
    st.button("Voir ce que l’annulation changerait", on_click=prepare, args=(edition.numero,), key=f"preparer_{edition.numero}")
    numero, apercu = st.session_state.get(CLE, (None, None))
    if numero == edition.numero:
        confirm(edition, apercu)


def prepare(numero: int) -> None:
    """Compute what undoing would change now; say why when it is impossible."""
    try:
        st.session_state[CLE] = (numero, preview_undo(numero, open_base(current_vue().presente)))
    except SpapserError as erreur:
        st.session_state.pop(CLE, None)
        say(str(erreur))


def confirm(edition: Edition, apercu: Apercu) -> None:
    """What would change, then the signature; once signed, the new edition is announced on the same page."""
    show(f"<p><strong>{t(apercu.phrase)}</strong></p>")
    render_changements(apercu.changements, quand=QUAND)
    render_effets(apercu.effets, QUAND)
    signature = ask_signature(f"annuler_{edition.numero}", f"Annuler l’édition {edition.numero}", "Mauvais fichier déposé")
    if signature:
        publish_undo(edition, apercu, signature)


def publish_undo(edition: Edition, apercu: Apercu, signature: Signature) -> None:
    """Publish the undoing, or say why it was refused; what had been prepared is then prepared again."""
    try:
        require_open(Acte.ANNULER)
        nouvelle = undo(apercu, signature.personne, signature.motif)
    except SpapserError as erreur:
        show(f'<div class="bandeau" role="alert"><p>{t(str(erreur))}</p></div>')
        return
    st.session_state.pop(CLE, None)
    leave_past()
    announce(f"Édition {nouvelle.numero} publiée : l’édition {edition.numero} est annulée.")
