"""`python -m spapser modele` and `declaration`: files to fill and to hand in, never written over another."""

import json
from pathlib import Path

import pytest

from spapser.catalogue import load_catalogue
from spapser.cli import main
from tests.cli.lancement import assert_refused, run
from tests.server.lancement import PROJECT


@pytest.mark.parametrize("jeu", [jeu.nom for jeu in load_catalogue().jeux])
def test_every_dataset_has_its_template(jeu: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chemin = tmp_path / "modele.xlsx"
    assert main(["modele", jeu, "-o", str(chemin), "--annee", "2025", "--json"]) == 0
    dit = json.loads(capsys.readouterr().out)
    assert (dit["jeu"], dit["annee"], dit["fichier"]) == (jeu, 2025, str(chemin))
    assert chemin.read_bytes().startswith(b"PK")


def test_without_a_path_the_name_says_dataset_and_year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(PROJECT))
    ended = run("modele", "cibles", "--csv", dossier=tmp_path)
    assert (ended.returncode, ended.stdout) == (0, "modele-cibles-2025.csv écrit.\n")
    assert (tmp_path / "modele-cibles-2025.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_file_already_there_perhaps_filled_is_left_alone(tmp_path: Path) -> None:
    chemin = tmp_path / "rempli.xlsx"
    chemin.write_text("rempli")
    assert_refused(run("modele", "cibles", "-o", str(chemin)), "rempli.xlsx", "existe déjà", "-o")
    assert chemin.read_text() == "rempli"


def test_a_folder_that_does_not_exist_is_said(tmp_path: Path) -> None:
    assert_refused(run("modele", "cibles", "-o", str(tmp_path / "absent" / "m.xlsx")), "m.xlsx", "ne peut pas s’écrire")


def test_standard_output_takes_the_template_alone() -> None:
    ended = run("modele", "cibles", "--csv", "-o", "-")
    assert ended.stdout.lstrip("\ufeff").startswith("Code de l’indicateur;")
    assert ended.stderr == ""


def test_a_declaration_that_lacks_amounts_is_not_written(tmp_path: Path) -> None:
    chemin = tmp_path / "declaration.csv"
    ended = run("declaration", "--annee", "2024", "-o", str(chemin))
    assert_refused(ended, "incomplète", "Matériel informatique", "dépense totale")
    assert not chemin.exists()
