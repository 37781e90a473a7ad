"""Whether the person who looks may see what the statistical secrecy hides: the only place that says so."""

from importlib import import_module
from importlib.util import find_spec

PERSONNE = "spapser.ui.personne"
ROLES = ("agent", "responsable")


def secret_leve() -> bool:
    """True for a member of staff who is signed in; never for the public, nor where nobody can sign in."""
    if find_spec(PERSONNE) is None:
        return False
    personne = import_module(PERSONNE).current_personne()
    return getattr(personne, "role", "") in ROLES
