"""States of a page that its address alone does not show: results of a search, a year with little, a list unfolded."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.navigateur.attente import settle, unfold
from tests.navigateur.constat import CONTRASTE, STRUCTURE

COMBINAISONS = pytest.mark.parametrize(("largeur", "theme"), [(1280, "light"), (375, "light"), (1280, "dark"), (375, "dark")])
VIDES = ("/", "/fa02_utilite_sociale", "/fa07_charte_egalite", "/fa11_alimentation_durable", "/matinale", "/obligations")


def search(page: Page) -> None:
    """Type a word and wait for what it finds."""
    page.get_by_label("Rechercher une fiche").fill("nettoyage")
    page.keyboard.press("Enter")
    expect(page.locator("ul.resultats a").first).to_be_visible()


def list_faults(page: Page, run_axe: Callable[[Page], list[str]]) -> list[str]:
    """What axe, the contrasts and the skeleton of the page say of its present state."""
    return [*run_axe(page), *page.evaluate(CONTRASTE), *page.evaluate(STRUCTURE)]


@COMBINAISONS
def test_results_of_a_search_break_no_rule(page_a: Callable[..., Page], ouvrir: Callable[..., Page],
                                           run_axe: Callable[[Page], list[str]], largeur: int, theme: str) -> None:
    page = settle(ouvrir(page_a(largeur, color_scheme=theme), "/?annee=2024"))
    search(page)
    assert list_faults(settle(page), run_axe) == []


@COMBINAISONS
def test_a_year_with_little_to_show_breaks_no_rule(page_a: Callable[..., Page], ouvrir: Callable[..., Page],
                                                   run_axe: Callable[[Page], list[str]], largeur: int, theme: str) -> None:
    page, fautes = page_a(largeur, color_scheme=theme), {}
    for chemin in VIDES:
        unfold(settle(ouvrir(page, f"{chemin}?annee=2023")))
        fautes[chemin] = list_faults(page, run_axe)
    assert fautes == {chemin: [] for chemin in VIDES}
