"""The annotated file is the person's own: same rows, same places, numbers and days as such; the faults coloured and explained."""

import csv
import io
import zipfile
from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from spapser.depot.parcours import Demande, Examen, examine
from spapser.exports import annotee
from spapser.store import Base, load_edition
from tests.depot.fichiers import write_xlsx

TITRES = ["Identifiant du marché", "Marché", "Fiche", "Montant (€ HT)", "Date de notification", "Année"]
FEUILLE = [["Marchés de la direction fictive"], [], TITRES,
           ["00123", "Nettoyage", "fa04", 1927.04, date(2025, 2, 27), 2025],
           ["00124", "Voirie", "fa99", 250, date(2025, 3, 1), 2025],
           ["Total", None, None, 2177.04, None, None],
           ["Source : tableau fictif"]]


@pytest.fixture(scope="module")
def courante():
    base = Base(load_edition())
    yield base
    base.close()


@pytest.fixture
def examen(courante: Base) -> Examen:
    lu = examine(Demande("marches", "marchés 2025.xlsx", write_xlsx({"Marchés": FEUILLE})), courante)
    yield lu
    lu.close()


def write(examen: Examen) -> tuple[str, bytes]:
    nom, ecrit = annotee.annotate(examen.table, examen.correspondance, examen.rapport)
    return nom, ecrit()


def test_titles_rows_totals_and_notes_keep_their_place(examen: Examen) -> None:
    nom, contenu = write(examen)
    lignes = CalamineWorkbook.from_filelike(io.BytesIO(contenu)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    assert nom == "marchés 2025-annote.xlsx"
    assert [ligne[0] for ligne in lignes] == ["Marchés de la direction fictive", "", TITRES[0], "00123", "00124", "Total",
                                              "Source : tableau fictif"]
    assert lignes[2] == [*TITRES, annotee.TITRE]


def test_numbers_and_days_are_not_text_and_codes_keep_their_zeros(examen: Examen) -> None:
    lignes = CalamineWorkbook.from_filelike(io.BytesIO(write(examen)[1])).get_sheet_by_index(0).to_python(skip_empty_area=False)
    assert lignes[3][:6] == ["00123", "Nettoyage", "fa04", 1927.04, date(2025, 2, 27), 2025.0]


def test_the_cell_at_fault_is_explained_in_a_note_and_at_the_end_of_its_row(examen: Examen) -> None:
    contenu = write(examen)[1]
    lignes = CalamineWorkbook.from_filelike(io.BytesIO(contenu)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    assert "«\u00a0fa99\u00a0» n’existe pas" in lignes[4][-1]
    with zipfile.ZipFile(io.BytesIO(contenu)) as classeur:
        notes = classeur.read("xl/comments1.xml").decode()
    assert 'ref="C5"' in notes
    assert "fa99" in notes


def test_a_file_too_long_for_a_spreadsheet_comes_as_csv(examen: Examen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(annotee, "LIGNES_TABLEUR", 1)
    nom, contenu = write(examen)
    lignes = list(csv.reader(contenu.decode("utf-8-sig").splitlines(), delimiter=";"))
    assert nom == "marchés 2025-annote.csv"
    assert [ligne[0] for ligne in lignes] == ["Ligne", "4", "5", "6"]
    assert "«\u00a0fa99\u00a0» n’existe pas" in lignes[2][-1]
