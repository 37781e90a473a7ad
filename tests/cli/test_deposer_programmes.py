"""`deposer` by a program: why nothing was published, no edition of what changes nothing, a column named by its title."""

from pathlib import Path

import pytest

from spapser.cli import main
from spapser.store import list_numeros
from tests.cli.fichiers import ABIMEES, HEURES, JEU, SIGNE, read_json, write_douteuses

ESPACES = str.maketrans("\u00a0\u202f", "  ")


@pytest.fixture(autouse=True)
def depot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of editions of its own."""
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path / "editions"))


def test_a_program_is_told_that_nothing_was_published_and_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deposer", str(write_douteuses(tmp_path)), *JEU, *SIGNE, "--json"]) == 1
    dit = read_json(capsys)
    assert (dit["accepte"], dit["publie"], dit["edition"]) == (True, False, None)
    assert "--accepter-avertissements" in dit["raison"]
    assert main(["deposer", str(ABIMEES), *JEU, *SIGNE, "--json"]) == 1
    dit = read_json(capsys)
    assert (dit["accepte"], dit["publie"]) == (False, False)
    assert "« Service »" in dit["raison"].translate(ESPACES)
    assert main(["deposer", str(HEURES), *JEU, *SIGNE, "--json"]) == 0
    assert read_json(capsys)["publie"] is True


def test_the_same_file_again_makes_no_edition_when_asked_so(capsys: pytest.CaptureFixture[str]) -> None:
    for attendu in (True, False):
        assert main(["deposer", str(HEURES), *JEU, *SIGNE, "--si-change", "--json"]) == 0
        dit = read_json(capsys)
        assert dit["publie"] is attendu
    assert "ne change ni ligne ni chiffre" in dit["raison"]
    assert main(["deposer", str(HEURES), *JEU, *SIGNE, "--si-change"]) == 0
    assert "Rien n’a été publié" in capsys.readouterr().out
    assert list_numeros() == [0, 1]


def test_a_column_is_mapped_by_its_title(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fichier = tmp_path / "volumes.csv"
    fichier.write_text("Opération;Type;Année;Volume;Couleur\nOpération fictive A;Travaux;2025;100;bleu\n", "utf-8")
    choix = ("--colonne", "Volume=valeur", "--colonne", "couleur=")
    assert main(["deposer", str(fichier), *JEU, *SIGNE, *choix]) == 0
    assert "Avertissement" not in capsys.readouterr().out
    assert main(["verifier", str(fichier), *JEU, "--colonne", "Absente=valeur"]) == 2
    assert "n’a pas de colonne «\N{NO-BREAK SPACE}Absente\N{NO-BREAK SPACE}»" in capsys.readouterr().err
    assert main(["verifier", str(fichier), *JEU, "--colonne", "Volume=absente"]) == 2
    assert "absente" in capsys.readouterr().err
