"""A real browser on a server that nobody has visited yet."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.server.chromium import launch, open_page, wait_until_drawn
from tests.server.lancement import serve


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with launch() as browser:
        yield browser


@pytest.fixture(scope="module")
def visite(chromium: Browser, dossier: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Page, list]]:
    """The very first visit, straight to a page's own address."""
    anomalies: list[str] = []
    with serve(dossier, tmp_path_factory.mktemp("visite") / "serveur.log") as port:
        page = open_page(chromium, 1280, anomalies)
        page.goto(f"http://127.0.0.1:{port}/suite")
        wait_until_drawn(page)
        page.wait_for_selector(".js-plotly-plot .main-svg", state="attached")
        yield page, anomalies


def test_first_visit_to_a_page_has_the_navigation(visite: tuple[Page, list]) -> None:
    page, _ = visite
    assert page.locator("h1").inner_text() == "Suite"
    assert page.locator("[data-testid=stSidebarNavLink]").count() == 2


def test_page_breaks_no_rule_and_calls_nobody(visite: tuple[Page, list]) -> None:
    page, anomalies = visite
    with page.expect_download() as download:
        page.get_by_role("button", name="Prendre le fichier").click()
    assert download.value.suggested_filename == "donnees.csv"
    assert anomalies == []


def test_page_is_french_in_an_english_browser(visite: tuple[Page, list]) -> None:
    page, _ = visite
    assert page.evaluate("[document.documentElement.lang, navigator.language]") == ["fr", "fr-FR"]
    uploader = page.locator("[data-testid=stFileUploader]")
    expect(uploader).to_contain_text("Choisir un fichier")
    expect(uploader).to_contain_text("200 Mo au plus par fichier")
    expect(page.get_by_label("Commune")).to_have_attribute("placeholder", "Choisir")
    for label in ("Barre latérale", "Choisir une date", "Lien vers ce titre", "Plein écran"):
        assert page.locator(f"[aria-label='{label}']").count(), label


def test_words_of_the_product_are_left_alone(visite: tuple[Page, list]) -> None:
    page, _ = visite
    assert page.locator("[data-testid=stHtml] b").inner_text() == "Upload"


def test_calendar_is_french(visite: tuple[Page, list]) -> None:
    page, _ = visite
    page.get_by_label("Choisir une date").first.click()
    expect(page.get_by_text("janvier").first).to_be_attached()
    page.keyboard.press("Escape")


def test_error_on_a_page_is_one_french_sentence(visite: tuple[Page, list]) -> None:
    page, _ = visite
    page.get_by_role("button", name="Casser").click()
    expect(page.locator("[data-testid=stAlert]")).to_have_text(
        re.compile("^Cette page n’a pas pu être calculée.* numéro d’erreur [0-9a-f]{8} à la personne"))
    assert "confidentiel" not in page.content()
