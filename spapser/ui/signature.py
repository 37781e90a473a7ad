"""Who publishes and why: the two fields that every publication asks for, then its button."""

from dataclasses import dataclass

import streamlit as st

from spapser.depot.parcours import LONGUEURS
from spapser.ui.balises import show

AUTEUR = "auteur_de_session"


@dataclass(frozen=True)
class Signature:
    """A name and a reason, as typed."""

    auteur: str
    motif: str


def ask_signature(cle: str, bouton: str, exemple: str) -> Signature | None:
    """Name, reason and button; the signature once the button is pressed. The name is remembered for the visit."""
    with st.form(f"signature_{cle}", border=False):
        gauche, droite = st.columns([1, 2])
        auteur = gauche.text_input("Votre nom ou votre service", value=st.session_state.get(AUTEUR, ""),
                                   max_chars=LONGUEURS["auteur"], key=f"auteur_{cle}", autocomplete="name")
        motif = droite.text_input("Motif", max_chars=LONGUEURS["motif"], key=f"motif_{cle}", placeholder=exemple)
        show('<p class="sp-aide">Le nom et le motif restent dans le journal, avec la date.</p>')
        presse = st.form_submit_button(bouton, type="primary", key=f"publier_{cle}")
    if not presse:
        return None
    st.session_state[AUTEUR] = auteur.strip()
    return Signature(auteur, motif)
