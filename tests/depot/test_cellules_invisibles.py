"""A cell that holds only characters nobody sees is an empty one: for the key of its row as for everything else."""

import pytest

from spapser.depot.parcours import Demande, examine
from spapser.depot.rapport import Rapport
from spapser.store import Base, load_edition
from tests.depot.fichiers import write_csv

TITRES = ["Identifiant du marché", "Marché", "Lot", "Situation", "Fiche", "Année"]
SUITE = ["Conclu dans l’année", "fa04", 2025]
INVISIBLES = ["\u2060", "\ufeff \u2060", " \u00a0\u2060"]


@pytest.fixture(scope="module")
def courante():
    base = Base(load_edition(0))
    yield base
    base.close()


def judge(lignes: list[list], courante: Base) -> Rapport:
    examen = examine(Demande("marches", "f.csv", write_csv([TITRES, *lignes])), courante)
    examen.close()
    return examen.rapport


@pytest.mark.parametrize("invisible", INVISIBLES)
def test_two_rows_that_differ_by_what_nobody_sees_are_the_same(invisible: str, courante: Base) -> None:
    rapport = judge([["1", "Voirie", None, *SUITE], ["1", "Voirie", invisible, *SUITE]], courante)
    assert [cause.regle for cause in rapport.bloquantes] == ["cle"]


@pytest.mark.parametrize("invisible", INVISIBLES)
def test_a_required_cell_that_holds_nothing_one_sees_is_empty(invisible: str, courante: Base) -> None:
    rapport = judge([["1", invisible, None, *SUITE]], courante)
    assert [(cause.regle, cause.colonne) for cause in rapport.bloquantes] == [("obligatoire", "marche")]
