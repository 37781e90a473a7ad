"""The contracts in a real browser: an address opens on its filters, a choice goes to it, a sheet leads back to them."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.navigateur.attente import settle, unfold

TAILLES = pytest.mark.parametrize(("largeur", "theme"), [(1280, "light"), (375, "light"), (1280, "dark")])
LENT = 60_000  # a page that nobody opened yet is computed, on a machine that may be busy


@pytest.fixture(scope="module")
def adresse(adresse_des_contrats: str) -> str:
    """The product over a year of contracts."""
    return adresse_des_contrats


def expect_resultat(page: Page, texte: str) -> None:
    expect(page.locator("p.resultat")).to_contain_text(texte, timeout=LENT)
    settle(page)


@TAILLES
def test_list_and_sheet_break_no_accessibility_rule(page_a: Callable[..., Page], ouvrir: Callable[..., Page],
                                                    run_axe: Callable[[Page], list[str]], largeur: int, theme: str) -> None:
    page = settle(ouvrir(page_a(largeur, color_scheme=theme), "/marches?annee=2025&fait=clause_sociale&montant_min=beaucoup"))
    expect(page.locator(".bandeau.fictif")).to_be_visible()
    assert run_axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= largeur
    page.get_by_role("link", name="Réfection de la voirie").click()
    expect(page.locator("h1")).to_contain_text("Réfection de la voirie", timeout=LENT)
    unfold(settle(page))
    assert run_axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= largeur


def test_filters_of_the_address_are_found_again_by_whoever_receives_it(page_a: Callable[..., Page],
                                                                       ouvrir: Callable[..., Page]) -> None:
    page = settle(ouvrir(page_a(1280), "/marches?annee=2025&type=fournitures&tri=montant"))
    expect_resultat(page, "30\u00a0contrats")
    expect(page.locator("table tbody tr").nth(0)).to_contain_text("numéro 28")
    page.get_by_role("button", name="Page suivante").click()
    expect(page.locator("caption")).to_have_text("Contrats 26 à 30 sur 30", timeout=LENT)
    expect(page).to_have_url(re.compile("page=2"))
    page.get_by_label("Mots de l’objet, ou numéro").fill("numéro 28")
    page.keyboard.press("Enter")
    expect_resultat(page, "1\u00a0contrat notifié")
    autre = page_a(375)
    autre.goto(page.url)
    settle(autre)
    expect_resultat(autre, "1\u00a0contrat notifié")
    expect(autre.get_by_label("Mots de l’objet, ou numéro")).to_have_value("numéro 28")
    page.go_back()
    expect_resultat(page, "30\u00a0contrats")
    expect(page.get_by_label("Mots de l’objet, ou numéro")).to_have_value("")
    page.get_by_role("link", name="Effacer les filtres").click()
    expect_resultat(page, "33\u00a0contrats")
    expect(page).not_to_have_url(re.compile("type="), timeout=LENT)
    expect(page).to_have_url(re.compile("annee=2025|marches$"))


def test_a_sheet_leads_back_to_the_filtered_list_and_the_selection_is_taken_away(page_a: Callable[..., Page],
                                                                                 ouvrir: Callable[..., Page]) -> None:
    page = settle(ouvrir(page_a(1280), "/marches?annee=2025&clause=reservation"))
    page.get_by_role("link", name="Entretien des espaces verts").click()
    expect(page.locator("h1")).to_contain_text("Entretien des espaces verts", timeout=LENT)
    settle(page)
    page.get_by_role("link", name="Revenir à la liste des contrats").click()
    expect_resultat(page, "1\u00a0contrat notifié")
    expect(page).to_have_url(re.compile("clause=reservation"))
    with page.expect_download() as fichier:
        page.get_by_role("button", name="Emporter ce contrat").click()
    assert fichier.value.suggested_filename == "spapser-selection-contrats-2025-donnees-fictives-edition-3.csv"


def test_the_text_of_a_contract_runs_nothing(page_a: Callable[..., Page], ouvrir: Callable[..., Page]) -> None:
    page = page_a(1280)
    page.on("dialog", lambda dialogue: pytest.fail(dialogue.message))
    settle(ouvrir(page, "/marches?annee=2025&texte=alert"))
    page.get_by_role("link", name="<script>alert(1)").click()
    expect(page.locator("h1")).to_contain_text("<script>alert(1)</script>", timeout=LENT)
