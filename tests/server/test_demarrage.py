"""The start: quiet when all is well, one French sentence and status 1 when the data are broken."""

import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit import config

from spapser.errors import SpapserError
from spapser.server import demarrage
from tests.server.lancement import PROJECT, environment, free_port, streamlit_command, uvicorn_command
from tests.store.publication import publish_hours

PANNE = "Le fichier data/bilan/observations.csv est abîmé, ligne 3 : rétablissez-le."


@pytest.mark.parametrize("command", [streamlit_command, uvicorn_command])
def test_broken_data_stop_the_start(dossier: Path, command: Callable[[int], list[str]]) -> None:
    ended = subprocess.run(
        command(free_port()),
        cwd=dossier,
        env=environment(PANNE=PANNE, TMPDIR=str(dossier)),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    said = [line for line in ended.stderr.splitlines() if not line.startswith("INFO:")]
    assert ended.returncode == 1
    assert said == [PANNE]
    assert "Traceback" not in ended.stdout + ended.stderr
    assert "prêt" not in ended.stdout


def test_good_start_prints_only_the_address(port: int, journal: Path) -> None:
    lines = [line.strip() for line in journal.read_text().splitlines() if line.strip()]
    assert lines[0] == f"SPAPSER est prêt : http://127.0.0.1:{port}"
    assert not [line for line in lines if "is not a valid config option" in line or "warning" in line.lower()]


def test_other_errors_are_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise KeyError("annee")

    monkeypatch.setattr("spapser.depot.verify_shipped", fail, raising=False)
    with pytest.raises(KeyError):
        demarrage.check_data()


@pytest.mark.parametrize("porte", ["spapser.depot.verify_shipped", "spapser.ui.cache.open_suivi",
                                   "spapser.ui.cache.open_controles"])
def test_broken_file_or_query_leaves_with_its_sentence(monkeypatch: pytest.MonkeyPatch, porte: str) -> None:
    def fail(*edition: object) -> None:
        raise SpapserError(PANNE)

    left: list[str] = []
    monkeypatch.setattr(porte, fail)
    monkeypatch.setattr(demarrage, "leave", left.append)
    demarrage.check_data()
    assert left == [PANNE]


@pytest.fixture
def depot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One publication, in a folder of its own."""
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path / "depot"))
    publish_hours()
    return tmp_path / "depot"


def test_what_a_killed_publication_left_is_swept_and_said(depot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reste = depot / "donnees" / "insertion_operations-2026-0123456789abcdef.parquet"
    reste.write_bytes(b"PAR1")
    demarrage.sweep()
    assert not reste.exists()
    (phrase,) = capsys.readouterr().err.splitlines()
    assert phrase.strip() == ("Une publication interrompue a été nettoyée : rien n’est perdu, l’édition 1 est entière.")
    demarrage.sweep()
    assert capsys.readouterr().err == ""


def test_an_unreadable_edition_does_not_stop_the_start_and_is_said(depot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (depot / "editions" / "000001.json").write_bytes(b"{")
    demarrage.check_data()
    (phrase,) = capsys.readouterr().err.splitlines()
    assert "« 000001.json »" in phrase
    assert phrase.endswith("En attendant, l’édition 0, entière, est montrée.")


def test_every_setting_exists() -> None:
    settings = tomllib.loads((PROJECT / ".streamlit" / "config.toml").read_text("utf-8"))
    assert list(flatten(settings))
    assert [name for name in flatten(settings) if name not in config._config_options_template] == []


def flatten(section: dict, prefix: str = "") -> list[str]:
    names: list[str] = []
    for key, value in section.items():
        names += flatten(value, f"{prefix}{key}.") if isinstance(value, dict) else [f"{prefix}{key}"]
    return names
