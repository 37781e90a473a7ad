"""A person who types personal data on screen is told so, and nothing is published."""

from pathlib import Path

import pytest

from spapser.store import list_numeros
from tests.pages.saisie import open_page, read_texte, sign


def test_the_reason_of_a_confirmed_status_holds_no_personal_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path / "depot"))
    essai = open_page(objectif="fa04_o02")
    texte = read_texte(sign(essai, "Camille", "Vu avec zoe.dupont@exemple.fr", "statut_fa04_o02"))
    assert "données personnelles" in texte
    assert "zoe.dupont" not in texte
    assert list_numeros() == [0]
