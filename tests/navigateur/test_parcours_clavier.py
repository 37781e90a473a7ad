"""Each journey with the keys alone: Tab, Enter, Space, arrows and letters. The focus is seen at every stop."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.navigateur.attente import settle
from tests.navigateur.clavier import NOMME, sign, tab_to

LENT = 30_000
SUIVRE = """() => {
    window.executions = 0;
    new MutationObserver(() => { window.executions += 1; }).observe(
        document.querySelector('[data-testid=stApp]'), {attributeFilter: ['data-test-script-state']});
}"""
DUREES = """() => [...document.querySelectorAll('*')].filter(e => {
    const style = getComputedStyle(e);
    const secondes = liste => Math.max(...liste.split(',').map(parseFloat));
    return secondes(style.transitionDuration) > 0.01
        || style.animationName !== 'none' && secondes(style.animationDuration) > 0.01;
}).map(e => e.outerHTML.slice(0, 90))"""


@pytest.fixture(scope="module")
def adresse(adresse_des_contrats: str) -> str:
    """The product over a year of contracts: three editions."""
    return adresse_des_contrats


@pytest.fixture
def page(page_a: Callable[..., Page]) -> Page:
    """A page on a desk."""
    return page_a(1280)


def test_the_first_stop_leads_to_the_content(page: Page, ouvrir: Callable[..., Page]) -> None:
    settle(ouvrir(page, "/fa04_heures_insertion?annee=2024"))
    page.keyboard.press("Tab")
    assert page.evaluate(NOMME, "Aller au contenu principal")
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.matches('main') || location.hash === '#stMain'")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('main') !== null")


def test_a_fiche_is_opened_from_the_menu(page: Page, ouvrir: Callable[..., Page]) -> None:
    settle(ouvrir(page, "/?annee=2024"))
    tab_to(page, "4 · Heures d’insertion")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Heures d’insertion", timeout=LENT)


def test_contracts_are_filtered_and_one_is_opened(page: Page, ouvrir: Callable[..., Page]) -> None:
    settle(ouvrir(page, "/marches?annee=2025"))
    tab_to(page, "Mots de l’objet, ou numéro")
    page.keyboard.type("espaces verts")
    page.keyboard.press("Enter")
    expect(page.locator("p.resultat")).to_contain_text("contrat", timeout=LENT)
    expect(page).to_have_url(re.compile("texte="), timeout=LENT)
    settle(page)
    tab_to(page, "Entretien des espaces verts")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Entretien des espaces verts", timeout=LENT)


def test_a_publication_is_undone(page: Page, ouvrir: Callable[..., Page]) -> None:
    settle(ouvrir(page, "/journal?publication=3"))
    tab_to(page, "Voir ce que l’annulation changerait")
    page.keyboard.press("Enter")
    page.get_by_label("Motif").wait_for(timeout=LENT)
    settle(page)
    sign(page, "Sans souris")
    expect(page.locator(".bandeau.succes")).to_contain_text("annulée", timeout=LENT)


def test_slides_are_shown_and_left(page: Page, ouvrir: Callable[..., Page]) -> None:
    ouvrir(page, "/presenter?annee=2024")
    tab_to(page, "Commencer")
    page.keyboard.press("Enter")
    expect(page.locator("[data-diapo='1']")).to_be_visible(timeout=LENT)
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-diapo='2']")).to_be_visible(timeout=LENT)
    page.keyboard.press("ArrowLeft")
    expect(page.locator("[data-diapo='1']")).to_be_visible(timeout=LENT)
    tab_to(page, "Préparer la présentation")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Commencer")).to_be_visible(timeout=LENT)


def test_a_document_is_taken_away(page: Page, adresse: str) -> None:
    page.goto(f"{adresse}/exporter?annee=2024")  # the documents get ready meanwhile
    page.wait_for_selector(".exports a")
    tab_to(page, "Télécharger")
    with page.expect_download(timeout=2 * LENT) as attente:
        page.keyboard.press("Enter")
    assert attente.value.suggested_filename.startswith("spapser-bilan-2024")


def test_a_letter_alone_does_nothing(page: Page, ouvrir: Callable[..., Page]) -> None:
    settle(ouvrir(page, "/methode?annee=2024"))
    page.evaluate(SUIVRE)
    for touche in "rcRC":
        page.keyboard.press(touche)
    page.wait_for_timeout(700)
    assert page.evaluate("() => window.executions") == 0
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_no_movement_for_who_wants_none(page_a: Callable[..., Page], ouvrir: Callable[..., Page]) -> None:
    page = settle(ouvrir(page_a(1280, reduced_motion="reduce"), "/fa04_heures_insertion?annee=2024"))
    assert page.evaluate(DUREES) == []
