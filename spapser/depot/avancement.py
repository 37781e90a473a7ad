"""How far a long step is: a function that takes the share done, from 0 to 1, and what is being done, in French."""

from collections.abc import Callable

Avancement = Callable[[float, str], None]


def silence(part: float, quoi: str) -> None:
    """Say nothing."""
