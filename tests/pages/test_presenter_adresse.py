"""The public address on the stage: its code on the last slide, or why there is none."""

from collections.abc import Iterator

import pytest
import streamlit as st

from tests.pages.ecran import Ecran
from tests.pages.scene import open_page


@pytest.fixture
def adresse_publique(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A public address, as the administrator sets it."""
    monkeypatch.setenv("SPAPSER_ADRESSE", "https://spapser.exemple.fr")
    st.cache_resource.clear()
    yield "https://spapser.exemple.fr"
    st.cache_resource.clear()


def test_the_closing_slide_carries_the_code_when_an_address_is_set(adresse_publique: str) -> None:
    html = "".join(Ecran(open_page(diapo=999)).htmls)
    assert f'alt="QR code vers {adresse_publique}"' in html
    assert "data:image/svg+xml" in html


def test_without_an_address_the_preparation_says_that_there_is_no_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SPAPSER_ADRESSE", raising=False)
    st.cache_resource.clear()
    assert any("SPAPSER_ADRESSE" in texte for texte in Ecran(open_page()).elements("p"))
    assert "QR code" not in "".join(Ecran(open_page(diapo=999)).htmls)
    st.cache_resource.clear()
