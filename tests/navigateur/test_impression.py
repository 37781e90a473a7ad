"""A fiche on paper: its PDF is one click away, and what the browser prints of the page itself is whole."""

import io
from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from spapser.catalogue import load_catalogue
from tests.navigateur.attente import settle
from tests.navigateur.constat import FICHES

SORTIES = """() => {
    window.dispatchEvent(new Event('beforeprint'));
    const bords = [...document.querySelectorAll('[data-testid=stPlotlyChart]')].map(e => e.getBoundingClientRect().right);
    window.dispatchEvent(new Event('afterprint'));
    return bords.filter(bord => bord > innerWidth + 1);
}"""
MENU = ("Trajectoires", "Territoire", "Déposer", "Glossaire")


@pytest.mark.parametrize("nom", FICHES)
def test_a_fiche_prints_whole_on_a4(page_a: Callable[..., Page], ouvrir: Callable[..., Page], nom: str) -> None:
    page = settle(ouvrir(page_a(1280), f"/{nom}?annee=2024"))
    titre = page.locator("h1").inner_text()
    feuilles = [feuille.extract_text() for feuille in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages]
    assert titre in feuilles[0]
    assert [mot for mot in MENU if mot in "".join(feuilles)] == []
    assert "Accessibilité" in feuilles[-1]  # down to the foot of the page, not the first screen alone
    page.set_viewport_size({"width": 794, "height": 1123})
    page.emulate_media(media="print")
    assert page.evaluate(SORTIES) == []


@pytest.mark.parametrize("fiche", load_catalogue().fiches[:1], ids=lambda fiche: fiche.code)
def test_the_pdf_of_a_fiche_is_in_the_same_place(page_a: Callable[..., Page], ouvrir: Callable[..., Page], adresse: str,
                                                 fiche) -> None:
    page = settle(ouvrir(page_a(375), f"/{fiche.page}?annee=2024"))
    lien = page.get_by_role("link", name="Imprimer cette fiche").get_attribute("href")
    reponse = page.request.get(f"{adresse}/{lien}")
    assert reponse.headers["content-type"] == "application/pdf"
    assert fiche.titre_court in "".join(feuille.extract_text() for feuille in PdfReader(io.BytesIO(reponse.body())).pages)
