"""Who visits: the one place where pages learn it."""

from spapser.acces import VISITEUR, Acte, Personne, local_post, why_refused
from spapser.ui import poste


def current_personne() -> Personne:
    """The person behind this visit, a reader when nobody is known; pages ask `may(current_personne(), Acte.…)`."""
    return VISITEUR if poste.why_elsewhere() else local_post()


def why_not(acte: Acte) -> str:
    """Why the visitor may not do it, in one French sentence; empty when they may."""
    return poste.why_elsewhere() or why_refused(current_personne(), acte)
