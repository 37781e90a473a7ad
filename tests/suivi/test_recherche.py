"""The search box finds every thing by its own name, and never breaks."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spapser.catalogue.model import Fiche
from spapser.suivi.recherche import Entree, build_index, search
from tests.suivi.edition import CATALOGUE, name, open_base

PAGES = {fiche.page for fiche in CATALOGUE.fiches} | {"matinale"}
COURT = 4


@cache
def open_index() -> list[Entree]:
    base = open_base()
    return build_index(CATALOGUE, base.rows("marches"), base.rows("structures"), base.rows("programmation"))


def find(demande: str) -> list[tuple[str, str]]:
    return [(entree.genre, entree.titre) for entree in search(open_index(), demande)]


def list_noms(jeu: str, colonne: str) -> list[str]:
    return sorted({ligne[colonne] for ligne in open_base().rows(jeu)})


@pytest.mark.parametrize("fiche", CATALOGUE.fiches, ids=name)
def test_every_fiche_is_found_by_its_title(fiche: Fiche) -> None:
    assert find(fiche.titre)[0] == ("Fiche", fiche.titre)
    assert ("Fiche", fiche.titre) in find(fiche.titre_court)


@pytest.mark.parametrize("fiche", CATALOGUE.fiches, ids=name)
def test_every_fiche_is_found_by_each_word_of_its_title(fiche: Fiche) -> None:
    mots = [mot for mot in fiche.titre.replace("’", " ").replace(",", " ").split() if len(mot) > COURT]
    assert [mot for mot in mots if ("Fiche", fiche.titre) not in find(mot)] == []


@pytest.mark.parametrize("fiche", CATALOGUE.fiches, ids=name)
def test_objectives_and_indicators_are_found_by_their_name(fiche: Fiche) -> None:
    assert [o.titre for o in fiche.objectifs if ("Objectif", o.titre) not in find(o.titre)] == []
    assert [i.libelle for i in fiche.indicateurs if ("Indicateur", i.libelle) not in find(i.libelle)] == []
    assert [i.code for i in fiche.indicateurs if ("Indicateur", i.libelle) not in find(i.code)] == []


@pytest.mark.parametrize(("genre", "jeu", "colonne"), [
    ("Marché", "marches", "marche"), ("Structure", "structures", "structure"), ("Achat à venir", "programmation", "achat")])
def test_every_row_is_found_by_its_name(genre: str, jeu: str, colonne: str) -> None:
    noms = list_noms(jeu, colonne)
    assert noms
    assert [nom for nom in noms if (genre, nom) not in find(nom)] == []


@pytest.mark.parametrize("jeu", ["marches"])
def test_a_contract_is_found_by_its_holder(jeu: str) -> None:
    titulaires = [nom for nom in list_noms(jeu, "titulaire") if nom]
    assert [nom for nom in titulaires if not any(genre == "Marché" for genre, _ in find(nom))] == []


@pytest.mark.parametrize("demande", ["écologie", "ÉCOLOGIE", "ecologie", "  Écologie  "])
def test_accents_case_and_spaces_do_not_matter(demande: str) -> None:
    assert find(demande) == find("ecologie")


@pytest.mark.parametrize("demande", ["heures d'insertion", "heures d’insertion", "HEURES D INSERTION", "insertion heures"])
def test_apostrophes_and_the_order_of_words_do_not_matter(demande: str) -> None:
    assert ("Indicateur", "Heures d’insertion réalisées") in find(demande)


@pytest.mark.parametrize("demande", ["", "   ", "'", "’ ’", "\u00a0"])
def test_nothing_asked_gives_nothing(demande: str) -> None:
    assert find(demande) == []


def test_unknown_word_gives_nothing() -> None:
    assert find("zzzyyyxxx") == []


def test_titles_that_hold_the_words_come_first() -> None:
    titres = [("nettoyage" in titre.casefold()) for _, titre in find("nettoyage")]
    assert titres
    assert titres == sorted(titres, reverse=True)


def test_each_result_leads_to_a_page_that_exists_and_stands_once() -> None:
    assert {entree.page for entree in open_index()} <= PAGES
    assert len(set(open_index())) == len(open_index())


@given(st.text(max_size=80))
def test_any_text_may_be_searched(demande: str) -> None:
    assert len(search(open_index(), demande)) <= 30
