"""The address for whoever watches over the service."""

import json
from pathlib import Path

import pytest
from starlette.requests import Request

import spapser
from spapser.server.sante import serve_sante
from tests.server.lancement import fetch
from tests.store.publication import publish_hours


def test_sante(port: int) -> None:
    status, headers, body = fetch(port, "/sante")
    assert status == 200
    assert headers["content-type"] == "application/json"
    assert headers["cache-control"] == "no-store"
    dit = json.loads(body)
    assert dit.pop("disque")["libre"] > 0
    assert dit == {"etat": "ok", "edition": 0, "age_secondes": None, "version": spapser.__version__}


def test_sante_tells_the_disk_to_the_machine_only(port: int) -> None:
    _, _, body = fetch(port, "/sante", X_Forwarded_For="192.0.2.7")
    assert set(json.loads(body)) == {"etat", "edition", "age_secondes", "version"}


def test_sante_says_when_no_room_is_left_and_how_old_the_edition_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path / "depot"))
    publish_hours()
    assert read_sante()["age_secondes"] > 0
    monkeypatch.setattr("spapser.server.sante.PLACE_MINIMALE", 2**63)
    assert (read_sante()["etat"], "place" in read_sante()["remarque"]) == ("dégradé", True)


def read_sante() -> dict:
    requete = Request({"type": "http", "method": "GET", "path": "/sante", "headers": [], "client": ("127.0.0.1", 1)})
    return json.loads(serve_sante(requete).body)


def test_sante_follows_publications_and_says_when_one_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path / "depot"))
    publish_hours()
    assert (read_sante()["etat"], read_sante()["edition"]) == ("ok", 1)
    (tmp_path / "depot" / "editions" / "000001.json").write_bytes(b"")
    assert (read_sante()["etat"], read_sante()["edition"]) == ("dégradé", 0)
    assert "000001.json" in read_sante()["remarque"]
