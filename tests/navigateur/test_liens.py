"""An address can be shared: it opens on the same page, year and filters for whoever receives it."""

import re
from collections.abc import Callable
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.navigateur.attente import settle
from tests.navigateur.constat import FICHES, MENU

ANCIENNE, DERNIERE = "2023", "2024"


@pytest.fixture
def bureau(page_a: Callable[..., Page]) -> Page:
    return page_a(1280)


def choose_annee(page: Page, annee: str) -> None:
    page.get_by_role("radiogroup", name="Année").get_by_role("radio", name=annee).click()
    expect_annee(page, annee)


def expect_annee(page: Page, annee: str) -> None:
    expect(page.get_by_role("radiogroup", name="Année").get_by_role("radio", name=annee)).to_be_checked()


def read_adresse(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_an_address_with_a_year_opens_on_that_year(bureau: Page, ouvrir: Callable[..., Page]) -> None:
    settle(ouvrir(bureau, "/fa04_heures_insertion?annee=2023"))
    expect_annee(bureau, ANCIENNE)
    expect(bureau.locator("p.sp-surtitre")).to_contain_text(ANCIENNE)
    expect(bureau.locator("ul.mesures")).to_contain_text("58\u202f526")
    assert read_adresse(bureau)["annee"] == [ANCIENNE]


def test_choosing_a_year_changes_figures_and_address(bureau: Page, ouvrir: Callable[..., Page],
                                                     page_a: Callable[..., Page]) -> None:
    settle(ouvrir(bureau, "/fa04_heures_insertion?annee=2023"))
    choose_annee(bureau, DERNIERE)
    expect(bureau.locator("ul.mesures")).to_contain_text("97\u202f972")
    expect(bureau).not_to_have_url(re.compile("2023"))
    autre = page_a(1280)
    autre.goto(bureau.url)
    settle(autre)
    expect(autre.locator("p.sp-surtitre")).to_contain_text(DERNIERE)
    choose_annee(bureau, ANCIENNE)
    expect(bureau).to_have_url(re.compile(r"annee=2023"))


@pytest.mark.parametrize("annee", ["1999", "", "abc"])
def test_a_year_that_does_not_exist_opens_on_the_last(bureau: Page, ouvrir: Callable[..., Page], annee: str) -> None:
    settle(ouvrir(bureau, f"/fa04_heures_insertion?annee={annee}"))
    expect_annee(bureau, DERNIERE)
    expect(bureau.locator("ul.mesures")).to_contain_text("97\u202f972")
    assert bureau.locator("[data-testid=stException], [data-testid=stAlert]").count() == 0


def test_a_card_leads_to_its_fiche_with_the_chosen_year(bureau: Page, ouvrir: Callable[..., Page]) -> None:
    settle(ouvrir(bureau, "/?annee=2023"))
    bureau.get_by_role("link", name="Ouvrir la fiche 4").click()
    expect(bureau.locator("p.sp-surtitre")).to_contain_text("Fiche action 4")
    expect(bureau.locator("p.sp-surtitre")).to_contain_text(ANCIENNE)
    expect_annee(bureau, ANCIENNE)
    assert read_adresse(bureau)["annee"] == [ANCIENNE]


def test_the_menu_keeps_the_chosen_year_on_screen_and_in_the_address(bureau: Page, ouvrir: Callable[..., Page]) -> None:
    settle(ouvrir(bureau, "/"))
    choose_annee(bureau, ANCIENNE)
    menu = bureau.get_by_test_id("stSidebarNav")
    for nom, titre in (("Heures d’insertion", "Heures d’insertion"), ("Trajectoires", "Trajectoires")):
        menu.get_by_role("link", name=nom).click()
        expect(bureau.locator("h1")).to_have_text(titre)
        expect_annee(bureau, ANCIENNE)
        expect(bureau).to_have_url(re.compile(r"annee=2023"))


def test_the_way_back_keeps_the_chosen_year(bureau: Page, ouvrir: Callable[..., Page]) -> None:
    settle(ouvrir(bureau, "/?annee=2023"))
    bureau.get_by_role("link", name="Ouvrir la fiche 4").click()
    expect(bureau.locator("p.sp-surtitre")).to_contain_text("Fiche action 4")
    bureau.go_back()
    expect(bureau.locator("h1")).to_contain_text("Où en est le SPAPSER en 2023")
    expect_annee(bureau, ANCIENNE)


def test_filters_of_trajectories_come_back_from_the_address(bureau: Page, ouvrir: Callable[..., Page],
                                                            page_a: Callable[..., Page]) -> None:
    settle(ouvrir(bureau, f"/trajectoires?axe={quote('Insertion et handicap')}&statut=atteint&mots=heures"))
    lignes = bureau.locator("table tbody tr")
    expect(lignes).to_have_count(1)
    expect(lignes).to_contain_text("Heures d’insertion réalisées")
    expect(bureau.get_by_label("Mots de l’indicateur")).to_have_value("heures")
    bureau.get_by_label("Mots de l’indicateur").fill("insertion")
    bureau.keyboard.press("Enter")
    expect(bureau).to_have_url(re.compile("mots=insertion"))
    autre = page_a(1280)
    autre.goto(bureau.url)
    settle(autre)
    expect(autre.get_by_label("Mots de l’indicateur")).to_have_value("insertion")
    expect(autre.locator("table tbody tr")).to_have_count(1)


def test_a_search_comes_back_from_the_address_and_leads_somewhere(bureau: Page, ouvrir: Callable[..., Page]) -> None:
    settle(ouvrir(bureau, "/?recherche=smartphones&annee=2023"))
    expect(bureau.get_by_role("status").filter(has_text="résultat")).to_contain_text("smartphones")
    bureau.get_by_role("link", name="Smartphones reconditionnés achetés").first.click()
    expect(bureau.locator("p.sp-surtitre")).to_contain_text("Fiche action 10")
    expect_annee(bureau, ANCIENNE)


def test_filters_of_checks_come_back_from_the_address(bureau: Page, ouvrir: Callable[..., Page]) -> None:
    settle(ouvrir(bureau, f"/controles?fiche={quote('Fiche 4')}"))
    entetes = bureau.locator("table tbody th")
    assert entetes.count() > 0
    assert [texte for texte in entetes.all_text_contents() if "Fiche 4" not in texte] == []


def test_filters_that_do_not_exist_are_left_aside(bureau: Page, ouvrir: Callable[..., Page]) -> None:
    settle(ouvrir(bureau, "/trajectoires?axe=Lune&statut=%3Cb%3E&mots="))
    assert bureau.locator("[data-testid=stException], [data-testid=stAlert]").count() == 0
    assert bureau.locator("table tbody tr").count() > len(FICHES)


def test_menu_titles_lead_where_they_say(bureau: Page, ouvrir: Callable[..., Page]) -> None:
    settle(ouvrir(bureau, "/"))
    liens = bureau.locator("[data-testid=stSidebarNavLink]")
    assert liens.count() == len(MENU)
    noms = liens.all_inner_texts()
    assert len(set(noms)) == len(MENU)
