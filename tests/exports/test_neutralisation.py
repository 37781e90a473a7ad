"""A text that a spreadsheet would run is never a formula: in CSV, and in a workbook."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from xlsxwriter.workbook import Workbook

from spapser.exports.cellule import neutralise
from spapser.exports.classeur import REGLAGES
from spapser.exports.classeur.jeu import write_jeu
from spapser.exports.classeur.styles import Styles
from spapser.exports.tables import export_csv
from tests.exports.fabrique import make_jeu, make_paquets

DEBUTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\x00", "\x1b", "\x7f", "\u200b", "＝", "＠")
HOSTILES = [f"{debut}cmd|'/C calc'!A0" for debut in DEBUTS]


def write_classeur(texte: str) -> bytes:
    sortie = io.BytesIO()
    with Workbook(sortie, REGLAGES) as classeur:
        write_jeu(classeur, Styles(classeur), make_jeu(nom="string", note="string"), make_paquets({"nom": "x", "note": texte}), 1)
    return sortie.getvalue()


@pytest.mark.parametrize("texte", HOSTILES, ids=repr)
def test_csv_cell_is_marked(texte: str) -> None:
    contenu = export_csv(make_jeu(nom="string", note="string"), make_paquets({"nom": "x", "note": texte})).decode("utf-8-sig")
    (ligne,) = csv.DictReader(io.StringIO(contenu, newline=""))
    assert ligne["note"] == f"'{texte}"


def test_of_a_column_only_the_cells_that_would_run_are_marked() -> None:
    textes = ["x", "=1+1", None, "", "É", "'=1"]
    paquets = make_paquets(*({"nom": "x", "note": texte} for texte in textes))
    contenu = export_csv(make_jeu(nom="string", note="string"), paquets).decode("utf-8-sig")
    assert [ligne["note"] for ligne in csv.DictReader(io.StringIO(contenu))] == ["x", "'=1+1", "", "", "É", "'=1"]


@pytest.mark.parametrize("texte", HOSTILES, ids=repr)
def test_workbook_cell_is_marked_text(texte: str) -> None:
    contenu = write_classeur(texte)
    (cellule,) = [ligne[1] for ligne in CalamineWorkbook.from_filelike(io.BytesIO(contenu)).get_sheet_by_index(0).to_python()[1:]]
    assert cellule.startswith("'")
    assert "cmd" in cellule
    assert b"<f>" not in read_sheet(contenu)


def read_sheet(contenu: bytes) -> bytes:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(contenu)) as archive:
        return archive.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("texte", ["Prix = 3", "a+b", "–", "−5", "é", "", " =1", "http://exemple.fr", "12", "'déjà"])
def test_other_texts_are_left_as_they_are(texte: str) -> None:
    assert neutralise(texte) == texte


@given(st.text(st.characters(codec="utf-8"), max_size=20))
def test_no_text_begins_as_a_formula(texte: str) -> None:
    sortie = neutralise(texte)
    assert not sortie.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert sortie in (texte, f"'{texte}")


def test_addresses_and_numbers_typed_as_text_stay_text() -> None:
    contenu = write_classeur("http://exemple.fr")
    assert b"hyperlink" not in read_sheet(contenu)
    (ligne,) = CalamineWorkbook.from_filelike(io.BytesIO(write_classeur("12"))).get_sheet_by_index(0).to_python()[1:]
    assert ligne == ["x", "12"]
