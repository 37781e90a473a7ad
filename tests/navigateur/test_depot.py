"""The whole journey in a real browser: template, file with errors, mended file, preview, publication, changed chart, undo."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.server.chromium import wait_until_drawn
from tests.server.lancement import PROJECT, serve

HEURES = "/deposer?jeu=Heures+d%E2%80%99insertion+par+op%C3%A9ration"
ENTETE = "Opération;Type;Année;Valeur\n"
ABIME = ENTETE + "Collecte des ordures ménagères;Service;2025;70 100,5\nÉcole;Travaux;2025;environ 12\n"
BON = ENTETE + "Collecte des ordures ménagères;Services;2025;70 100,5\nNettoyage des locaux;Services;2025;4 200\n"
FICHIER = "input[type=file]"


@pytest.fixture(scope="module")
def adresse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The product over an empty folder of editions of its own."""
    dossier = tmp_path_factory.mktemp("depot")
    with pytest.MonkeyPatch.context() as ailleurs:
        ailleurs.setenv("SPAPSER_DEPOT", str(dossier / "editions"))
        with serve(PROJECT, dossier / "serveur.log") as port:
            yield f"http://127.0.0.1:{port}"


@pytest.fixture
def fichiers(tmp_path: Path) -> dict[str, str]:
    """Files to drop: path by name."""
    contenus = {"abime": ABIME, "bon": BON, "personnes": "Opération;Prénom;Valeur\nÉcole;Camille;3\n"}
    for nom, contenu in contenus.items():
        (tmp_path / f"{nom}.csv").write_bytes(contenu.encode("cp1252"))
    return {nom: str(tmp_path / f"{nom}.csv") for nom in contenus}


def drop(page: Page, chemin: str, attendu: str) -> None:
    """Drop a file and wait for what it makes the page say."""
    page.set_input_files(FICHIER, chemin)
    page.get_by_text(attendu).first.wait_for(timeout=60_000)
    wait_until_drawn(page)


def sign(page: Page) -> None:
    """Name, reason, publish: with the keyboard alone."""
    page.get_by_label("Votre nom ou votre service").focus()
    page.keyboard.type("Camille Durand")
    page.keyboard.press("Tab")
    page.keyboard.type("Heures de l’année 2025")
    page.keyboard.press("Enter")


def test_from_the_spreadsheet_to_the_chart_and_back(
    page_a: Callable[..., Page], ouvrir: Callable[..., Page], run_axe: Callable[[Page], list[str]], fichiers: dict[str, str]
) -> None:
    page = ouvrir(page_a(1280), HEURES)
    page.get_by_text("Télécharger le modèle à remplir").first.click()
    with page.expect_download() as modele:
        page.get_by_role("button", name="Modèle pour tableur (XLSX)").click()
    assert modele.value.suggested_filename == "modele-insertion_operations-2025.xlsx"
    drop(page, fichiers["abime"], "2 anomalies à corriger avant de publier")
    assert page.get_by_text("Cellule B2").is_visible()
    assert run_axe(page) == []
    with page.expect_download() as annote:
        page.get_by_role("button", name="Télécharger mon fichier annoté").click()
    assert annote.value.suggested_filename == "abime-annote.xlsx"
    drop(page, fichiers["bon"], "5. Publier")
    assert run_axe(page) == []
    sign(page)
    page.get_by_text("Édition 1 publiée et relue").wait_for(timeout=60_000)
    page = ouvrir(page, "/fa04_heures_insertion?annee=2025")
    page.get_by_text("74 300,5 heures").first.wait_for()
    assert page.get_by_text("bon.csv (édition 1)").first.is_visible()
    undo(page, ouvrir)
    page = ouvrir(page, "/fa04_heures_insertion")
    assert page.get_by_text("97 972").first.is_visible()
    assert page.get_by_text("74 300").count() == 0


def undo(page: Page, ouvrir: Callable[..., Page]) -> None:
    """Undo the first edition from the journal."""
    ouvrir(page, "/journal")
    page.get_by_role("button", name="Voir ce que l’annulation changerait").click()
    page.get_by_label("Motif").wait_for(timeout=60_000)
    sign(page)
    page.get_by_text("Édition 2").first.wait_for(timeout=60_000)


@pytest.mark.parametrize("largeur", [1280, 375])
def test_a_file_with_personal_data_is_refused_with_the_column(
    page_a: Callable[..., Page], ouvrir: Callable[..., Page], run_axe: Callable[[Page], list[str]], fichiers: dict[str, str],
    largeur: int,
) -> None:
    page = ouvrir(page_a(largeur), HEURES)
    drop(page, fichiers["personnes"], "données personnelles")
    assert page.get_by_role("alert").filter(has_text="« Prénom »").is_visible()
    assert run_axe(page) == []


def test_on_a_phone_the_verdict_reads_without_scrolling_sideways(
    page_a: Callable[..., Page], ouvrir: Callable[..., Page], fichiers: dict[str, str]
) -> None:
    page = ouvrir(page_a(375), HEURES)
    drop(page, fichiers["abime"], "2 anomalies à corriger avant de publier")
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
