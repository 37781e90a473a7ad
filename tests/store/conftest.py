"""Each test has its own folder of editions."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def depot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of editions."""
    dossier = tmp_path / "depot"
    monkeypatch.setenv("SPAPSER_DEPOT", str(dossier))
    return dossier
