"""The statement says what is known: 106 criteria, tests that exist, numbers that are those of the tests."""

import re
from datetime import date

import pytest

from spapser.catalogue.accessibilite import Critere, load_criteres, load_declaration, load_themes
from spapser.exports.accessibilite import write_accessibilite
from tests.server.lancement import PROJECT

CRITERES = load_criteres()
PAR_THEME = (9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12)


def test_the_106_criteria_are_there_in_order() -> None:
    attendus = [f"{theme}.{rang}" for theme, nombre in enumerate(PAR_THEME, 1) for rang in range(1, nombre + 1)]
    assert [critere.numero for critere in CRITERES] == attendus
    assert len(attendus) == 106
    assert len(load_themes()) == len(PAR_THEME)


@pytest.mark.parametrize("critere", CRITERES, ids=lambda critere: critere.numero)
def test_a_state_has_its_evidence_and_its_test_exists(critere: Critere) -> None:
    assert critere.preuve.endswith((".", "»"))
    assert not critere.test or (PROJECT / critere.test).is_file()


def test_without_an_audit_the_statement_says_non_conforme() -> None:
    declaration = load_declaration()
    assert declaration.etat == "non conforme"
    assert "Aucun audit" in declaration.motif
    assert date.fromisoformat(declaration.etablie_le)


def test_the_engine_named_is_the_one_that_runs() -> None:
    version = re.search(r"^AXE_VERSION := (\S+)$", (PROJECT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert load_declaration().essais["moteur"] == f"axe-core {version[1]}"


def test_committed_documentation_is_the_one_of_the_catalogue() -> None:
    assert (PROJECT / "docs" / "accessibilite.md").read_text("utf-8") == write_accessibilite(), "lancer « make docs »"
