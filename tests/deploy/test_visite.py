"""A visitor who comes through nginx, in a real browser."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, sync_playwright

from tests.deploy.conftest import Facade
from tests.deploy.demande import NOM
from tests.server.chromium import FLAGS, find_browser, wait_until_drawn


@pytest.fixture(scope="module")
def visite(facade: Facade) -> Iterator[tuple[Page, list[str], list[str]]]:
    """A page under the public name of the site, its console errors and the hosts that it called."""
    with sync_playwright() as playwright:
        navigateur = playwright.chromium.launch(executable_path=find_browser(),
                                                args=[*FLAGS, f"--host-resolver-rules=MAP {NOM} 127.0.0.1"])
        page = navigateur.new_context(ignore_https_errors=True, viewport={"width": 1280, "height": 900}).new_page()
        fautes, hotes = [], []
        page.on("console", lambda m: fautes.append(m.text) if m.type == "error" and "404" not in m.text else None)
        page.on("request", lambda r: hotes.append(urlsplit(r.url).hostname) if r.url.startswith("http") else None)
        page.on("websocket", lambda w: hotes.append(urlsplit(w.url).hostname))
        yield page, fautes, hotes
        navigateur.close()


def test_a_page_is_painted_through_nginx(visite: tuple[Page, list[str], list[str]], facade: Facade) -> None:
    page, fautes, hotes = visite
    page.goto(f"https://{NOM}:{facade.port}/fa04_heures_insertion")
    wait_until_drawn(page)
    page.wait_for_selector("[data-testid=stPlotlyChart] .main-svg")
    assert (fautes, set(hotes)) == ([], {NOM})


@pytest.mark.parametrize("chemin", ["deposer", "saisir"])
def test_a_visitor_cannot_write_through_nginx(visite: tuple[Page, list[str], list[str]], facade: Facade, chemin: str) -> None:
    page, _, _ = visite
    page.goto(f"https://{NOM}:{facade.port}/{chemin}")
    wait_until_drawn(page)
    page.get_by_text("La publication est fermée").first.wait_for()
    assert page.get_by_role("button", name="Publier").count() == 0
    assert page.get_by_role("textbox", name="Auteur").count() == 0
    assert not (facade.dossier / "depot" / "editions").exists()
