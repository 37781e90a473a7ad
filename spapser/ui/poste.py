"""Is somebody at the machine of the server? Publishing is open to them as long as nothing says who visits.

The server must listen on the loopback address, and the visit must come straight from it: no other name in the address, no
relay on the way.
"""

from collections.abc import Mapping
from ipaddress import ip_address
from urllib.parse import urlsplit

import streamlit as st

RELAIS = ("forwarded", "x-real-ip", "via", "true-client-ip", "cf-connecting-ip")
DISTANT = ("La publication est fermée : cette page est ouverte depuis une autre adresse que celle du serveur. L’ouvrir sur la "
           "machine du serveur, à l’adresse http://127.0.0.1.")


def why_elsewhere() -> str:
    """Why this visit is not one of a person at the machine of the server, in one French sentence; empty when it is."""
    return why_server(st.get_option("server.address")) or why_visit(st.context.headers, st.context.ip_address)


def why_server(adresse: str | None) -> str:
    """Closed when the server listens beyond the loopback address."""
    if is_loopback(adresse or ""):
        return ""
    lieu = f"à l’adresse « {adresse} »" if adresse else "sur toutes les adresses de la machine"
    return (f"La publication est fermée : le serveur écoute {lieu}, et rien ne dit qui visite. Configurer la connexion "
            "(docs/acces.md), ou le lancer avec « server.address = 127.0.0.1 ».")


def why_visit(entetes: Mapping[str, str], ip: str | None) -> str:
    """Closed when the visit comes from elsewhere or through a relay. No header at all: nobody is at the other end."""
    if not entetes:
        return ""
    if is_relayed(entetes):
        return ("La publication est fermée : la visite passe par un relais, qui peut venir d’une autre machine. Ouvrir la page "
                "directement, à l’adresse http://127.0.0.1.")
    presentes = {nom.lower(): valeur for nom, valeur in entetes.items()}
    hotes = [read_hote(f"//{presentes.get('host', '')}"), *(read_hote(o) for o in [presentes.get("origin")] if o)]
    if not all(is_loopback(hote) for hote in hotes) or not (ip is None or is_loopback(ip)):
        return DISTANT
    return ""


def is_relayed(entetes: Mapping[str, str]) -> bool:
    """True when a relay brought the visit: it may come from anywhere."""
    return any(nom.lower() in RELAIS or nom.lower().startswith("x-forwarded") for nom in entetes)


def read_hote(adresse: str) -> str:
    """The host of an address, empty when there is none."""
    try:
        return urlsplit(adresse).hostname or ""
    except ValueError:
        return ""


def is_loopback(hote: str) -> bool:
    """True for localhost, 127.0.0.1 and their likes."""
    if hote.lower() == "localhost":
        return True
    try:
        return ip_address(hote).is_loopback
    except ValueError:
        return False
