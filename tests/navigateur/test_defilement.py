"""A table too wide for the page scrolls alone, and says so."""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.navigateur.attente import settle

DITS = """() => [...document.querySelectorAll('.tableau')].filter(e => e.checkVisibility()).map(e => ({
    large: e.scrollWidth > e.clientWidth + 1, focalisable: e.tabIndex === 0,
    dit: getComputedStyle(e.querySelector('caption'), '::after').content.includes('faire défiler')}))"""


def test_a_table_that_scrolls_says_so(page_a: Callable[..., Page], ouvrir: Callable[..., Page]) -> None:
    tableaux = settle(ouvrir(page_a(800), "/controles?annee=2024")).evaluate(DITS)
    assert [tableau for tableau in tableaux if tableau["large"]]
    assert [tableau for tableau in tableaux if tableau["dit"] != tableau["large"] or not tableau["focalisable"]] == []
