"""Addresses whose parameters are meant to harm: each page is drawn, says in words what it leaves aside, and runs nothing."""

from collections.abc import Callable
from itertools import cycle
from urllib.parse import quote, urlencode

import pytest
from playwright.sync_api import Page, expect

from tests.navigateur.attente import settle
from tests.navigateur.hostile import TEXTES, list_alive, list_missing

MARCHES = ("fiche", "fait", "reponse", "parmi", "type", "division", "procedure", "clause", "reservation", "entreprises", "etat",
           "titulaire", "texte", "montant_min", "montant_max", "periode", "tri", "sens", "page", "contrat")
PAGES = {"": ("recherche",), "marches": MARCHES[:-1], "fa04_heures_insertion": (), "trajectoires": ("axe", "statut", "mots"),
         "controles": ("fiche", "famille"), "matinale": ("achats",), "exporter": ("emporter",), "glossaire": (),
         "journal": ("publication", "page"), "deposer": ("jeu", "an"), "saisir": ("quoi", "jeu"), "presenter": ("diapo",)}
COMMUNS = ("annee", "edition", "marche", "q", "embed", "embed_options", "inconnu", "__proto__", "constructor")
NOMBRES = ("-1", "1" + "0" * 400, "1e309", "NaN", "²", "\x00", "%", "\ud7ff\u202e")


@pytest.fixture
def page(page_a: Callable[..., Page], anomalies: list[str]) -> Page:
    """An empty page, where a window that opens is an anomaly."""
    ouverte = page_a(1280)
    ouverte.on("dialog", lambda fenetre: (anomalies.append(f"fenêtre : {fenetre.message}"), fenetre.dismiss()))
    return ouverte


def expect_inert(page: Page) -> None:
    """The page is whole: no error on it, nothing alive in it."""
    assert list_alive(page) == []
    expect(page.get_by_test_id("stException")).to_have_count(0)
    assert page.get_by_text("n’a pas pu être calculée").count() == 0


@pytest.mark.parametrize("valeurs", [TEXTES, NOMBRES], ids=["texts", "numbers"])
@pytest.mark.parametrize("nom", PAGES)
def test_each_page_is_drawn_whatever_its_address_asks(page: Page, ouvrir: Callable[..., Page], nom: str, valeurs: tuple) -> None:
    suite = urlencode(list(zip((*PAGES[nom], *COMMUNS), cycle(valeurs))))
    ouvrir(page, f"/{nom}?{suite}")
    expect_inert(page)


def test_what_a_search_does_not_find_is_repeated_to_the_letter(page: Page, ouvrir: Callable[..., Page]) -> None:
    for texte in TEXTES[::3]:
        settle(ouvrir(page, f"/?recherche={quote(texte)}"))
        expect_inert(page)
        assert list_missing(page, [f"pour «{texte}»"]) == []


def test_a_filter_that_means_nothing_is_repeated_to_the_letter(page: Page, ouvrir: Callable[..., Page]) -> None:
    for texte in TEXTES[1::3]:
        settle(ouvrir(page, f"/marches?edition={quote(texte)}&fait={quote(texte)}&texte={quote(texte)}"))
        expect_inert(page)
        assert list_missing(page, [f"« {texte[:40]} »", f"« {texte[:20]} »"]) == []


def test_a_contract_that_does_not_exist_is_repeated_to_the_letter(page: Page, ouvrir: Callable[..., Page]) -> None:
    for texte in TEXTES[2::3]:
        settle(ouvrir(page, f"/marches?contrat={quote(texte)}"))
        expect_inert(page)
        assert list_missing(page, [f"« {texte[:40]} »"]) == []


def test_ten_thousand_parameters_draw_the_same_page(page: Page, ouvrir: Callable[..., Page]) -> None:
    ouvrir(page, "/marches?" + "&".join("a" for _ in range(10_000)))
    expect_inert(page)
