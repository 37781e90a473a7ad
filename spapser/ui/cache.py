"""The caches of the house, shared by every visitor: bases, readings and blocks, by edition, none without a bound."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any

import streamlit as st

from spapser.catalogue import load_catalogue
from spapser.store import CONTRATS, Base, Edition
from spapser.suivi import Suivi, load_suivi
from spapser.suivi.controle import Controle, controles
from spapser.suivi.recherche import Entree, build_index
from spapser.ui.edition import current_vue
from spapser.ui.passage import once
from spapser.ui.presente import EDITION
from spapser.ui.secret import secret_leve

EDITIONS, DESSINS = 4, 600


kept = st.cache_resource(show_spinner=False, max_entries=EDITIONS, hash_funcs=EDITION)


def bloc(draw: Callable[..., None]) -> Callable[..., None]:
    """A part of a page drawn once per edition, year and theme: later runs replay its messages without computing anything.

    Two drawings are the same when their arguments are, those that have a `cle` being told apart by it alone.
    """
    @wraps(draw)
    def dessin(*args: Any) -> None:
        keep_dessin(f"{draw.__module__}.{draw.__qualname__} {[write_cle(arg) for arg in args]}", draw, args)

    return dessin


def write_cle(arg: Any) -> str:
    """What tells an argument of a block from another; TypeError for one that nothing stable names."""
    cle = getattr(arg, "cle", arg)
    if callable(cle):
        return cle.__qualname__
    if isinstance(cle, str | int | tuple):
        return repr(cle)
    raise TypeError(f"{type(arg).__name__}: no key tells two drawings apart")


@st.cache_resource(show_spinner=False, max_entries=DESSINS)
def keep_dessin(cle: str, _draw: Callable[..., None], _args: tuple) -> None:
    """Draw: Streamlit keeps the messages under the key, which is all that it compares."""
    _draw(*_args)


@kept
def keep_base(edition: Edition, clair: bool) -> Base:
    """The DuckDB base of an edition, with the small counts of people or without them."""
    return Base(edition, clair)


@kept
def keep_suivi(edition: Edition, clair: bool) -> Suivi:
    """Measures, actions and milestones of an edition."""
    return load_suivi(keep_base(edition, clair), load_catalogue())


@kept
def keep_effet(edition: Edition) -> dict[bool, int]:
    """How many figures the statistical secrecy hides in an edition, when it covers those of the report and when it does not."""
    actuel = keep_base(edition, False).masque
    autre = replace(actuel.secret, cache_le_bilan=not actuel.secret.cache_le_bilan)
    base = Base(edition.leave_out(CONTRATS), secret=autre)  # big, and nobody is counted there
    comptes = {masque.secret.cache_le_bilan: sum(masque.resultats.values()) for masque in (actuel, base.masque)}
    base.close()
    return comptes


@kept
def keep_controles(edition: Edition, clair: bool) -> list[Controle]:
    """Coherence checks of an edition, run once."""
    return controles(keep_base(edition, clair))


@kept
def keep_index(edition: Edition) -> list[Entree]:
    """The search index of an edition."""
    base = keep_base(edition, False)
    return build_index(load_catalogue(), base.rows("marches"), base.rows("structures"), base.rows("programmation"))


@st.cache_resource(show_spinner=False, max_entries=EDITIONS * 12, hash_funcs=EDITION)
def keep_rows(jeu: str, edition: Edition, clair: bool) -> list[dict]:
    """Typed rows of a dataset."""
    return keep_base(edition, clair).rows(jeu)


@kept
def keep_tailles(edition: Edition) -> dict[str, int]:
    """Number of rows of each dataset."""
    return {jeu.nom: keep_base(edition, False).count_rows(jeu.nom) for jeu in load_catalogue().jeux}


def open_base(edition: Edition | None = None) -> Base:
    """The base of the edition that the visitor sees, or of the one given: what one takes away, so always the public one."""
    return keep_base(edition or current_vue().edition, False)


def open_suivi(edition: Edition | None = None) -> Suivi:
    """The reading of the edition that the visitor sees, as they may see it; or the public one of the edition given."""
    if edition:
        return keep_suivi(edition, False)
    return once("suivi", lambda: keep_suivi(current_vue().edition, secret_leve()))


def open_controles(edition: Edition | None = None) -> list[Controle]:
    """The checks of the edition that the visitor sees, as they may see them; or the public ones of the edition given."""
    return keep_controles(edition or current_vue().edition, edition is None and secret_leve())


def open_effet(edition: Edition | None = None) -> dict[bool, int]:
    """Figures hidden in the edition that the visitor sees, or in the one given: with those of the report (True), without them
    (False)."""
    return keep_effet(edition or current_vue().edition)


def open_rows(jeu: str) -> list[dict]:
    """Typed rows of a dataset in the edition that the visitor sees, each with its `document`."""
    return keep_rows(jeu, current_vue().edition, secret_leve())


def open_tailles() -> dict[str, int]:
    """Number of rows of each dataset of the edition that the visitor sees."""
    return keep_tailles(current_vue().edition)


def open_index() -> list[Entree]:
    """The search index of the edition that the visitor sees."""
    return keep_index(current_vue().edition)
