"""Who publishes and why: what every publication asks for, then its button. Whoever signed in signs by their identity."""

from dataclasses import dataclass, replace

import streamlit as st

from spapser.acces import Acte, Personne
from spapser.depot.parcours import LONGUEURS
from spapser.ui.balises import show, t
from spapser.ui.ecriture import render_ferme
from spapser.ui.personne import current_personne

AUTEUR = "auteur_de_session"


@dataclass(frozen=True)
class Signature:
    """Who publishes, and the reason as typed."""

    personne: Personne
    motif: str

    @property
    def auteur(self) -> str:
        """The name that signs."""
        return self.personne.nom


def ask_signature(cle: str, bouton: str, exemple: str, acte: Acte = Acte.PUBLIER) -> Signature | None:
    """Name, reason and button; the signature once the button is pressed. A typed name is remembered for the visit.

    Whoever may prepare but not do it is told so instead, and gets None.
    """
    if render_ferme(acte):
        return None
    personne = current_personne()
    with st.form(f"signature_{cle}", border=False):
        gauche, droite = st.columns([1, 2])
        auteur = show_auteur(gauche, personne) if personne.connue else ask_auteur(gauche, cle)
        motif = droite.text_input("Motif", max_chars=LONGUEURS["motif"], key=f"motif_{cle}", placeholder=exemple)
        show('<p class="sp-aide">Le nom et le motif restent dans le journal, avec la date.</p>')
        presse = st.form_submit_button(bouton, type="primary", key=f"publier_{cle}")
    if not presse:
        return None
    st.session_state[AUTEUR] = auteur.strip()
    return Signature(replace(personne, nom=auteur), motif)


def show_auteur(place, personne: Personne) -> str:
    """The identity that signs; it is not typed, so it cannot be another one's."""
    with place:
        show(f'<p class="signataire"><span class="sp-aide">Signé par</span><br><strong>{t(personne.nom)}</strong></p>')
    return personne.nom


def ask_auteur(place, cle: str) -> str:
    """The name typed by whoever sits at the machine of the server."""
    return place.text_input("Votre nom ou votre service", value=st.session_state.get(AUTEUR, ""),
                            max_chars=LONGUEURS["auteur"], key=f"auteur_{cle}", autocomplete="name")
