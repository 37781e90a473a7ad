"""A log to try, and what its verification says."""

from spapser.acces import operator
from spapser.acces.audit import read_entries, verify_chain
from spapser.store.ancrage import find_loose

QUI = operator("Camille")


def find_fault() -> str:
    """What the verification says, chain then editions."""
    return verify_chain().faute or find_loose(read_entries())
