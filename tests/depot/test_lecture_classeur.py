"""Spreadsheets: the same cells out of XLSX, XLS and ODS, each under the row and the column that it has on screen."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from spapser.depot.readers import list_feuilles
from spapser.errors import FichierIllisible
from tests.depot.fichiers import HEURES, read, write_ods, write_xls, write_xlsx

FORMATS = {"xlsx": write_xlsx, "xls": write_xls, "ods": write_ods}
LUES = [(2, "Collecte des ordures", "Services", "2025", "1927.04", "Été"), (3, "Nettoyage", "Services", "2025", "97972", None),
        (4, "Voirie", "Travaux", "2025", None, "Réserve")]


@pytest.fixture(params=FORMATS)
def extension(request: pytest.FixtureRequest) -> str:
    """Each format in turn."""
    return request.param


@pytest.fixture
def write(extension: str) -> Callable[[dict], bytes]:
    """What writes that format."""
    return FORMATS[extension]


def test_cells_come_out_as_text(write, extension: str) -> None:
    lecture = read("heures", write({"Heures": HEURES}))
    assert (lecture.table.format, lecture.table.feuille) == (extension.upper(), "Heures")
    assert (lecture.titres, lecture.lignes, lecture.remarques) == (HEURES[0], LUES, [])


def test_rows_and_columns_keep_their_place_on_screen(write) -> None:
    vide = [None] * 6
    lignes = [[None, "Heures d’insertion 2025"], vide, [None, "Opération", None, "Année", "Heures", "Note"],
              [None, "Collecte", None, 2025, 12.5, "a"], vide, [None, "Voirie", None, 2025, 3, "b"],
              [None, "Total", None, None, 15.5, None], [None, "Source : facilitateurs"]]
    lecture = read("heures", write({"Feuil1": lignes}))
    assert lecture.table.entete == 3
    assert [(c.titre, c.lettre) for c in lecture.table.colonnes] == [
        ("Opération", "B"), ("Année", "D"), ("Heures", "E"), ("Note", "F")]
    assert lecture.lignes == [(4, "Collecte", "2025", "12.5", "a"), (6, "Voirie", "2025", "3", "b")]
    assert lecture.totaux == [(7, "Total", None, "15.5", None)]


def test_dates_numbers_and_yes_or_no(write) -> None:
    lignes = [["Opération", "Année", "Fin", "Montant", "Retenue"], ["a", 2025, date(2025, 2, 27), 0.1 + 0.2, True],
              ["b", 2025, date(2024, 2, 29), 31107.86, False], ["c", 2025, None, 20005801400016, None]]
    lues = read("f", write({"F": lignes})).lignes
    assert [ligne[3:5] for ligne in lues] == [("2025-02-27", "0.3"), ("2024-02-29", "31107.86"), (None, "20005801400016")]
    assert [ligne[5] for ligne in lues] == ["oui", "non", None]


def test_several_sheets_are_offered_and_the_chosen_one_is_read(write) -> None:
    ancienne = [HEURES[0], ["Ancienne", "Services", 2024, 1]]
    contenu = write({"Lisez-moi": [["Ne rien changer à ce fichier"]], "Vide": [], "2024": ancienne, "2025": HEURES})
    assert list_feuilles("f", contenu) == ("Lisez-moi", "2024", "2025")
    assert read("f", contenu, feuille="2025").lignes == LUES
    assert read("f", contenu, feuille="2024").lignes == [(2, "Ancienne", "Services", "2024", "1", None)]
    with pytest.raises(FichierIllisible, match=r"«.2023.».: choisir parmi «.Lisez-moi.», «.2024.» et «.2025.»"):
        read("f", contenu, feuille="2023")


def test_hidden_sheets_are_not_offered() -> None:
    contenu = write_xlsx({"Listes": [["Services"]], "Heures": HEURES}, cachees=["Listes"])
    assert list_feuilles("f", contenu) == ("Heures",)
    assert read("f", contenu).lignes == LUES


def test_formulas_are_read_by_their_value_and_their_errors_are_not_silent() -> None:
    lignes = [["Opération", "Année", "Heures"], ["a", 2025, "=SUM(1,11.5)"], ["b", 2025, "=1/0"], ["c", 2025, 4]]
    assert [ligne[3] for ligne in read("f", write_xlsx({"F": lignes})).lignes] == ["12.5", "#DIV/0!", "4"]


def test_merged_titles_are_no_trouble_and_merged_rows_are_said() -> None:
    titres = [["Bilan", None, None], ["Opération", "Année", "Heures"], ["a", 2025, 1], ["b", 2025, 2]]
    assert read("f", write_xlsx({"F": titres}, fusion="A1:C1")).lignes == [(3, "a", "2025", "1"), (4, "b", "2025", "2")]
    lignes = [["Opération", "Année", "Heures"], ["a", 2025, 1], [None, 2025, 2]]
    contenu = fuse(lignes)
    lecture = read("f", contenu)
    assert lecture.lignes == [(2, "a", "2025", "1"), (3, None, "2025", "2")]
    assert ["A2:A3" in remarque for remarque in lecture.remarques] == [True]


def fuse(lignes: list[list]) -> bytes:
    """A sheet whose cells A2 and A3 are one."""
    flux = io.BytesIO()
    classeur = xlsxwriter.Workbook(flux)
    feuille = classeur.add_worksheet("F")
    for rang, ligne in enumerate(lignes):
        feuille.write_row(rang, 0, ligne)
    feuille.merge_range("A2:A3", "a")
    classeur.close()
    return flux.getvalue()


def test_a_length_of_time_is_in_hours() -> None:
    flux = io.BytesIO()
    classeur = xlsxwriter.Workbook(flux)
    feuille = classeur.add_worksheet("F")
    feuille.write_row(0, 0, ["Opération", "Année", "Heures"])
    feuille.write_row(1, 0, ["a", 2025])
    feuille.write_number(1, 2, 6.5208333333, classeur.add_format({"num_format": "[h]:mm"}))
    classeur.close()
    assert read("f", flux.getvalue()).lignes == [(2, "a", "2025", "156.5")]


def test_a_workbook_saved_by_libreoffice_gives_the_same_rows() -> None:
    dossier = Path(__file__).parent / "classeurs"
    attendue = read("f", (dossier / "heures.xlsx").read_bytes(), feuille="Heures 2025").lignes
    assert [ligne[:4] for ligne in attendue] == [
        (5, "Collecte", "Services", "2025"), (6, "Nettoyage", "Services", "2025"), (7, "Voirie", "Services", "2025")]
    for nom in ("heures.ods", "heures.xls"):
        assert read("f", (dossier / nom).read_bytes(), feuille="Heures 2025").lignes == attendue
