"""A clock that goes backwards: editions and the audit log keep their order, sessions do not last for ever."""

from datetime import datetime, timedelta

import pytest

from spapser.acces.audit import read_entries
from spapser.acces.comptes import find_compte, sign_in
from spapser.acces.sessions import close_token, follow_token
from spapser.server.sante import measure_age
from spapser.store import load_edition
from spapser.ui.journal import list_editions
from tests.acces.comptes import SECRET, Horloge
from tests.acces.journal import find_fault
from tests.pages.depot import publish_rows, shift_year

AN, JETON = 365 * 86400, {"iss": "https://exemple.fr", "sub": "7"}


class HorlogeCivile(datetime):
    """The date of the day, moved by the test."""

    recul = timedelta(0)

    @classmethod
    def now(cls, tz=None) -> datetime:
        return datetime.now(tz) - cls.recul


@pytest.fixture
def civile(monkeypatch: pytest.MonkeyPatch) -> type[HorlogeCivile]:
    """The clock by which publications and lines of the log are dated."""
    for module in ("spapser.acces.audit.ecriture", "tests.pages.depot"):
        monkeypatch.setattr(f"{module}.datetime", HorlogeCivile)
    monkeypatch.setattr(HorlogeCivile, "recul", timedelta(0))
    return HorlogeCivile


def test_publications_dated_before_the_last_one_follow_it_all_the_same(civile: type[HorlogeCivile]) -> None:
    annee, lignes = shift_year("insertion_operations")
    for rang, recul in enumerate((0, 400, 30), start=1):
        civile.recul = timedelta(days=recul)
        assert publish_rows("insertion_operations", annee, lignes[:rang]).numero == rang
    editions, fautes = list_editions()
    assert ([edition.numero for edition in editions], fautes) == ([3, 2, 1], [])
    assert [edition.publication.parent for edition in editions] == [2, 1, 0]
    assert editions[1].date < editions[2].date
    assert load_edition().parties[0].lignes == 3
    assert [ligne["rang"] for ligne in read_entries()] == [1, 2, 3]
    assert find_fault() == ""


def test_an_edition_dated_later_than_now_has_no_negative_age(civile: type[HorlogeCivile]) -> None:
    civile.recul = timedelta(days=-400)
    annee, lignes = shift_year("insertion_operations")
    assert measure_age(publish_rows("insertion_operations", annee, lignes[:1])) == 0


@pytest.mark.usefixtures("compte")
@pytest.mark.parametrize(("recul", "dure"), [(60, True), (250, True), (3600, False), (AN, False)])
def test_a_session_opened_after_now_lasts_only_within_what_clocks_may_differ_by(
        recul: int, dure: bool, horloge: Horloge) -> None:
    secret = sign_in("camille", SECRET)
    horloge.heure -= recul
    assert (find_compte(secret) is not None) is dure


@pytest.mark.usefixtures("compte")
def test_a_clock_moved_again_and_again_does_not_make_a_session_last(horloge: Horloge) -> None:
    secret, debut = sign_in("camille", SECRET), horloge.heure
    while find_compte(secret) is not None and horloge.heure < debut + AN:
        horloge.heure += 1800
        find_compte(secret)
        horloge.heure -= 200
    assert horloge.heure - debut < 11 * 3600


@pytest.mark.usefixtures("compte")
def test_one_signs_in_again_on_the_new_time(horloge: Horloge) -> None:
    sign_in("camille", SECRET)
    horloge.heure -= AN
    assert find_compte(sign_in("camille", SECRET)) is not None


def test_a_token_that_was_signed_out_stays_so_when_the_clock_comes_back(horloge: Horloge) -> None:
    jeton = JETON | {"iat": horloge.heure}
    assert follow_token(jeton)
    close_token(jeton)
    horloge.heure -= AN
    assert not follow_token(jeton)
    assert follow_token(JETON | {"iat": horloge.heure})
    horloge.heure += AN
    assert not follow_token(jeton)
