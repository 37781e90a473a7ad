"""Each test has its own folder of editions, accounts and audit log, and no rules of access but its own."""

from pathlib import Path

import pytest

from spapser.acces import Role, operator
from spapser.acces.audit import record
from spapser.acces.comptes import connexion, create_compte
from tests.acces.comptes import SECRET, Horloge
from tests.acces.journal import QUI
from tests.store.publication import publish_hours


@pytest.fixture(autouse=True)
def depot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder."""
    dossier = tmp_path / "depot"
    monkeypatch.setenv("SPAPSER_DEPOT", str(dossier))
    for nom in ("SPAPSER_COMPTES", "SPAPSER_ACCES"):
        monkeypatch.delenv(nom, raising=False)
    return dossier


@pytest.fixture
def horloge(monkeypatch: pytest.MonkeyPatch) -> Horloge:
    """The clock of the attempts and of the sessions."""
    horloge = Horloge()
    monkeypatch.setattr("spapser.acces.comptes.tentatives.time", horloge)
    monkeypatch.setattr("spapser.acces.sessions.time", horloge)
    return horloge


@pytest.fixture
def compte() -> None:
    """The account of an agent."""
    create_compte(operator(), "camille", "Camille  Durand", Role.AGENT, SECRET)


@pytest.fixture
def sans_travail(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords compared without argon2: what is tried here is how often one may try."""
    monkeypatch.setattr(connexion, "matches", lambda mot, empreinte: empreinte is not None and mot == SECRET)


@pytest.fixture
def journal(depot: Path) -> Path:
    """Five lines, of which two editions."""
    record("compte créé", QUI, {"compte": "camille"})
    publish_hours(2025, 1)
    record("refus", QUI, {})
    publish_hours(2025, 2)
    record("compte supprimé", QUI, {"compte": "camille"})
    return depot / "audit" / "journal.jsonl"
