"""The rows are written while they are compared: an accepted file has them all, a refused one has none to publish."""

from collections.abc import Iterator
from dataclasses import replace

import duckdb
import pytest

from spapser.depot.parcours import Demande, examine, reconsider
from spapser.store import Base, load_edition
from tests.depot.fichiers import write_csv

TITRES = ["Opération", "Type", "Année", "Heures"]
LIGNES = [["Voirie", "Services", 2024, 12], ["École", "Travaux", 2025, 3], ["Crèche", "Travaux", 2025, 4]]


@pytest.fixture(scope="module")
def courante() -> Iterator[Base]:
    base = Base(load_edition(0))
    yield base
    base.close()


def deposit(lignes: list[list], courante: Base):
    return examine(Demande("insertion_operations", "f.csv", write_csv([TITRES, *lignes])), courante)


def test_an_accepted_file_has_its_rows_written_a_year_a_file(courante: Base) -> None:
    examen = deposit(LIGNES, courante)
    assert [(lot.annee, lot.lignes) for lot in examen.lots] == [(2024, 1), (2025, 2)]
    ecrites = [duckdb.sql(f"select ligne, operation, valeur from '{lot.fichier}'").fetchall() for lot in examen.lots]
    assert ecrites == [[(2, "Voirie", "12")], [(3, "École", "3"), (4, "Crèche", "4")]]
    examen.close()


@pytest.mark.parametrize("fautive", [["Place", "Travaux", 2025, "environ 3"], ["École", "Travaux", 2025, 3]])
def test_a_refused_file_has_nothing_to_publish_whichever_rule_refuses_it(courante: Base, fautive: list) -> None:
    examen = deposit([*LIGNES, fautive], courante)
    assert (examen.rapport.accepte, examen.lots) == (False, ())
    examen.close()


def test_rows_judged_again_are_written_again(courante: Base) -> None:
    sans_annee = [[operation, type, heures] for operation, type, _, heures in LIGNES]
    demande = Demande("insertion_operations", "f.csv", write_csv([["Opération", "Type", "Heures"], *sans_annee]), (2024,))
    examen = examine(demande, courante)
    assert [(lot.annee, lot.lignes) for lot in examen.lots] == [(2024, 3)]
    revu = reconsider(examen, replace(demande, annees=(2025,)), courante)
    assert [(lot.annee, lot.lignes) for lot in revu.lots] == [(2025, 3)]
    revu.close()
