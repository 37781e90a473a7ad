"""What one takes away, in a real browser: links of the page of exports, and the plain pages behind /donnees/."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.navigateur.attente import settle

LARGEURS = pytest.mark.parametrize("largeur", [1280, 375])


@pytest.mark.parametrize(("titre", "nom", "debut"), [
    ("Bilan annuel, PDF", "spapser-bilan-2024-edition-0.pdf", b"%PDF"),
    ("Classeur, XLSX", "spapser-classeur-2024-edition-0.xlsx", b"PK"),
    ("Édition autonome, HTML", "spapser-edition-2024-edition-0.html", b"<!doctype html>"),
    ("Tout l’ensemble", "spapser-ensemble-2024-edition-0.zip", b"PK")])
def test_a_card_gives_its_file_and_the_page_stays(page_a: Callable[..., Page], ouvrir: Callable[..., Page], tmp_path: Path,
                                                   titre: str, nom: str, debut: bytes) -> None:
    page = settle(ouvrir(page_a(1280), "/exporter"))
    adresse = page.url
    with page.expect_download() as attente:
        page.get_by_role("link", name=f"Télécharger {titre}").click()
    assert attente.value.suggested_filename == nom
    attente.value.save_as(tmp_path / nom)
    assert (tmp_path / nom).read_bytes().startswith(debut)
    assert page.url == adresse


@LARGEURS
def test_the_list_of_files_breaks_no_rule(page_a: Callable[..., Page], adresse: str, run_axe: Callable[[Page], list[str]],
                                          largeur: int) -> None:
    page = page_a(largeur)
    page.goto(f"{adresse}/donnees/index")
    assert run_axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0


@LARGEURS
def test_an_unknown_file_breaks_no_rule_and_leads_to_the_list(page_a: Callable[..., Page], adresse: str, anomalies: list[str],
                                                              run_axe: Callable[[Page], list[str]], largeur: int) -> None:
    page = page_a(largeur)
    page.goto(f"{adresse}/donnees/inconnu.csv")
    assert run_axe(page) == []
    page.get_by_role("link", name="Voir tous les fichiers").click()
    assert page.url == f"{adresse}/donnees/index"
    anomalies[:] = [anomalie for anomalie in anomalies if "404" not in anomalie]  # the answer that this test asks for


def test_the_standalone_edition_is_served_as_it_is(page_a: Callable[..., Page], adresse: str) -> None:
    page = page_a(1280)
    page.goto(f"{adresse}/donnees/edition-2024.html")
    assert page.get_by_role("heading", level=2).count() > 11
