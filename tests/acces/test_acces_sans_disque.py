"""The folder of accounts read-only, or gone: whoever is signed in goes on, nobody else enters, nothing opens."""

from pathlib import Path

import pytest

from spapser.acces.comptes import find_compte, has_comptes, sign_in
from spapser.errors import AccesIllisible
from tests.acces.comptes import SECRET, Horloge
from tests.store.disque import make_read_only

pytestmark = pytest.mark.usefixtures("compte")


def test_a_session_goes_on_over_a_read_only_disk_until_its_time_is_up(depot: Path, horloge: Horloge) -> None:
    secret = sign_in("camille", SECRET)
    with make_read_only(depot):
        horloge.heure += 1800
        assert find_compte(secret) is not None
        horloge.heure += 1801
        assert find_compte(secret) is None


def test_nobody_signs_in_over_a_read_only_disk_and_is_told_in_french(depot: Path) -> None:
    with make_read_only(depot), pytest.raises(AccesIllisible) as refus:
        sign_in("camille", SECRET)
    assert str(refus.value) in {f"La connexion est impossible : le dossier des accès ne s’écrit pas ({panne}) ; prévenir "
                                "l’administrateur du service." for panne in ("disque en lecture seule", "droits insuffisants")}


def test_accounts_that_are_gone_with_their_disk_still_close_the_service(depot: Path) -> None:
    secret = sign_in("camille", SECRET)
    assert has_comptes()
    parti = depot.rename(depot.with_name("parti"))
    assert has_comptes()
    assert find_compte(secret) is None
    parti.rename(depot)
    assert find_compte(secret) is not None
