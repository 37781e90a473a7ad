"""The product's pages run without a browser, through app.py."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

from tests.pages.contrats_pieges import publish_contrats
from tests.pages.ecran import Ecran, visit


@pytest.fixture(scope="session", autouse=True)
def route_pages_through_app() -> Iterator[None]:
    """What the server does at its start, and AppTest undoes before each run: pages run inside app.py, never alone."""
    original = PagesManager.__init__

    def init(self: PagesManager, *arguments: object, **options: object) -> None:
        original(self, *arguments, **options)
        PagesManager.uses_pages_directory = False

    PagesManager.__init__ = init
    yield
    PagesManager.__init__ = original
    st.cache_resource.clear()


@pytest.fixture(scope="session")
def ecran() -> Callable[[str, int], Ecran]:
    """A function that gives a page of a year, visited once for all the tests."""
    vus: dict[tuple[str, int], Ecran] = {}

    def open_once(page: str, annee: int) -> Ecran:
        if (page, annee) not in vus:
            vus[page, annee] = visit(page, annee)
        return vus[page, annee]

    return open_once


@pytest.fixture
def depot_neuf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder of editions, and no memory of another one."""
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path / "depot"))
    st.cache_resource.clear()
    yield tmp_path / "depot"
    st.cache_resource.clear()


@pytest.fixture(scope="module")
def contrats_publies(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """An edition with a year of contracts, for all the tests of the module."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPAPSER_DEPOT", str(tmp_path_factory.mktemp("depot")))
        st.cache_resource.clear()
        publish_contrats()
        yield
    st.cache_resource.clear()
