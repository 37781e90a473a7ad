"""Fixtures of the browser tests: the real product, a real Chromium, and axe.

`page_a(1280)` or `page_a(375)` opens an empty page; `ouvrir(page, "/matinale")` shows an address and waits until it is
drawn. A test fails at its end if its pages logged an error, broke a security rule or called another site: what a test
provokes on purpose, it removes from `anomalies`.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.navigateur.scene import SCENE
from tests.pages.contrats_pieges import publish_contrats
from tests.server.chromium import give_up, launch, open_page, wait_until_drawn, watch
from tests.server.lancement import PROJECT, serve

REGLES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "RGAAv4", "best-practice"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The tests of one page side by side: whoever visits it (a process among several) does so once for all of them."""
    visites = [item for item in items if item.path.name == "test_chaque_page.py" and hasattr(item, "callspec")]
    places = sorted(items.index(item) for item in visites)
    par_page = sorted(visites, key=lambda item: (str(item.callspec.params.get("largeurs", (1280,))[0]),
                                                 str(item.callspec.params.get("nom", ""))))
    for place, item in zip(places, par_page, strict=True):
        items[place] = item


@pytest.fixture(scope="session")
def adresse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the product, served as `make run` does."""
    with serve(PROJECT, tmp_path_factory.mktemp("produit") / "serveur.log") as port:
        yield f"http://127.0.0.1:{port}"


@pytest.fixture(scope="module")
def adresse_des_contrats(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the product over a year of contracts: three editions, for one module."""
    dossier = tmp_path_factory.mktemp("contrats")
    with pytest.MonkeyPatch.context() as ailleurs:
        ailleurs.setenv("SPAPSER_DEPOT", str(dossier / "depot"))
        publish_contrats("exemple-fictif-contrats-2025.csv")
        with serve(PROJECT, dossier / "serveur.log") as port:
            yield f"http://127.0.0.1:{port}"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A headless browser; one per module, since Playwright leaves an event loop running for as long as it is open."""
    with launch() as browser:
        yield browser


@pytest.fixture
def anomalies() -> list[str]:
    """What the pages of this test did wrong so far."""
    return []


@pytest.fixture
def page_a(chromium: Browser, anomalies: list[str]) -> Iterator[Callable[..., Page]]:
    """A function that opens an empty page of a given width; context options (`color_scheme="dark"`…) go with it."""
    pages: list[Page] = []

    def open_one(largeur: int = 1280, **options: Any) -> Page:
        pages.append(open_page(chromium, largeur, anomalies, **options))
        return pages[-1]

    yield open_one
    for page in pages:
        page.context.close()
    assert anomalies == []


@pytest.fixture
def ouvrir(adresse: str) -> Callable[[Page, str], Page]:
    """A function that shows one address of the product and waits until the page is drawn."""

    def show(page: Page, chemin: str = "/") -> Page:
        page.goto(adresse + chemin)
        wait_until_drawn(page)
        return page

    return show


@pytest.fixture
def contexte(page_a: Callable[..., Page]) -> BrowserContext:
    """A browser window where several pages may be open."""
    return page_a(1280).context


@pytest.fixture
def ouvre(contexte: BrowserContext, adresse: str, anomalies: list[str]) -> Callable[..., Page]:
    """A function that opens an address of the stage in a new tab."""

    def open_tab(chemin: str, taille: dict = SCENE) -> Page:
        page = contexte.new_page()
        watch(page, anomalies)
        page.set_viewport_size(taille)
        page.goto(adresse + chemin)
        wait_until_drawn(page)
        return page

    return open_tab


@pytest.fixture
def dossier_vu(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose « depot » holds the editions, of the product and of the test."""
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path / "depot"))
    return tmp_path


@pytest.fixture(scope="session")
def axe_source() -> str:
    """The accessibility engine, fetched by `make test`."""
    file: Path | None = next(iter(sorted(PROJECT.glob(".outils/axe-core-*/axe.min.js"), reverse=True)), None)
    if file is None:
        give_up("axe-core absent (npm introuvable ?) : accessibilité non vérifiée")
    return file.read_text("utf-8")


@pytest.fixture(scope="session")
def run_axe(axe_source: str) -> Callable[[Page], list[str]]:
    """A function that returns what a page breaks of WCAG 2.2 A and AA, of the RGAA and of good practice, one line each."""

    def analyse(page: Page) -> list[str]:
        page.evaluate(axe_source)  # through the debugger, which the content policy does not concern
        options = {"runOnly": {"type": "tag", "values": REGLES}, "resultTypes": ["violations"]}
        found = page.evaluate("(options) => axe.run(document, options)", options)["violations"]
        return [
            f"{rule['id']} ({rule['impact']}) : {rule['help']} : {node['target']} {node['html'][:120]}"
            for rule in found
            for node in rule["nodes"]
        ]

    return analyse
