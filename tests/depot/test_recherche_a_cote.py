"""The search for personal data goes on beside the judgement: it refuses as surely, and leaves nothing open."""

from contextlib import nullcontext

import duckdb
import pytest

from spapser.depot.parcours import Demande, examine
from spapser.errors import DonneesPersonnelles
from spapser.store import Base, Etabli, load_edition
from tests.depot.fichiers import write_csv

LIGNES = [["Voirie", "Services", 2025, 12, "Camille"], ["École", "Travaux", 2025, 3, "Alix"]]


@pytest.mark.parametrize(("titre", "fin"), [("Prénom", pytest.raises(DonneesPersonnelles)), ("Note", nullcontext())])
def test_the_search_leaves_nothing_open_whatever_it_finds(titre: str, fin, monkeypatch: pytest.MonkeyPatch) -> None:
    """A refusal may be kept alive by a page or a log: the rows must not stay in memory with it."""
    ouverts: list[Etabli] = []
    monkeypatch.setattr(Etabli, "beside", lambda self, vrai=Etabli.beside: ouverts.append(vrai(self)) or ouverts[-1])
    contenu = write_csv([["Opération", "Type", "Année", "Heures", titre], *LIGNES])
    with fin:
        examine(Demande("insertion_operations", "f.csv", contenu), Base(load_edition(0))).close()
    assert ouverts
    for etabli in ouverts:
        with pytest.raises(duckdb.ConnectionException):
            etabli.connexion.execute("select 1")
