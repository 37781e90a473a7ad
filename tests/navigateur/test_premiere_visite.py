"""The very first visit to a fresh server, straight to a fiche's own address."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.navigateur.attente import settle
from tests.navigateur.constat import MENU
from tests.server.chromium import open_page
from tests.server.lancement import PROJECT, serve


def test_first_visit_opens_the_fiche_with_the_navigation_and_the_year(chromium: Browser,
                                                                      tmp_path_factory: pytest.TempPathFactory) -> None:
    anomalies: list[str] = []
    journal: Path = tmp_path_factory.mktemp("premiere") / "serveur.log"
    with serve(PROJECT, journal) as port:
        page = open_page(chromium, 1280, anomalies)
        page.goto(f"http://127.0.0.1:{port}/fa04_heures_insertion?annee=2023")
        settle(page)
        expect(page.locator("h1")).to_have_text("Heures d’insertion")
        expect(page.locator("p.sp-surtitre")).to_contain_text("2023")
        expect(page.get_by_role("radiogroup", name="Année")).to_be_visible()
        assert page.locator("[data-testid=stSidebarNavLink]").count() == len(MENU)
        page.context.close()
    assert anomalies == []
    assert "Traceback" not in journal.read_text("utf-8")
