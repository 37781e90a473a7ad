"""Each test has its own folder of editions, accounts and audit log, and no rules of access but its own."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def depot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder."""
    dossier = tmp_path / "depot"
    monkeypatch.setenv("SPAPSER_DEPOT", str(dossier))
    for nom in ("SPAPSER_COMPTES", "SPAPSER_ACCES"):
        monkeypatch.delenv(nom, raising=False)
    return dossier
