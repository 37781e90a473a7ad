"""Files that are not what they say, are cut, or are out of all proportion: one French sentence, and nothing left behind."""

import io
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spapser.catalogue import load_catalogue
from spapser.depot.readers import list_feuilles, read_file
from spapser.errors import DonneesPersonnelles, FichierIllisible
from tests.depot.fichiers import (
    ESPACES,
    HEURES,
    read,
    write_csv,
    write_ods,
    write_parquet,
    write_xls,
    write_xlsx,
    zip_ods,
)

FRUGAL = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(autouse=True)
def passager(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of its own for what is written on the way: nothing may be left there."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    yield tmp_path
    assert list(tmp_path.glob("spapser-*")) == []


def refuse(contenu: bytes, mots: str, nom: str = "depot.csv") -> None:
    """The file is refused in one sentence that holds these words and names it."""
    with pytest.raises(FichierIllisible, match=mots) as refus:
        read(nom, contenu)
    phrase = str(refus.value)
    assert nom in phrase
    assert phrase.endswith(".")
    assert len(phrase.splitlines()) == 1


def zip_bytes(contenus: dict[str, bytes]) -> bytes:
    """A ZIP archive."""
    flux = io.BytesIO()
    with zipfile.ZipFile(flux, "w", zipfile.ZIP_DEFLATED) as archive:
        for nom, contenu in contenus.items():
            archive.writestr(nom, contenu)
    return flux.getvalue()


@pytest.mark.parametrize(("contenu", "mots"), [
    (b"", "est vide"), (b"\n \r\n\t", "est vide"), (b"\xef\xbb\xbf", "est vide"), (b"\xff\xfe", "est vide"),
    (b"%PDF-1.7\n%\xe2\xe3", "un PDF"), (b"\x89PNG\r\n\x1a\n", "une image"), (b"  <!DOCTYPE html><html>", "une page web"),
    (b"<table><tr><td>a</td></tr></table>", "une page web"), (b"<?xml version='1.0'?><Workbook/>", "un fichier XML"),
    (b'[{"annee": 2025}]', "un fichier JSON"), (b"\x1f\x8b\x08abc", "une archive compressée"),
    (b"a;b\x00\x00;c\n" * 9, "tableau lisible"),
    (b";;;\n;;;\n", "aucune cellule remplie"), (zip_bytes({"lettre.txt": b"Bonjour"}), "est une archive"),
    (zip_bytes({"xl/workbook.bin": b"x"}), "XLSB"), (b"<html>", "l’enregistrer en XLSX"),
    (zip_bytes({"word/document.xml": b"x"}), "un document Word, pas un tableau"),
    (zip_bytes({"Index/Document.iwa": b"x"}), "un document Numbers")])
def test_what_is_no_table_is_named(contenu: bytes, mots: str) -> None:
    refuse(contenu, mots)


@pytest.mark.parametrize("write", [write_csv, lambda h: write_xlsx({"F": h}), lambda h: write_xls({"F": h}),
                                   lambda h: write_ods({"F": h})])
def test_a_header_alone_is_refused(write) -> None:
    refuse(write(HEURES[:1]), "que son en-tête")


def test_a_workbook_without_a_filled_cell_is_refused() -> None:
    refuse(write_xlsx({"A": [], "B": []}), "Aucune feuille visible")


@pytest.mark.parametrize("largeur", [301, 5000, 200_000])
def test_too_many_columns_are_refused_at_once(largeur: int) -> None:
    ligne = ";".join(f"colonne {n}" for n in range(largeur))
    refuse(f"{ligne}\n{ligne}\n".encode(), f"{largeur} colonnes")


def test_zeros_are_refused_without_being_copied() -> None:
    refuse(bytes(300 << 20), "est vide")


def test_a_line_that_does_not_end_is_refused() -> None:
    refuse(b"annee;operation\n" + b"x" * (20 << 20), "ligne 2.*ne finit pas")
    refuse(b"annee;operation\n" + b";" * (20 << 20), "ligne 2.*ne finit pas")


def test_a_record_of_endless_quoted_lines_is_refused() -> None:
    refuse(b"annee;operation\n" + b'"\n";' * (4 << 20), "ligne 2.*ne finit pas")


def test_millions_of_empty_lines_are_refused() -> None:
    refuse(b"annee;operation\n2025;a\n" + b"\n" * 5_100_000 + b"2025;b\n", "millions de lignes")


def test_more_cells_out_of_the_table_than_in_it_are_refused() -> None:
    refuse(b"annee;operation\n" + b"2025;a;b\n" * 10_100, "sous aucun titre")


@pytest.mark.parametrize("write", [write_xlsx, write_ods, write_xls])
@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.99])
def test_a_cut_workbook_is_said_to_be_cut(write, part: float) -> None:
    contenu = write({"F": HEURES * 50})
    refuse(contenu[: int(len(contenu) * part)], "coupé ou abîmé|vide|visible", "depot.xlsx")


def test_a_zip_bomb_is_weighed_before_it_is_opened() -> None:
    bombe = zip_bytes({"xl/workbook.xml": b"<workbook/>", "xl/worksheets/sheet1.xml": bytes(200 << 20)})
    assert len(bombe) < 1 << 20
    refuse(bombe, "démesuré")


def test_a_workbook_that_lies_on_its_size_is_stopped_while_it_is_opened() -> None:
    cellule = b'<row><c t="str"><v>aaaaaaaaaaaaaaaa</v></c></row>'
    feuille = b"<worksheet><sheetData>" + cellule * (6 << 20) + b"</sheetData></worksheet>"
    sain = write_xlsx({"F": HEURES})
    with zipfile.ZipFile(io.BytesIO(sain)) as archive:
        parties = {nom: archive.read(nom) for nom in archive.namelist()}
    bombe = bytearray(zip_bytes(parties | {"xl/worksheets/sheet1.xml": feuille}))
    place = bombe.find(len(feuille).to_bytes(4, "little"))
    while place >= 0:
        bombe[place : place + 4] = (1000).to_bytes(4, "little")
        place = bombe.find(len(feuille).to_bytes(4, "little"))
    refuse(bytes(bombe), "démesuré|coupé ou abîmé|millions de lignes")


def test_two_cells_far_apart_do_not_end_the_server() -> None:
    flux = io.BytesIO()
    classeur = xlsxwriter.Workbook(flux)
    feuille = classeur.add_worksheet("F")
    feuille.write(0, 0, "Année")
    feuille.write(1_048_575, 16_383, "x")
    classeur.close()
    refuse(flux.getvalue(), "démesuré")
    with pytest.raises(FichierIllisible, match="démesuré"):
        list_feuilles("depot.xlsx", flux.getvalue())


def test_a_cell_repeated_billions_of_times_does_not_end_the_server() -> None:
    contenu = zip_ods(
        f'<office:document-content {ESPACES}><office:body><office:spreadsheet><table:table table:name="F">'
        '<table:table-row table:number-rows-repeated="1048576">'
        '<table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p></table:table-cell>'
        "</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>")
    refuse(contenu, "démesuré|coupé ou abîmé|colonnes")


def test_a_workbook_with_a_password_is_said_to_have_one() -> None:
    chemin = Path(__file__).parent / "classeurs" / "protege.xlsx"
    refuse(chemin.read_bytes(), "mot de passe", "protege.xlsx")


JEUX = st.sampled_from(load_catalogue().jeux)


def read_whatever(contenu: bytes, jeu) -> None:
    """Nothing but the two refusals may come out."""
    phrase = "Lu."
    try:
        list_feuilles("f", contenu)
        read_file("f", contenu, jeu).atelier.close()
    except (FichierIllisible, DonneesPersonnelles) as refus:
        phrase = str(refus)
    assert phrase.endswith(".")
    assert len(phrase.splitlines()) == 1


@FRUGAL
@given(contenu=st.binary(max_size=300), debut=st.sampled_from([b"", b"PAR1", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
                                                              b"annee;valeur\n", b"\xff\xfe"]), jeu=JEUX)
def test_any_bytes_are_read_or_refused(contenu: bytes, debut: bytes, jeu) -> None:
    read_whatever(debut + contenu, jeu)


@pytest.fixture(scope="module")
def sains(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """A whole file in each format."""
    feuilles = {"Heures": HEURES, "Autre": HEURES}
    return [write_csv(HEURES), write_xlsx(feuilles), write_xls(feuilles), write_ods(feuilles),
            write_parquet(tmp_path_factory.mktemp("sains"), "select 2025 as annee, 'a' as operation")]


@FRUGAL
@given(format=st.integers(0, 4), ajout=st.binary(max_size=8), part=st.floats(0, 1), retrait=st.integers(0, 40))
def test_a_file_altered_anywhere_is_read_or_refused(sains, format: int, ajout: bytes, part: float, retrait: int) -> None:
    contenu = sains[format]
    place = int(part * len(contenu))
    read_whatever(contenu[:place] + ajout + contenu[place + retrait :], load_catalogue().jeu("insertion_operations"))
