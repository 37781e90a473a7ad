"""A page that cannot be shown says so in one French sentence, inside the frame; the others are drawn."""

import pytest
import streamlit as st

from spapser.suivi.contrats import list_contrats
from tests.pages.ecran import Ecran, visit
from tests.store.test_memoire import GOURMANDE

AUTRES = ("synthese", "trajectoires", "fa05_marches_reserves", "donnees")


@pytest.fixture
def page_gourmande(contrats_publies: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The list of contracts asks the base for more memory than it may take."""
    def ask_too_much(base, *suite) -> list[dict]:
        base.query(GOURMANDE)
        return list_contrats(base, *suite)

    monkeypatch.setenv("SPAPSER_MEMOIRE_PAGES", "30MB")
    monkeypatch.setattr("spapser.ui.marches.memoire.list_contrats", ask_too_much)
    st.cache_resource.clear()


def read_erreurs(ecran: Ecran) -> list[str]:
    return [erreur.value for erreur in ecran.essai.error]


@pytest.mark.usefixtures("page_gourmande")
def test_a_page_that_asks_for_too_much_memory_says_so_and_the_others_are_drawn() -> None:
    refusee = visit("marches", 2025)
    assert [e.value for e in refusee.essai.exception] == []
    (phrase,) = read_erreurs(refusee)
    assert phrase.startswith("Cette page demande plus de mémoire que les 30\u00a0Mo réservés")
    assert refusee.elements("h1")
    for page in AUTRES:
        ecran = visit(page, 2025)
        assert (read_erreurs(ecran), [e.value for e in ecran.essai.exception]) == ([], [])
        assert ecran.elements("h1")


@pytest.mark.usefixtures("page_gourmande")
def test_the_page_is_drawn_again_once_it_asks_for_less(monkeypatch: pytest.MonkeyPatch) -> None:
    refusee = visit("marches", 2025)
    assert read_erreurs(refusee)
    monkeypatch.setattr("spapser.ui.marches.memoire.list_contrats", list_contrats)
    assert (read_erreurs(Ecran(refusee.essai.run())), refusee.elements("table") != []) == ([], True)
