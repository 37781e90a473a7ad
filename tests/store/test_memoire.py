"""Memory: a query that asks for too much is refused in French; the base lives on, and so does every other one."""

from contextlib import closing, suppress
from threading import Event, Lock, Thread
from time import monotonic

import duckdb
import pytest

from spapser.errors import CatalogueInvalide, MemoireDepassee, ReglageInvalide, SpapserError
from spapser.store import Atelier, Base, load_edition
from spapser.store.memoire import insist
from tests.store.publication import publish_hours, read_hours

GOURMANDE = "select count(*) as nombre from (select distinct rang || 'x' from range(3_000_000) t(rang))"


@pytest.fixture
def peu(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thirty megabytes for the pages of an edition."""
    monkeypatch.setenv("SPAPSER_MEMOIRE_PAGES", "30MB")


@pytest.mark.usefixtures("peu")
def test_a_greedy_query_is_refused_in_french_and_the_next_ones_are_answered() -> None:
    base, autre = Base(load_edition()), Base(load_edition())
    for _ in range(3):
        with pytest.raises(MemoireDepassee) as refus:
            base.query(GOURMANDE)
        assert str(refus.value).startswith("Cette page demande plus de mémoire que les 30\u00a0Mo réservés à une édition : ")
        assert [mot for mot in ("Out of", "memory", "temp_directory", "\n") if mot in str(refus.value)] == []
        assert base.count_rows("marches") == autre.count_rows("marches") > 0


def test_the_same_query_is_answered_with_the_memory_of_every_day() -> None:
    assert Base(load_edition()).query(GOURMANDE) == [{"nombre": 3_000_000}]


@pytest.mark.usefixtures("peu")
def test_others_are_answered_while_a_greedy_query_takes_all_there_is() -> None:
    base, fini, refusees, lues = Base(load_edition()), Event(), [], 0

    def ask_again() -> None:
        while not fini.is_set():
            with suppress(MemoireDepassee):
                base.query(GOURMANDE)

    gourmand = Thread(target=ask_again)
    gourmand.start()
    limite = monotonic() + 4
    while monotonic() < limite:
        lues += 1
        try:
            base.rows("marches")
        except MemoireDepassee as refus:
            refusees.append(refus)
    fini.set()
    gourmand.join()
    assert len(refusees) <= lues / 100


def test_a_query_refused_once_is_asked_once_more() -> None:
    restantes = [duckdb.OutOfMemoryException("pic d’une autre"), None]

    def attempt() -> str:
        if panne := restantes.pop(0):
            raise panne
        return "répondu"

    assert (insist(Lock(), attempt), restantes) == ("répondu", [])


@pytest.mark.usefixtures("peu")
def test_rows_streamed_over_the_limit_end_in_the_same_sentence() -> None:
    with pytest.raises(MemoireDepassee):
        list(Base(load_edition()).iterate("select rang || 'x' as texte from range(3_000_000) t(rang) order by 1 desc"))


def test_an_edition_that_does_not_fit_is_refused_by_the_same_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    publish_hours()
    monkeypatch.setenv("SPAPSER_MEMOIRE_PAGES", "1MB")
    with pytest.raises(MemoireDepassee, match="les 1\u00a0Mo réservés"):
        Base(load_edition())
    monkeypatch.delenv("SPAPSER_MEMOIRE_PAGES")
    assert read_hours(load_edition()) == 1000


def test_nothing_overflows_to_the_disk_of_the_server() -> None:
    (reglage,) = Base(load_edition()).query("select current_setting('temp_directory') as dossier")
    assert not reglage["dossier"]


@pytest.mark.parametrize("ecrite", ["512MB", "512 Mo", "0,5 Go", "512mib", ""])
def test_a_size_is_read_as_people_write_it(ecrite: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPAPSER_MEMOIRE_PAGES", ecrite)
    assert Base(load_edition()).count_rows("marches") > 0


@pytest.mark.parametrize(("ouvre", "variable"), [(lambda: Base(load_edition()), "SPAPSER_MEMOIRE_PAGES"),
                                                 (Atelier, "SPAPSER_MEMOIRE")])
@pytest.mark.parametrize("ecrite", ["beaucoup", "80%", "-1GB", "0GB", "12"])
def test_a_size_that_is_none_is_said_with_its_variable(ouvre, variable: str, ecrite: str,
                                                       monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable, ecrite)
    with pytest.raises(ReglageInvalide, match=f"^La variable {variable} vaut « {ecrite} »"):
        ouvre()


def test_a_wrong_query_is_still_said_as_such() -> None:
    with pytest.raises(CatalogueInvalide) as refus:
        Base(load_edition()).query("select absente from marches")
    assert isinstance(refus.value, SpapserError)


@pytest.mark.parametrize(("reserve", "limite"), [(0, "858.3 MiB"), (300_000_000, "572.2 MiB"), (2_000_000_000, "429.1 MiB")])
def test_the_database_leaves_room_for_the_columns_kept_beside_it(reserve: int, limite: str) -> None:
    with closing(Atelier(reserve)) as atelier:
        assert atelier.query("select value from duckdb_settings() where name = 'memory_limit'") == [(limite,)]
