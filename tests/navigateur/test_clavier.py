"""Without a mouse: values behind a chart, the way through the page; and what one takes away."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.navigateur.attente import settle
from tests.navigateur.clavier import list_unseen, tab_to


def test_values_of_a_chart_open_from_the_keyboard(page_a: Callable[..., Page], ouvrir: Callable[..., Page]) -> None:
    page = settle(ouvrir(page_a(1280), "/fa04_heures_insertion"))
    tableau = page.get_by_role("table", name="97\u202f972\u00a0heures d’insertion")
    expect(tableau).to_be_hidden()
    tab_to(page, "Voir les valeurs")
    page.keyboard.press("Enter")
    expect(tableau).to_be_visible()
    expect(tableau.get_by_role("columnheader", name="Cible")).to_be_visible()
    expect(tableau.get_by_role("row", name="2023")).to_contain_text("58\u202f526")
    page.keyboard.press("Enter")
    expect(tableau).to_be_hidden()


@pytest.mark.parametrize("largeur", [1280, 375])
def test_the_focus_is_seen_at_every_step(page_a: Callable[..., Page], ouvrir: Callable[..., Page], largeur: int) -> None:
    page = settle(ouvrir(page_a(largeur), "/fa04_heures_insertion"))
    assert list_unseen(page, "Voir les valeurs") == []


def test_the_year_is_chosen_from_the_keyboard(page_a: Callable[..., Page], ouvrir: Callable[..., Page]) -> None:
    page = settle(ouvrir(page_a(1280), "/fa04_heures_insertion"))
    page.get_by_role("radio", name="2024").focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Space")
    expect(page.locator("p.sp-surtitre")).to_contain_text("2023")


@pytest.mark.parametrize(("lien", "nom", "colonne"), [
    ("CSV · Résultats 2024", "spapser-resultats-2024-edition-0.csv", "indicateur"),
    ("CSV · Marchés nommés", "spapser-marches-edition-0.csv", "marche")])
def test_data_are_taken_away(page_a: Callable[..., Page], ouvrir: Callable[..., Page], tmp_path: Path, lien: str, nom: str,
                             colonne: str) -> None:
    page = settle(ouvrir(page_a(1280), "/donnees"))
    with page.expect_download() as attente:
        page.get_by_role("link", name=lien, exact=True).focus()
        page.keyboard.press("Enter")
    assert attente.value.suggested_filename == nom
    attente.value.save_as(tmp_path / nom)
    lignes = list(csv.DictReader(io.StringIO((tmp_path / nom).read_text("utf-8-sig"))))
    assert lignes
    assert next(iter(lignes[0])) == colonne


def test_parquet_is_taken_away(page_a: Callable[..., Page], ouvrir: Callable[..., Page], tmp_path: Path) -> None:
    page = settle(ouvrir(page_a(1280), "/donnees"))
    with page.expect_download() as attente:
        page.get_by_role("link", name="Parquet · Marchés nommés", exact=True).click()
    attente.value.save_as(tmp_path / "marches.parquet")
    assert (tmp_path / "marches.parquet").read_bytes()[:4] == b"PAR1"
