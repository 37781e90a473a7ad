"""Formulas are read by their value; those that no spreadsheet has computed are said, and stop the file."""

import io
import zipfile

import pytest

from spapser.depot.parcours import Demande, examine
from spapser.store import Base, load_edition
from tests.depot.fichiers import read, write_ods, write_xlsx

LIGNES = [["Opération", "Type", "Année", "Heures", "Nature", "Note"], ["a", "Services", 2025, "=SUM(1,11.5)", "realise", "x"],
          ["b", "Services", 2025, 3, "realise", "y"]]


def write_uncomputed(lignes: list[list], vide: bytes) -> bytes:
    """A workbook as programs write it: formulas without the value that a spreadsheet would keep beside."""
    entree, sortie = zipfile.ZipFile(io.BytesIO(write_xlsx({"F": lignes}))), io.BytesIO()
    with zipfile.ZipFile(sortie, "w") as archive:
        for nom in entree.namelist():
            archive.writestr(nom, entree.read(nom).replace(b"<v>12.5</v>", vide))
    return sortie.getvalue()


@pytest.mark.parametrize("vide", [b"", b"<v></v>", b"<v />", b"<v/>"])
def test_a_formula_without_its_value_stops_the_file(vide: bytes) -> None:
    examen = examine(Demande("insertion_operations", "f.xlsx", write_uncomputed(LIGNES, vide)), Base(load_edition(0)))
    examen.close()
    (cause,) = examen.rapport.bloquantes
    assert (cause.regle, cause.premieres[0].ligne, "D2" in cause.message) == ("formules", 2, True)
    assert "tableur" in cause.remede


def test_a_formula_beside_the_table_or_computed_is_not_said() -> None:
    assert read("f", write_xlsx({"F": LIGNES})).remarques == []
    titre = [["Bilan", "=SUM(1)"], *[[*ligne[:3], 3, *ligne[4:]] for ligne in LIGNES]]
    assert ["formules" in r for r in read("f", write_uncomputed([titre[0], LIGNES[0], *titre[2:]], b"")).remarques] == [False]


def write_ods_formula(calculee: bool) -> bytes:
    """An OpenDocument workbook with a formula, whose value was saved beside or not."""
    contenu = write_ods({"F": [[*LIGNES[0]], ["a", "Services", 2025, 12.5, "realise", "x"]]})
    valeur = b'office:value-type="float" office:value="12.5"'
    entree, sortie = zipfile.ZipFile(io.BytesIO(contenu)), io.BytesIO()
    with zipfile.ZipFile(sortie, "w") as archive:
        for nom in entree.namelist():
            formule = b'table:formula="of:=1+11.5" ' + (valeur if calculee else b"")
            archive.writestr(nom, entree.read(nom).replace(valeur, formule))
    return sortie.getvalue()


def test_a_formula_of_an_opendocument_workbook_without_its_value_stops_the_file() -> None:
    examen = examine(Demande("insertion_operations", "f.ods", write_ods_formula(False)), Base(load_edition(0)))
    examen.close()
    assert [(c.regle, c.premieres[0].ligne, "D2" in c.message) for c in examen.rapport.bloquantes] == [("formules", 2, True)]
    assert read("f.ods", write_ods_formula(True)).lignes == [(2, "a", "Services", "2025", "12.5", "realise", "x")]
