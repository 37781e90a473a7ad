"""Who visits: the one place where pages learn it, from the cookie of a local account or from the provider's token.

As soon as one way to sign in is configured, everybody signs in, at the machine of the server too: behind a relay of the
same machine, every visit seems to come from it.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from spapser.acces import VISITEUR, Acte, Personne, Role, local_post, why_refused
from spapser.acces.comptes import find_compte, has_comptes
from spapser.acces.identite import complete
from spapser.acces.regles import load_regles
from spapser.acces.sessions import COOKIE, close_session, close_token, follow_token
from spapser.errors import AccesIllisible, SpapserError
from spapser.ui import poste
from spapser.ui.annonce import say
from spapser.ui.passage import once

FINIE = "Votre session est finie : se connecter de nouveau pour publier. Ce que vous avez publié est gardé."


@dataclass(frozen=True)
class Visite:
    """The person, and why they may not do more, in one French sentence (empty when their role alone says it)."""

    personne: Personne
    remarque: str = ""


def current_personne() -> Personne:
    """The person behind this visit, a reader when nobody is known; pages ask `may(current_personne(), Acte.…)`."""
    return read_visite().personne


def why_not(acte: Acte) -> str:
    """Why the visitor may not do it, in one French sentence; empty when they may."""
    visite = read_visite()
    raison = why_refused(visite.personne, acte)
    return raison and (visite.remarque or raison)


def read_visite() -> Visite:
    """Who visits, asked once a run: a session that ended, a role that changed, a sign-out in another tab count at the next."""
    return once("visite", lambda: ask_visite())


def ask_visite() -> Visite:
    """Who visits, as the cookie and the token say now; a reader, with a sentence, when they cannot be followed."""
    try:
        if not is_configured():
            ailleurs = poste.why_elsewhere()
            return Visite(VISITEUR, ailleurs) if ailleurs else Visite(local_post())
        return read_compte(dict(st.context.cookies).get(COOKIE, "")) or read_token(read_revendications())
    except (SpapserError, OSError) as erreur:
        phrase = str(erreur) if isinstance(erreur, SpapserError) else "Les sessions ne s’écrivent pas : personne n’est connecté."
        return Visite(VISITEUR, phrase)


def is_configured() -> bool:
    """True when one may sign in, by a provider or by a local account."""
    return once("configure", lambda: has_fournisseur() or has_comptes())


def has_fournisseur() -> bool:
    """True when the secrets of the server name a provider; secrets that cannot be read count: they close, they never open."""
    return "auth" in st.secrets if st.secrets.load_if_toml_exists() else has_fichier_de_secrets()


def has_fichier_de_secrets() -> bool:
    """True when there is a file of secrets, whether or not it can be read."""
    return any(os.path.exists(chemin) for chemin in st.get_option("secrets.files"))


def has_broken_secrets() -> bool:
    """True when there is a file of secrets that cannot be read."""
    return not st.secrets.load_if_toml_exists() and has_fichier_de_secrets()


def read_compte(secret: str) -> Visite | None:
    """The person of a local account; None without a session that lasts, when a provider may still know them."""
    if not secret:
        return None
    compte = find_compte(secret)
    if compte is not None:
        return Visite(compte.personne)
    return None if read_revendications() else Visite(VISITEUR, FINIE)


def read_token(revendications: Mapping[str, Any]) -> Visite:
    """The person that the provider knows; off the list they read, and are told why."""
    if not revendications:
        return Visite(VISITEUR)
    if not follow_token(revendications):
        return Visite(VISITEUR, FINIE)
    personne = load_regles().find_personne(complete_revendications(revendications))
    if personne.role is not Role.LECTEUR:
        return Visite(personne)
    return Visite(personne, f"{personne.courriel or personne.nom} ne figure pas parmi les personnes qui déposent ou publient : "
                            "vous lisez seulement. L’administrateur du service peut l’ajouter à la liste des accès.")


def read_revendications() -> Mapping[str, Any]:
    """What the provider says of the person; empty when nobody signed in with it."""
    return st.user.to_dict() if has_fournisseur() and st.user.get("is_logged_in") else {}


def complete_revendications(revendications: Mapping[str, Any]) -> Mapping[str, Any]:
    """With those that the provider gives apart, when its access token is exposed (`expose_tokens` in [auth])."""
    jeton = st.user.tokens.get("access", "") if "expose_tokens" in st.secrets["auth"] else ""
    if not jeton:
        return revendications
    section = load_regles().section
    auth = st.secrets["auth"][section] if section else st.secrets["auth"]
    return complete(revendications, auth["server_metadata_url"], jeton)


def sign_out() -> None:
    """End the session on the server, then in the browser: a copy of its cookie is worth nothing any more."""
    secret, revendications = dict(st.context.cookies).get(COOKIE, ""), read_revendications()
    try:
        if secret:
            close_session(secret)
        if revendications:
            close_token(revendications)
    except (OSError, AccesIllisible):
        say("La session n’a pas pu être fermée sur le serveur : fermer aussi le navigateur.")
    if revendications:
        st.logout()
