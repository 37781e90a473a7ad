"""The address for whoever watches over the service."""

import json

import spapser
from tests.server.lancement import fetch


def test_sante(port: int) -> None:
    status, headers, body = fetch(port, "/sante")
    assert status == 200
    assert headers["content-type"] == "application/json"
    assert headers["cache-control"] == "no-store"
    version = getattr(spapser, "__version__", "inconnue")
    assert json.loads(body) == {"etat": "ok", "edition": 0, "version": version}
