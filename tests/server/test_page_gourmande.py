"""A real server with a page that asks for too much memory: that page says so, the others live, now and at the same time."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.server.chromium import launch, open_page, wait_until_drawn
from tests.server.lancement import PROJECT, fetch, serve
from tests.store.test_memoire import GOURMANDE

PAGE = f"""
from spapser.ui.cache import open_base
from spapser.ui.cadre import render_titre

render_titre("Territoire", "Une page qui demande trop.")
open_base().query({GOURMANDE!r})
"""
DITE = re.compile("^Cette page demande plus de mémoire que les 40.Mo réservés à une édition.: choisir une seule année")
AUTRES = ("", "trajectoires", "fa04_heures_insertion", "controles", "donnees")


@pytest.fixture
def application(tmp_path: Path) -> Path:
    """The product, one of its pages being greedy."""
    dossier = tmp_path / "application"
    shutil.copytree(PROJECT / "pages", dossier / "pages")
    shutil.copytree(PROJECT / ".streamlit", dossier / ".streamlit")
    shutil.copy(PROJECT / "app.py", dossier)
    (dossier / "pages" / "territoire.py").write_text(PAGE, "utf-8")
    return dossier


def test_one_greedy_page_does_not_take_the_others_with_it(application: Path, tmp_path: Path) -> None:
    anomalies: list[str] = []
    journal, variables = tmp_path / "serveur.log", {"SPAPSER_DEPOT": str(tmp_path / "depot"), "SPAPSER_MEMOIRE_PAGES": "40MB"}
    with serve(application, journal, **variables) as port, launch() as chromium:
        gourmande, page = open_page(chromium, 1280, anomalies), open_page(chromium, 1280, anomalies)
        for adresse in AUTRES:
            gourmande.goto(f"http://127.0.0.1:{port}/territoire")
            page.goto(f"http://127.0.0.1:{port}/{adresse}")
            wait_until_drawn(page)
            assert page.locator("[data-testid=stAlert]").count() == 0
            wait_until_drawn(gourmande)
            expect(gourmande.locator("[data-testid=stAlert]")).to_have_text(DITE)
        assert fetch(port, "/donnees/marches.csv")[0] == 200
        assert fetch(port, "/sante")[0] == 200
    assert anomalies == []
    assert "Traceback" not in journal.read_text("utf-8")


def test_a_size_that_is_none_stops_the_start_with_its_sentence(tmp_path: Path) -> None:
    journal = tmp_path / "serveur.log"
    serveur = serve(PROJECT, journal, SPAPSER_DEPOT=str(tmp_path / "depot"), SPAPSER_MEMOIRE_PAGES="beaucoup")
    with pytest.raises(AssertionError, match="La variable SPAPSER_MEMOIRE_PAGES vaut « beaucoup »"), serveur:
        pass
    assert "Traceback" not in journal.read_text("utf-8")
