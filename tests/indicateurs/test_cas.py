"""Every indicator query counts what its case says, and nothing else."""

import pytest

from spapser.catalogue import load_catalogue
from spapser.store import Base
from tests.indicateurs.lecture import (
    approximate,
    keep_stated,
    list_cas,
    list_mistakes,
    read_results,
    sort_key,
    write_edition,
)

CATALOGUE = load_catalogue()


@pytest.mark.parametrize("cas", [pytest.param(cas, id=cas.nom) for cas in list_cas()])
def test_case(cas, tmp_path):
    obtenus = read_results(Base(write_edition(tmp_path, CATALOGUE, cas.donnees)), cas.code)
    attendus = sorted(cas.attendu, key=sort_key)
    reduits = [keep_stated(obtenu, attendu) for obtenu, attendu in zip(obtenus, attendus, strict=False)]
    assert reduits == [approximate(attendu) for attendu in attendus]
    assert len(obtenus) == len(attendus), obtenus[len(attendus) :]


@pytest.mark.parametrize("cas", [pytest.param(cas, id=cas.nom) for cas in list_cas()])
def test_the_rows_of_a_case_could_be_those_of_a_file(cas):
    assert list_mistakes(CATALOGUE, cas.donnees) == []
