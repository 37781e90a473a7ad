"""The address for whoever watches over the service."""

import json
from pathlib import Path

import pytest
from starlette.requests import Request

import spapser
from spapser.server.routes import serve_sante
from tests.server.lancement import fetch
from tests.store.publication import publish_hours


def test_sante(port: int) -> None:
    status, headers, body = fetch(port, "/sante")
    assert status == 200
    assert headers["content-type"] == "application/json"
    assert headers["cache-control"] == "no-store"
    version = getattr(spapser, "__version__", "inconnue")
    assert json.loads(body) == {"etat": "ok", "edition": 0, "version": version}


def read_sante() -> dict:
    requete = Request({"type": "http", "method": "GET", "path": "/sante", "headers": []})
    return json.loads(serve_sante(requete).body)


def test_sante_follows_publications_and_says_when_one_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path / "depot"))
    publish_hours()
    assert (read_sante()["etat"], read_sante()["edition"]) == ("ok", 1)
    (tmp_path / "depot" / "editions" / "000001.json").write_bytes(b"")
    assert (read_sante()["etat"], read_sante()["edition"]) == ("dégradé", 0)
    assert "000001.json" in read_sante()["remarque"]
