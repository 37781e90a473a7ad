"""`python -m spapser exporter FORMAT -o CHEMIN`: every format without a browser, or one French sentence."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from spapser.exports.formats import FORMATS
from tests.cli.lancement import assert_refused, run
from tests.server.lancement import PROJECT

DEBUTS = {"pdf": b"%PDF", "zip": b"PK", "docx": b"PK", "pptx": b"PK", "xlsx": b"PK", "html": b"<!doctype html>"}


@pytest.mark.parametrize("forme", FORMATS, ids=lambda forme: forme.nom)
def test_every_format_is_written(tmp_path: Path, forme) -> None:
    sortie = tmp_path / f"essai.{forme.extension}"
    ended = run("exporter", forme.nom, "-o", str(sortie))
    assert (ended.returncode, ended.stderr, ended.stdout) == (0, "", f"{sortie} écrit\n")
    assert sortie.read_bytes().startswith(DEBUTS[forme.extension])


def test_one_fiche_of_another_year(tmp_path: Path) -> None:
    ended = run("exporter", "xlsx", "--annee", "2023", "--fiche", "fa04", "-o", str(tmp_path / "fiche.xlsx"))
    assert ended.returncode == 0
    noms = CalamineWorkbook.from_path(tmp_path / "fiche.xlsx").sheet_names
    assert [nom for nom in noms if nom.startswith(("Fiche", "Résultats"))] == ["Résultats 2023", "Fiche 04"]


def test_results_are_those_of_the_other_command(tmp_path: Path) -> None:
    for forme in ("csv", "json"):
        run("exporter", forme, "-o", str(tmp_path / f"r.{forme}"))
        ecrit = (tmp_path / f"r.{forme}").read_text("utf-8-sig")
        assert ecrit.strip() == run("indicateurs", f"--{forme}").stdout.strip()


def test_a_public_file_is_written_by_its_name(tmp_path: Path) -> None:
    run("exporter", "marches.csv", "-o", str(tmp_path / "m.csv"))
    assert (tmp_path / "m.csv").read_text("utf-8-sig").startswith("marche,lot,titulaire")


def test_a_package_is_unpacked_in_a_folder(tmp_path: Path) -> None:
    ended = run("exporter", "paquet", "-o", str(tmp_path / "ouvert"))
    ecrits = sorted(fichier.name for fichier in (tmp_path / "ouvert").iterdir())
    chemins = [ressource["path"] for ressource in json.loads((tmp_path / "ouvert/datapackage.json").read_text())["resources"]]
    assert ended.returncode == 0
    assert ecrits == sorted([*chemins, "datapackage.json"])


@pytest.mark.parametrize(("arguments", "mots"), [
    (("papyrus", "-o", "x.pdf"), ("papyrus", "xlsx")),
    (("xlsx", "--annee", "1999", "-o", "x.xlsx"), ("1999", "2023", "2024")),
    (("xlsx", "--fiche", "fa99", "-o", "x.xlsx"), ("fa99",)),
    (("xlsx", "-o", "x.pdf"), ("x.pdf", ".xlsx")),
    (("paquet", "--fiche", "fa04", "-o", "x.zip"), ("paquet", "--fiche")),
    (("html", "-o", "/proc/interdit/x.html"), ("/proc/interdit",))])
def test_what_cannot_be_done_is_refused(arguments: tuple[str, ...], mots: tuple[str, ...]) -> None:
    assert_refused(run("exporter", *arguments), *mots)


@pytest.fixture
def copie(tmp_path: Path) -> Path:
    """A copy of the product without one of its files."""
    for dossier in ("spapser", "data"):
        shutil.copytree(PROJECT / dossier, tmp_path / dossier, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "data/bilan/marches.csv").unlink()
    return tmp_path


def test_a_missing_dataset_makes_a_document_that_says_so(copie: Path) -> None:
    for forme in ("html", "xlsx", "paquet"):
        extension = {"paquet": "zip"}.get(forme, forme)
        ended = run("exporter", forme, "-o", f"x.{extension}", dossier=copie)
        assert (ended.returncode, ended.stdout) == (0, f"x.{extension} écrit\n")
        assert "marches.csv" in ended.stderr
        assert "Traceback" not in ended.stderr
    assert "le fichier manque" in (copie / "x.html").read_text("utf-8")
    with zipfile.ZipFile(copie / "x.zip") as archive:
        assert archive.read("marches.csv").decode("utf-8-sig").count("\n") == 1
        assert "marches.csv" in json.loads(archive.read("datapackage.json"))["description"]
