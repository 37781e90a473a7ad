"""A page that somebody has seen already asks nothing of the database again, reads no query again, and stays light."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
import streamlit as st

from spapser.catalogue import load_catalogue
from spapser.store import Base
from spapser.store.requetes import list_sql
from spapser.ui.entree import keep_entree
from tests.pages.ecran import Ecran, visit, walk

ANNEE = 2024
LUES = ("synthese", "trajectoires", "marches", "territoire", "matinale", "controles", "obligations", "methode", "donnees",
        *(fiche.page for fiche in load_catalogue().fiches))
# Bytes of the figures and of the HTML of one page, blocks and elements sent: a third above the heaviest page of today.
FIGURES, HTML, MESSAGES = 90_000, 155_000, 180


@dataclass
class Visite:
    """The second visit of a page, with the queries it asked."""

    ecran: Ecran
    requetes: list[str] = field(default_factory=list)
    pages_cherchees: int = 0


@pytest.fixture(scope="module")
def chaudes() -> Iterator[dict[str, Visite]]:
    """Each page visited once, then again while the queries are counted."""
    with pytest.MonkeyPatch.context() as patch:
        posees: list[str] = []
        iterate = Base.iterate

        def count(base: Base, sql: str, parametres: object = ()) -> Iterator[dict]:
            posees.append(sql)
            return iterate(base, sql, parametres)

        st.cache_resource.clear()
        patch.setattr(Base, "iterate", count)
        for page in LUES:
            visit(page, ANNEE)
        froides, vues = len(posees), {}
        for page in LUES:
            posees.clear()
            avant = keep_entree.cache_info().misses
            vues[page] = Visite(visit(page, ANNEE), list(posees), keep_entree.cache_info().misses - avant)
        assert froides > 0
        yield vues


@pytest.mark.parametrize("page", LUES)
def test_page_seen_before_asks_nothing_again(chaudes: dict[str, Visite], page: str) -> None:
    assert chaudes[page].requetes == []
    assert chaudes[page].pages_cherchees == 0


@pytest.mark.parametrize("page", LUES)
def test_page_stays_light(chaudes: dict[str, Visite], page: str) -> None:
    ecran = chaudes[page].ecran
    figures = sum(len(graphique.spec) for graphique in ecran.graphiques)
    html = sum(len(texte.encode()) for texte in ecran.htmls)
    messages = sum(1 for _ in walk(ecran.essai.main))
    assert (figures <= FIGURES, html <= HTML, messages <= MESSAGES) == (True, True, True), (figures, html, messages)


def test_folders_of_queries_are_listed_once() -> None:
    assert list_sql("indicateurs") is list_sql("indicateurs")
