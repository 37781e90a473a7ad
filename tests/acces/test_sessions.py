"""Sessions of local accounts: they end by themselves, on sign-out, and with the password or the account."""


import pytest

from spapser.acces import Role, operator
from spapser.acces.audit import read_entries
from spapser.acces.comptes import (
    change_mot_de_passe,
    change_role,
    connexion,
    delete_compte,
    find_compte,
    load_comptes,
    sign_in,
)
from spapser.acces.sessions import close_session
from tests.acces.comptes import AUTRE, SECRET, Horloge, attempt

pytestmark = pytest.mark.usefixtures("compte")


@pytest.mark.parametrize(("apres", "dure"), [(3500, True), (3601, False)])
def test_a_session_left_alone_ends(apres: int, dure: bool, horloge: Horloge) -> None:
    secret = sign_in("camille", SECRET)
    horloge.heure += apres
    assert (find_compte(secret) is not None) is dure


def test_a_session_in_use_ends_all_the_same_after_ten_hours(horloge: Horloge) -> None:
    secret, heures = sign_in("camille", SECRET), 0.0
    while find_compte(secret) is not None:
        horloge.heure += 1800
        heures += 0.5
    assert heures == 10


def test_signing_out_ends_it_on_the_server_whoever_kept_the_cookie(horloge: Horloge) -> None:
    secret, autre = sign_in("camille", SECRET), sign_in("camille", SECRET)
    close_session(secret)
    assert find_compte(secret) is None
    horloge.heure += 120
    assert find_compte(secret) is None
    assert find_compte(autre) is not None


def test_a_role_counts_at_once_and_another_password_or_a_removal_ends_sessions() -> None:
    secret = sign_in("camille", SECRET)
    change_role(operator(), "camille", Role.RESPONSABLE)
    assert find_compte(secret).personne.role is Role.RESPONSABLE
    change_mot_de_passe(operator(), "camille", AUTRE)
    assert find_compte(secret) is None
    assert attempt("camille", SECRET) == connexion.ECHEC
    secret = sign_in("camille", AUTRE)
    delete_compte(operator(), "camille")
    assert find_compte(secret) is None
    assert load_comptes() == {}
    assert [ligne["acte"] for ligne in read_entries() if ligne["origine"] == "ligne de commande"] == [
        "compte créé", "rôle changé", "mot de passe changé", "compte supprimé"]
