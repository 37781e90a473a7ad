"""From the template, filled in a spreadsheet, to the chart: errors named by cell, mended there, published, then undone."""

from collections.abc import Callable
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from playwright.sync_api import Page, expect

from spapser.typographie import format_nombre
from tests.navigateur.attente import settle
from tests.navigateur.test_depot import HEURES, adresse, drop, sign, undo  # noqa: F401

FEUILLE = "À remplir"


def find_cells(feuille: Worksheet, titre: str) -> list:
    """The cells under a title, down to the last row that the template fills."""
    entete, colonne = next((cellule.row, cellule.column) for ligne in feuille.iter_rows() for cellule in ligne
                           if str(cellule.value or "").startswith(titre))
    fin = next(rang for rang in range(entete + 1, feuille.max_row + 2) if not feuille.cell(rang, 1).value)
    return [feuille.cell(rang, colonne) for rang in range(entete + 1, fin)]


def fill(modele: Path, fichier: Path, heures: float) -> list:
    """Every row of the template given that many hours, but the first, whose type and hours are wrong: these two cells, and how
    many rows are of hours done."""
    classeur = load_workbook(modele)
    valeurs, types, natures = (find_cells(classeur[FEUILLE], titre) for titre in ("Valeur", "Type", "Nature"))
    for valeur in valeurs:
        valeur.value = heures
    types[0].value, valeurs[0].value = "Service", "environ 300"
    classeur.save(fichier)
    return [types[0].coordinate, valeurs[0].coordinate, sum(nature.value == "realise" for nature in natures)]


def mend(fichier: Path, type: str, valeur: str, heures: float) -> None:
    """The two cells put right in the same workbook."""
    classeur = load_workbook(fichier)
    classeur[FEUILLE][type], classeur[FEUILLE][valeur] = "Services", heures
    classeur.save(fichier)


def choose_again(page: Page, fichier: Path) -> None:
    """The same file chosen again once mended: a browser then tells the page only when it asked for it."""
    with page.expect_file_chooser() as choix:
        page.get_by_role("button", name="ajouter").click()
    choix.value.set_files(fichier)
    expect(page.get_by_text("À vérifier avant de publier").first).to_be_visible(timeout=60_000)
    settle(page)


def take(page: Page, bouton: str, dossier: Path) -> str:
    """The text of what a button gives."""
    with page.expect_download() as recu:
        page.get_by_role("button", name=bouton).click()
    recu.value.save_as(dossier / recu.value.suggested_filename)
    return (dossier / recu.value.suggested_filename).read_text("utf-8-sig")


def test_from_the_template_to_the_chart_and_back(page_a: Callable[..., Page], ouvrir: Callable[..., Page], tmp_path: Path
                                                 ) -> None:
    page, rempli = settle(ouvrir(page_a(1280), HEURES)), tmp_path / "heures 2025.xlsx"
    with page.expect_download() as modele:
        page.get_by_role("button", name="Modèle pour tableur (XLSX)").click()
    modele.value.save_as(tmp_path / modele.value.suggested_filename)
    type, valeur, faites = fill(tmp_path / modele.value.suggested_filename, rempli, 1000.5)
    drop(page, str(rempli), "2 anomalies à corriger avant de publier")
    expect(page.get_by_role("row", name=f"Cellule {type}")).to_contain_text("Écrire «\u00a0Services\u00a0».")
    expect(page.get_by_role("row", name=f"Cellule {valeur}")).to_contain_text("environ 300")
    with page.expect_download() as annote:
        page.get_by_role("button", name="Télécharger mon fichier annoté").click()
    annote.value.save_as(tmp_path / "annote.xlsx")
    assert "environ 300" in str(load_workbook(tmp_path / "annote.xlsx").active[valeur].value)
    mend(rempli, type, valeur, 1000.5)
    choose_again(page, rempli)
    assert take(page, "Télécharger les lignes qui changent", tmp_path).count("ajoutée") >= faites
    assert "heures d’insertion réalisées" in take(page, "Télécharger tous les effets", tmp_path).lower()
    page.get_by_text("vérifié, c’est voulu").click()
    expect(settle(page).get_by_text("à cocher à l’étape 3")).to_have_count(0)
    sign(page)
    expect(page.locator(".bandeau.succes")).to_contain_text("publiée et relue", timeout=60_000)
    page.get_by_role("link", name="Voir la fiche 4").click()
    total = format_nombre(1000.5 * faites)
    expect(page.locator("p.sp-surtitre")).to_contain_text("2025")
    expect(page.locator(".mesures").first).to_contain_text(total)
    expect(settle(page).locator(".js-plotly-plot").first).to_contain_text("2025")
    undo(page, ouvrir)
    page = settle(ouvrir(page, "/fa04_heures_insertion"))
    expect(page.locator(".mesures").first).to_contain_text("97\u202f972")
    assert page.get_by_text(total).count() == 0
