"""Blank rows and columns above and before a table: every cell keeps the row number and the letter that it has on screen."""

import io

import pytest
import xlsxwriter

from tests.depot.fichiers import HEURES, read, write_ods, write_xls, write_xlsx

FORMATS = {"xlsx": write_xlsx, "xls": write_xls, "ods": write_ods}


def shift(lignes: list[list], vides: int, marge: int) -> list[list]:
    """The same rows lower by `vides` blank rows, and `marge` columns to the right."""
    return [[None] * 6] * vides + [[None] * marge + ligne for ligne in lignes]


@pytest.mark.parametrize("marge", [0, 2])
@pytest.mark.parametrize("vides", [0, 1, 3])
@pytest.mark.parametrize("extension", FORMATS)
def test_rows_keep_their_number_under_blank_rows(extension: str, vides: int, marge: int) -> None:
    lecture = read("heures", FORMATS[extension]({"F": shift(HEURES, vides, marge)}))
    assert lecture.table.entete == vides + 1
    assert [c.lettre for c in lecture.table.colonnes] == list("ABCDE" if not marge else "CDEFG")
    assert lecture.titres == HEURES[0]
    assert [ligne[:2] for ligne in lecture.lignes] == [
        (vides + 2, "Collecte des ordures"), (vides + 3, "Nettoyage"), (vides + 4, "Voirie")]


@pytest.mark.parametrize("marge", [0, 2])
@pytest.mark.parametrize("vides", [0, 1, 3])
def test_an_error_stays_in_its_cell_under_blank_rows(vides: int, marge: int) -> None:
    lignes = [["Opération", "Année", "Heures"], ["a", 2025, "=1/0"], ["b", 2025, 4]]
    lecture = read("f", write_xlsx({"F": shift(lignes, vides, marge)}))
    assert lecture.titres == lignes[0]
    assert lecture.lignes == [(vides + 2, "a", "2025", "#DIV/0!"), (vides + 3, "b", "2025", "4")]


def test_a_merged_title_under_blank_rows() -> None:
    flux = io.BytesIO()
    classeur = xlsxwriter.Workbook(flux)
    feuille = classeur.add_worksheet("F")
    feuille.merge_range("A3:C3", "Bilan")
    feuille.write_row("A4", ["Opération", "Année", "Heures"])
    feuille.write_row("A5", ["a", 2025, 1])
    classeur.close()
    lecture = read("f", flux.getvalue())
    assert (lecture.table.entete, lecture.lignes) == (4, [(5, "a", "2025", "1")])
    assert ["ligne 3" in remarque for remarque in lecture.remarques] == [True]
