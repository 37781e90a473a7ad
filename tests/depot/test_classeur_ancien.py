"""An old workbook (XLS) is read as it shows: percentages, errors; nothing of them is lost, and a damaged one is still refused."""

import io
from contextlib import suppress

import pytest
import xlwt

from spapser.errors import FichierIllisible
from tests.depot.fichiers import read, write_xls

TITRES = ["Opération", "Type", "Année", "Valeur"]


def write(cellule: str, valeur: float = 0.75, format: str = "0%", blanches: int = 0) -> bytes:
    """A workbook of one row, its last cell in error or in a number format, under blank rows."""
    classeur = xlwt.Workbook()
    classeur.add_sheet("Autre").write(0, 0, "x")
    feuille = classeur.add_sheet("F")
    for place, titre in enumerate(TITRES):
        feuille.write(blanches, place, titre)
    for place, texte in enumerate(("a", "Services", 2025)):
        feuille.write(blanches + 1, place, texte)
    if cellule:
        feuille.row(blanches + 1).set_cell_error(3, cellule)
    else:
        feuille.write(blanches + 1, 3, valeur, xlwt.easyxf(num_format_str=format))
    flux = io.BytesIO()
    classeur.save(flux)
    return flux.getvalue()


@pytest.mark.parametrize("blanches", [0, 3])
@pytest.mark.parametrize("erreur", ["#DIV/0!", "#NAME?", "#REF!"])
def test_a_cell_in_error_is_not_taken_for_an_empty_one(erreur: str, blanches: int) -> None:
    lignes = read("f.xls", write(erreur, blanches=blanches), feuille="F").lignes
    assert lignes == [(blanches + 2, "a", "Services", "2025", erreur)]


@pytest.mark.parametrize(("format", "lue"), [("0%", "75 %"), ("0.00%", "75 %"), ('0.00"%"', "0.75"), ("0.00", "0.75")])
def test_a_cell_in_percent_is_read_as_it_shows(format: str, lue: str) -> None:
    assert read("f.xls", write("", format=format), feuille="F").lignes[0][4] == lue


def test_a_workbook_without_a_mark_is_read_as_before() -> None:
    ligne = ["a", "Services", 2025, 12.5]
    assert read("f.xls", write_xls({"F": [TITRES, ligne]})).lignes == [(2, "a", "Services", "2025", "12.5")]


def test_a_workbook_cut_short_is_read_or_refused_in_one_sentence() -> None:
    entier = write("#REF!")
    for fin in range(600, len(entier), 700):
        with suppress(FichierIllisible):
            read("f.xls", entier[:fin], feuille="F")
