"""What a server gives to take away of an edition whose every text is meant to harm: inert text in each format."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator

import pyarrow.parquet as pq
import pytest

from tests.navigateur.hostile import ANNEE, NOM, TEXTES, publish_hostile
from tests.server.lancement import PROJECT, fetch, serve

FORMULES = ("=", "+", "-", "@", "\t", "\r")
NOMBRE = re.compile(r"-?[\d.,]+(e[+-]?\d+)?")
TABLES = {"structures": "structure", "marches": "titulaire", "contrats": "objet"}


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The product over the hostile edition."""
    dossier = tmp_path_factory.mktemp("emport")
    with pytest.MonkeyPatch.context() as ailleurs:
        ailleurs.setenv("SPAPSER_DEPOT", str(dossier / "editions"))
        publish_hostile()
        with serve(PROJECT, dossier / "serveur.log") as number:
            yield number


def take(port: int, nom: str) -> bytes:
    """A public file, given as what it is and nothing else."""
    statut, entetes, corps = fetch(port, f"/donnees/{nom}")
    assert (statut, entetes["x-content-type-options"]) == (200, "nosniff")
    return corps


def list_cells(corps: bytes) -> list[list[str]]:
    """The cells of a CSV file."""
    return list(csv.reader(io.StringIO(corps.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("nom", [*TABLES, f"resultats-{ANNEE}", "cibles", "tableau-legal"])
def test_no_cell_of_a_csv_file_is_a_formula(port: int, nom: str) -> None:
    cellules = [cellule for ligne in list_cells(take(port, f"{nom}.csv")) for cellule in ligne]
    assert [cellule for cellule in cellules if cellule.startswith(FORMULES) and not NOMBRE.fullmatch(cellule)] == []


@pytest.mark.parametrize(("nom", "colonne"), TABLES.items())
def test_each_text_is_found_again_in_csv_and_parquet(port: int, nom: str, colonne: str) -> None:
    titres, *lignes = list_cells(take(port, f"{nom}.csv"))
    textes = {ligne[titres.index(colonne)].removeprefix("'") for ligne in lignes}
    assert {texte for texte in TEXTES if texte.removeprefix("'") not in textes} == set()
    table = pq.read_table(io.BytesIO(take(port, f"{nom}.parquet")), columns=[colonne])
    assert set(TEXTES) - set(table[colonne].to_pylist()) == set()


@pytest.mark.parametrize("nom", [f"classeur-{ANNEE}.xlsx", f"classeur-fa09-{ANNEE}.xlsx"])
def test_a_workbook_holds_no_formula_and_no_link_of_the_file(port: int, nom: str) -> None:
    with zipfile.ZipFile(io.BytesIO(take(port, nom))) as archive:
        parties = {partie: archive.read(partie).decode() for partie in archive.namelist() if partie.endswith((".xml", ".rels"))}
    assert any("calc" in texte for texte in parties.values())
    assert [partie for partie, texte in parties.items() if re.search(r"<f[ >][^<]*(cmd|SUM|pirate|alert)", texte)] == []
    assert [partie for partie, texte in parties.items() if partie.endswith(".rels") and "pirate" in texte] == []
    assert [partie for partie in parties if "externalLink" in partie or "vba" in partie] == []


def test_json_is_whole_and_says_what_the_file_said(port: int) -> None:
    lu = json.loads(take(port, f"resultats-{ANNEE}.json"))
    assert NOM in json.dumps(lu, ensure_ascii=False)


@pytest.mark.parametrize("nom", [f"edition-{ANNEE}.html", "index", f"edition-fa09-{ANNEE}.html"])
def test_html_holds_no_element_of_the_file(port: int, nom: str) -> None:
    page = take(port, nom).decode()
    assert not re.search(r"<img src=x|<script>alert|<style>\*|<a href=javascript|href=\"[^\"]*pirate", page)


@pytest.mark.parametrize("nom", [f"bilan-{ANNEE}.pdf", f"bilan-{ANNEE}.docx", f"diaporama-{ANNEE}.pptx"])
def test_documents_are_made_and_hold_no_link_of_the_file(port: int, nom: str) -> None:
    corps = take(port, nom)
    assert b"javascript:" not in corps
    if corps.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(corps)) as archive:
            liens = [archive.read(partie) for partie in archive.namelist() if partie.endswith(".rels")]
        assert [lien for lien in liens if b"pirate" in lien] == []
