"""Local accounts: made by the operator only, kept private, guessed by nobody, the same answer whatever the failure."""

import subprocess
import sys
from pathlib import Path

import pytest

from spapser.acces import Origine, Personne, Role, local_post, operator
from spapser.acces.audit import read_entries
from spapser.acces.comptes import (
    change_mot_de_passe,
    change_role,
    connexion,
    create_compte,
    delete_compte,
    find_compte,
    load_comptes,
    sign_in,
    tentatives,
    unlock_compte,
)
from spapser.acces.comptes.registre import comptes_path
from spapser.acces.sessions import sessions_path
from spapser.errors import AccesIllisible, AccesRefuse
from tests.acces.comptes import AUTRE, FAUX, SECRET, Horloge, attempt
from tests.server.lancement import PROJECT, environment

pytestmark = pytest.mark.usefixtures("compte")


def test_the_file_is_private_and_holds_no_password(depot: Path) -> None:
    assert comptes_path() == depot / "acces" / "comptes.json"
    assert (comptes_path().stat().st_mode & 0o777, comptes_path().parent.stat().st_mode & 0o777) == (0o600, 0o700)
    texte = comptes_path().read_text("utf-8")
    assert "$argon2id$" in texte
    ecrits = "".join(f.read_text("utf-8", "replace") for f in depot.rglob("*") if f.is_file())
    assert SECRET not in ecrits


def test_who_signs_in_is_the_account(horloge: Horloge) -> None:
    secret = sign_in(" Camille ", SECRET)
    compte = find_compte(secret)
    assert (compte.personne.nom, compte.personne.courriel, compte.personne.role) == ("Camille Durand", "camille", Role.AGENT)
    assert secret not in sessions_path().read_text("utf-8")
    assert find_compte(secret + "x") is None


@pytest.mark.parametrize(("nom", "mot"), [("camille", FAUX), ("inconnue", SECRET), ("", ""), ("camille", ""),
                                          ("camille'--", SECRET), ("c" * 5000, "m" * 5000), ("camille", SECRET + " ")])
def test_every_failure_has_the_same_answer(nom: str, mot: str) -> None:
    with pytest.raises(AccesRefuse) as refus:
        sign_in(nom, mot)
    assert str(refus.value) == connexion.ECHEC
    assert find_compte("") is None


def test_an_unknown_name_costs_the_same_work_as_a_wrong_password(monkeypatch: pytest.MonkeyPatch) -> None:
    from argon2 import PasswordHasher
    verifies: list[str] = []
    vraie = PasswordHasher.verify

    def count(self, empreinte: str, mot: str) -> bool:
        verifies.append(empreinte.split("$")[3])
        return vraie(self, empreinte, mot)

    monkeypatch.setattr(PasswordHasher, "verify", count)
    for nom in ("camille", "inconnue"):
        with pytest.raises(AccesRefuse):
            sign_in(nom, FAUX)
    assert len(verifies) == 2
    assert verifies[0] == verifies[1]  # the same memory, passes and lanes


@pytest.mark.parametrize("nom", ["camille", "inconnue"])
def test_after_five_failures_the_delay_grows_even_for_the_right_password(nom: str, horloge: Horloge, sans_travail: None) -> None:
    assert [attempt(nom, FAUX) for _ in range(5)] == [connexion.ECHEC] * 5
    attentes = []
    for _ in range(7):
        assert attempt(nom, SECRET).startswith("Trop d’essais : attendre")
        attente, _ = tentatives.take_attempt(nom)
        attentes.append(attente)
        horloge.heure += attente
        assert attempt(nom, FAUX) == connexion.ECHEC
    assert attentes == [30, 60, 120, 240, 480, 900, 900]


def test_the_right_password_after_the_delay_opens_and_forgets(horloge: Horloge, sans_travail: None) -> None:
    for _ in range(5):
        attempt("camille", FAUX)
    horloge.heure += 30
    assert attempt("camille", SECRET) == "ouverte"
    assert [attempt("camille", FAUX) for _ in range(5)] == [connexion.ECHEC] * 5


def test_a_clock_that_goes_backwards_locks_nobody_for_longer(horloge: Horloge, sans_travail: None) -> None:
    for _ in range(5):
        attempt("camille", FAUX)
    horloge.heure -= 10 * 86400
    assert attempt("camille", SECRET) == "Trop d’essais : attendre 30\u00a0secondes, puis recommencer."


def test_many_names_together_are_slowed_down(horloge: Horloge, sans_travail: None) -> None:
    dits = [attempt(f"nom{rang}", FAUX) for rang in range(40)]
    assert dits[:30] == [connexion.ECHEC] * 30
    assert dits[30:] == ["Trop d’essais : attendre 1\u00a0minute, puis recommencer."] * 10
    horloge.heure += 61
    assert attempt("camille", SECRET) == "ouverte"


def test_failures_are_counted_across_processes(depot: Path) -> None:
    code = ("from spapser.acces.comptes import connexion\nconnexion.matches = lambda mot, empreinte: False\n"
            "for _ in range(3):\n    try: connexion.sign_in('camille', 'x')\n    except Exception as refus: print(refus)")
    sorties = [subprocess.run([sys.executable, "-c", code], cwd=PROJECT, env=environment(), capture_output=True, text=True,
                              check=True).stdout.splitlines() for _ in range(2)]
    assert [ligne == connexion.ECHEC for sortie in sorties for ligne in sortie] == [True] * 5 + [False]


def test_the_log_keeps_failures_lockouts_and_sign_ins_but_never_what_was_typed(horloge: Horloge, sans_travail: None,
                                                                             depot: Path) -> None:
    attempt("Mot2passe-tapé-ici", FAUX)
    for _ in range(5):
        attempt("camille", FAUX)
    horloge.heure += 31
    attempt("camille", SECRET)
    lignes = [(ligne["acte"], ligne["objet"].get("compte")) for ligne in read_entries()]
    assert lignes == [("compte créé", "camille"), ("échec de connexion", "inconnu"), *[("échec de connexion", "camille")] * 4,
                      ("blocage", "camille"), ("connexion", None)]
    ecrits = "".join(f.read_text("utf-8", "replace") for f in depot.rglob("*") if f.is_file())
    assert "tapé-ici" not in ecrits
    assert FAUX not in ecrits


def test_the_operator_unlocks(sans_travail: None) -> None:
    for _ in range(5):
        attempt("camille", FAUX)
    unlock_compte(operator(), "camille")
    assert attempt("camille", SECRET) == "ouverte"


@pytest.mark.parametrize("personne", [local_post("Camille"), Personne("C", "c", Role.RESPONSABLE, Origine.COMPTE)])
def test_only_the_operator_of_the_machine_manages_accounts(personne: Personne) -> None:
    for geste in (lambda: create_compte(personne, "autre", "Autre", Role.RESPONSABLE, AUTRE),
                  lambda: change_role(personne, "camille", Role.RESPONSABLE), lambda: delete_compte(personne, "camille"),
                  lambda: change_mot_de_passe(personne, "camille", AUTRE), lambda: unlock_compte(personne, "camille")):
        with pytest.raises(AccesRefuse, match="sur la machine du serveur"):
            geste()
    assert [(c.identifiant, c.role) for c in load_comptes().values()] == [("camille", "agent")]


@pytest.mark.parametrize(("identifiant", "nom", "mot", "dit"), [
    ("camille", "Autre", AUTRE, "existe déjà"), ("../evil", "Autre", AUTRE, "n’est pas un identifiant"),
    ("Été", "Autre", AUTRE, "n’est pas un identifiant"), ("autre", " ", AUTRE, "nom complet"),
    ("autre", "Autre", "court", "5 caractères"), ("autre", "Autre", "autre-autre-autre", "se devine"),
    ("autre", "Autre", "a" * 30, "se devine"), ("autre", "Autre", "ab" * 200, "400 caractères")])
def test_what_is_no_account_is_refused_in_one_sentence(identifiant: str, nom: str, mot: str, dit: str) -> None:
    with pytest.raises(AccesRefuse, match=dit):
        create_compte(operator(), identifiant, nom, Role.AGENT, mot)
    assert list(load_comptes()) == ["camille"]


@pytest.mark.parametrize("contenu", ["{", "[]", '{"camille": {}}', '{"camille": {"nom": "C", "role": "roi", "empreinte": "", '
                                     '"depuis": ""}}'])
def test_a_damaged_file_closes_and_says_so(contenu: str) -> None:
    comptes_path().write_text(contenu)
    with pytest.raises(AccesIllisible, match=r"« comptes\.json »"):
        load_comptes()


def test_a_file_open_to_others_is_refused_with_the_command_that_mends_it() -> None:
    comptes_path().chmod(0o644)
    with pytest.raises(AccesIllisible, match=r"chmod 600 comptes\.json"):
        load_comptes()
