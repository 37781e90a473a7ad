"""Links from page to page are followed inside the session: nothing is loaded again, the year stays, the way back works."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.navigateur.attente import settle
from tests.navigateur.test_liens import expect_annee


@pytest.fixture
def bureau(page_a: Callable[..., Page]) -> Page:
    return page_a(1280)


@pytest.fixture
def charges(bureau: Page) -> list[str]:
    """The documents that the browser loads."""
    vus: list[str] = []
    bureau.on("request", lambda demande: vus.append(demande.url) if demande.resource_type == "document" else None)
    return vus


def test_a_card_a_result_and_the_way_back_load_nothing_again(bureau: Page, ouvrir: Callable[..., Page],
                                                             charges: list[str]) -> None:
    settle(ouvrir(bureau, "/?annee=2023&recherche=smartphones"))
    bureau.get_by_role("link", name="Ouvrir la fiche 9").click()
    expect(bureau.locator("h1")).to_have_text("Construction durable")
    expect(bureau).to_have_title(re.compile("Construction durable"))
    expect_annee(bureau, "2023")
    assert bureau.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 0
    bureau.go_back()
    expect(bureau.locator("h1")).to_contain_text("Où en est le SPAPSER en 2023")
    bureau.get_by_role("link", name="Smartphones reconditionnés achetés").first.click()
    expect(bureau.locator("p.sp-surtitre")).to_contain_text("Fiche action 10")
    assert len(charges) == 1


def test_a_link_that_names_a_year_opens_on_it(bureau: Page, ouvrir: Callable[..., Page], charges: list[str]) -> None:
    settle(ouvrir(bureau, "/fa04_heures_insertion?annee=2023"))
    bureau.get_by_role("link", name="Accessibilité : non conforme").click()
    expect(bureau.locator("h1")).to_contain_text("Déclaration d’accessibilité")
    expect(bureau).to_have_url(re.compile("annee=2023"))
    bureau.get_by_role("link", name="Petites structures").click()
    expect_annee(bureau, "2023")
    assert len(charges) == 1


def test_a_word_of_the_field_leads_to_its_definition(bureau: Page, ouvrir: Callable[..., Page], charges: list[str]) -> None:
    settle(ouvrir(bureau, "/fa01_petites_structures?annee=2023"))
    bureau.locator("a.terme").first.click()
    expect(bureau.locator("h1")).to_have_text("Glossaire")
    expect(bureau.locator(".bandeau")).to_be_visible()
    assert len(charges) == 1


def test_a_file_and_another_tab_are_left_to_the_browser(bureau: Page, ouvrir: Callable[..., Page], charges: list[str]) -> None:
    settle(ouvrir(bureau, "/?annee=2023"))
    with bureau.context.expect_page() as ouverte:
        bureau.get_by_role("link", name="Ouvrir la fiche 4").click(modifiers=["Control"])
    expect(ouverte.value).to_have_url(re.compile("fa04_heures_insertion"))
    assert bureau.locator("h1").inner_text().startswith("Où en est")
    bureau.get_by_role("link", name="Lire l’année 2023 sans script, en une page").click()
    expect(bureau).to_have_url(re.compile("donnees/edition-2023.html"))
    assert len(charges) == 2
