"""The same figures without scripts: the page says where, and the standalone edition is served."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.navigateur.attente import settle


def test_the_foot_of_a_page_leads_to_its_year_in_plain_tables(page_a: Callable[..., Page], ouvrir: Callable[..., Page],
                                                              run_axe: Callable[[Page], list[str]]) -> None:
    page = settle(ouvrir(page_a(375), "/fa04_heures_insertion?annee=2023"))
    page.get_by_role("link", name="Lire l’année 2023 sans script").click()
    expect(page.locator("h1")).to_contain_text("2023")
    assert page.locator("script").count() == 0
    assert page.locator("table caption").count() > 10
    assert run_axe(page) == []


def test_without_scripts_the_way_is_shown(page_a: Callable[..., Page], adresse: str) -> None:
    page = page_a(1280, java_script_enabled=False)
    page.goto(adresse)
    page.get_by_role("link", name="documents et données").click()
    page.get_by_role("link", name=re.compile(r"^edition-2024\.html$")).click()
    expect(page.locator("h1")).to_contain_text("2024")
    expect(page.locator(".fiche", has=page.locator("#fa04"))).to_contain_text("97\u202f972")
