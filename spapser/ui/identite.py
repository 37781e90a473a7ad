"""Who is signed in, on every page: the name and the role, the way in, the way out; and what an open local post means."""

from urllib.parse import quote, urlsplit

import streamlit as st
from streamlit.errors import StreamlitAPIException

from spapser.acces import VISITEUR, Origine
from spapser.acces.comptes import has_comptes
from spapser.acces.regles import load_regles
from spapser.errors import AccesIllisible
from spapser.ui.annonce import say
from spapser.ui.balises import show, t, unmark
from spapser.ui.personne import has_fournisseur, is_configured, read_visite, sign_out

POSTE = ("Poste local : aucune connexion n’est configurée, et ce serveur ne répond qu’à cette machine. Toute personne qui "
         "l’utilise peut déposer, publier et annuler.")


def render_identite() -> None:
    """At the foot of the menu: who visits, and the button to sign in or out."""
    visite = read_visite()
    if visite.personne is VISITEUR and not is_configured():
        return
    with st.sidebar:
        if visite.personne.origine is Origine.POSTE:
            show('<p class="sp-aide identite">Poste local, sans connexion</p>')
            return
        with st.container(key="identite", gap="xsmall"):
            if visite.personne.connue:
                show(f'<p class="sp-aide">Connecté : <strong>{t(visite.personne.nom)}</strong>, '
                     f"{t(visite.personne.role.nom)}</p>")
                st.button("Se déconnecter", key="deconnexion", on_click=sign_out)
            else:
                offer_sign_in("menu")


def offer_sign_in(place: str) -> None:
    """The ways to sign in that are configured; nothing when there is none."""
    if has_fournisseur():
        st.button(f"Se connecter avec {unmark(name_fournisseur())}", key=f"connexion_{place}", on_click=begin_sign_in)
    if has_comptes():
        page = urlsplit(st.context.url or "").path.rpartition("/")[2]
        suite = f"?suite={quote(page)}" if page else ""
        show(f'<p><a class="lien" href="./connexion{suite}" target="_self">'
             f'{"Se connecter avec un compte local" if has_fournisseur() else "Se connecter"}</a></p>')


def begin_sign_in() -> None:
    """Go to the provider; the part of the secrets to use is a parameter. What is wrong with them is said on the page."""
    try:
        section = load_regles().section
        st.login(section) if section else st.login()
    except AccesIllisible as erreur:
        say(str(erreur))
    except StreamlitAPIException:
        say("La connexion est mal configurée : l’administrateur du service doit revoir la partie [auth] de ses secrets.")


def name_fournisseur() -> str:
    """The word on the button; the general one while the parameters cannot be read."""
    try:
        return load_regles().nom
    except AccesIllisible:
        return "le fournisseur d’identité"


def render_poste() -> None:
    """On the pages that write: the local post says that it is open to whoever sits there."""
    if read_visite().personne.origine is Origine.POSTE:
        show(f'<div class="bandeau poste" role="note"><p>{t(POSTE)}</p></div>')
