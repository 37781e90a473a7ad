"""What one run of a page learns once: who visits, which edition, its reading. All of it is forgotten when the run ends."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

Chose = TypeVar("Chose")

APPRIS: ContextVar[dict[str, Any] | None] = ContextVar("appris", default=None)


@contextmanager
def passage() -> Iterator[None]:
    """The run of a page: what is asked `once` inside it is not asked again before its end."""
    jeton = APPRIS.set({})
    try:
        yield
    finally:
        APPRIS.reset(jeton)


def once(nom: str, ask: Callable[[], Chose]) -> Chose:
    """What the run learnt under this name; asked now when it is not known yet, and each time outside of a run."""
    appris = APPRIS.get()
    if appris is None:
        return ask()
    if nom not in appris:
        appris[nom] = ask()
    return appris[nom]
