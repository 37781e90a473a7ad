"""Whether the person who looks may see what the statistical secrecy hides: the only place that says so."""

from spapser.acces import Acte, may
from spapser.ui.personne import current_personne


def secret_leve() -> bool:
    """True for a member of staff who is signed in; never for the public, nor at a post where nobody signs in."""
    personne = current_personne()
    return personne.connue and may(personne, Acte.VOIR_DETAIL)
