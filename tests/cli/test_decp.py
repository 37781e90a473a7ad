"""`verifier` and `deposer` on essential procurement data: the buyer is the one asked for."""

import json
from pathlib import Path

import pytest

from spapser.cli import main
from tests.cli.lancement import run
from tests.depot.decp import AUTRE, MARCHE, write_json


@pytest.fixture
def fichier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One contract of the EPT, two of another buyer; a folder of editions of its own."""
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path / "editions"))
    monkeypatch.delenv("SPAPSER_ACHETEUR", raising=False)
    autres = [MARCHE | {"acheteur": {"id": AUTRE}, "id": str(rang)} for rang in (1, 2)]
    (tmp_path / "decp.json").write_bytes(write_json(MARCHE, *autres))
    return tmp_path / "decp.json"


def count_rows(fichier: Path, capsys: pytest.CaptureFixture[str], *options: str) -> int:
    main(["verifier", str(fichier), "--jeu", "contrats", "--json", *options])
    return json.loads(capsys.readouterr().out)["lignes"]


def test_the_buyer_may_be_another_one_or_everybody(fichier: Path, capsys, monkeypatch) -> None:
    assert count_rows(fichier, capsys) == 1
    assert count_rows(fichier, capsys, "--acheteur", AUTRE[:9]) == 2
    assert count_rows(fichier, capsys, "--acheteur", "tous") == 3
    monkeypatch.setenv("SPAPSER_ACHETEUR", AUTRE)
    assert count_rows(fichier, capsys) == 2


def test_what_is_no_buyer_is_said(fichier: Path) -> None:
    ended = run("verifier", str(fichier), "--jeu", "contrats", "--acheteur", "mairie")
    assert ended.returncode == 2
    assert "« mairie » ne désigne aucun acheteur" in ended.stderr.replace("\u00a0", " ")
