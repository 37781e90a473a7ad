"""What a workbench knows, the one beside it knows too."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Barrier

import pyarrow as pa
import pytest

from spapser.errors import RequeteRefusee
from spapser.store import Atelier
from spapser.store.etabli import COURT, PAQUET

MACROS = "depot/macros_personnelles"


@pytest.fixture
def statements(monkeypatch) -> list[str]:
    """Every statement that is run from now on."""
    vues, execute = [], Atelier.execute
    monkeypatch.setattr("spapser.store.etabli.Etabli.execute", lambda etabli, sql, *autres: vues.append(sql)
                        or execute(etabli, sql, *autres))
    return vues


def test_macros_are_read_once_whichever_workbench_asks(statements):
    with closing(Atelier()) as atelier, closing(atelier.beside()) as autre:
        statements.clear()
        autre.learn(MACROS)
        atelier.learn(MACROS)
        assert len(statements) == 1
        assert atelier.query("select est_courriel('camille@exemple.fr')") == [(True,)]


def test_columns_shown_are_read_here_and_on_a_workbench_set_beside_until_they_are_hidden():
    with closing(Atelier()) as atelier:
        atelier.show("lus", pa.table({"c1": ["a", None]}))
        atelier.execute("create view lu as select c1 from lus")
        atelier.show("lus", pa.table({"c1": ["b", None]}))
        with closing(atelier.beside()) as autre:
            assert atelier.query("from lu") == autre.query("from lu") == [("b",), (None,)]
        atelier.hide("lus")
        atelier.hide("lus")
        with closing(atelier.beside()) as autre, pytest.raises(RequeteRefusee):
            autre.query("from lus")


def test_columns_lent_are_forgotten_after():
    with closing(Atelier()) as atelier:
        with atelier.lend("paquet", pa.table({"c1": ["a"]})):
            assert atelier.query("from paquet") == [("a",)]
        with pytest.raises(RequeteRefusee):
            atelier.query("from paquet")


def test_two_workbenches_may_learn_the_same_macros_at_once():
    depart = Barrier(2)
    with ThreadPoolExecutor(2) as fils, closing(Atelier()) as atelier, closing(atelier.beside()) as autre:
        appris = [fils.submit(lambda etabli: (depart.wait(), etabli.learn("depot/macros")), un) for un in (atelier, autre)]
        assert [resultat.exception() for resultat in appris] == [None, None]
        assert autre.query("select est_entier('12')") == [(True,)]


@pytest.mark.parametrize("lignes", [0, 1, COURT - 1, COURT, COURT + 1, PAQUET + COURT, PAQUET + COURT + 1])
def test_a_table_of_text_holds_every_row_however_many_there_are(lignes: int):
    with closing(Atelier()) as atelier:
        rangees = [(rang, f"a {rang}", None if rang % 2 else "") for rang in range(lignes)]
        assert atelier.create_text("textes", ["un", "de l’autre"], iter(rangees)) == lignes
        assert atelier.query("from textes order by ligne") == rangees
        assert [type for _, type, *_ in atelier.query("describe textes")] == ["INTEGER", "VARCHAR", "VARCHAR"]
