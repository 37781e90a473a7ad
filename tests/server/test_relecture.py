"""A server that nobody visits reads a publication made by another program: the next visitor waits for nothing."""

import json
import time
from pathlib import Path

import pytest

from tests.server.lancement import PROJECT, fetch, serve
from tests.store.publication import publish_hours

PATIENCE = 60


def list_phrases(journal: Path) -> list[str]:
    lignes = [json.loads(ligne) for ligne in journal.read_text("utf-8").splitlines() if ligne.startswith("{")]
    return [ligne.get("phrase", "") for ligne in lignes]


def wait_for(journal: Path, phrase: str) -> bool:
    fin = time.monotonic() + PATIENCE
    while time.monotonic() < fin and phrase not in list_phrases(journal):
        time.sleep(0.1)
    return phrase in list_phrases(journal)


def test_a_publication_is_read_before_anybody_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path / "depot"))
    journal = tmp_path / "journal.txt"
    with serve(PROJECT, journal, SPAPSER_JOURNAL="json") as port:
        assert "L’édition 1 est lue." not in list_phrases(journal)
        publish_hours()
        assert wait_for(journal, "L’édition 1 est lue.")
        publish_hours()
        assert wait_for(journal, "L’édition 2 est lue.")
        assert fetch(port, "/sante")[0] == 200
