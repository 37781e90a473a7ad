"""Accounts and audit log on the command line: the password is never an argument, the status says whether the log is whole."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from spapser.acces.comptes import load_comptes, sign_in
from tests.server.lancement import PROJECT, environment
from tests.store.publication import publish_hours

SECRET = "quatre mots sans lien"


@pytest.fixture(autouse=True)
def depot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder."""
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path / "depot"))
    return tmp_path / "depot"


def run(*arguments: str, entree: str = "") -> tuple[int, str, str]:
    """Status, output, errors of a command; no-break spaces made plain."""
    fini = subprocess.run([sys.executable, "-m", "spapser", *arguments], cwd=PROJECT, env=environment(), input=entree, text=True,
                          capture_output=True, timeout=60, check=False)
    return fini.returncode, fini.stdout.replace("\u00a0", " "), fini.stderr.replace("\u00a0", " ")


def test_an_account_from_its_making_to_its_removal() -> None:
    assert run("compte", "creer", "camille", "--nom", "Camille Durand", entree=f"{SECRET}\n")[:2] == (
        0, "Compte « camille » créé, rôle agent.\n")
    assert sign_in("camille", SECRET)
    assert run("compte", "role", "camille", "responsable")[0] == 0
    sortie = run("compte", "lister", "--json")[1]
    assert [(c["identifiant"], c["nom"], c["role"]) for c in json.loads(sortie)] == [("camille", "Camille Durand", "responsable")]
    assert "argon2" not in sortie + run("compte", "lister")[1]
    assert run("compte", "supprimer", "camille")[0] == 0
    assert (run("compte", "lister")[1], load_comptes()) == ("Aucun compte local.\n", {})


@pytest.mark.parametrize(("arguments", "entree", "statut"), [
    (("creer", "camille", "--nom", "C"), "court\n", 1), (("creer", "camille", "--nom", "C"), "", 1),
    (("role", "personne", "agent"), "", 1), (("role", "camille", "roi"), "", 2), (("supprimer", "personne"), "", 1),
    (("creer", "camille", "--nom", "C", "--mot-de-passe", SECRET), "", 2)])
def test_a_refusal_is_one_french_sentence(arguments: tuple[str, ...], entree: str, statut: int) -> None:
    rendu, sortie, erreurs = run("compte", *arguments, entree=entree)
    assert (rendu, sortie) == (statut, "")
    assert len(erreurs.strip().splitlines()) == 1
    assert "Traceback" not in erreurs


def test_on_a_terminal_the_password_is_asked_twice_and_never_shown() -> None:
    maitre, esclave = pty.openpty()
    processus = subprocess.Popen([sys.executable, "-m", "spapser", "compte", "creer", "camille", "--nom", "Camille Durand"],
                                 cwd=PROJECT, env=environment(), stdin=esclave, stdout=esclave, stderr=esclave,
                                 start_new_session=True)
    os.close(esclave)
    vu = b""
    for rang in (1, 2):
        while vu.count(b" : ") < rang:
            vu += os.read(maitre, 1000)
        os.write(maitre, f"{SECRET}\n".encode())
    assert processus.wait(60) == 0
    vu += os.read(maitre, 1000)
    os.close(maitre)
    assert SECRET.encode() not in vu
    assert sign_in("camille", SECRET)


def test_the_log_is_listed_and_verified(depot: Path) -> None:
    assert run("audit")[1] == "Le journal d’audit est vide : rien n’a été publié ni refusé.\n"
    publish_hours(2025, 1)
    publish_hours(2025, 2)
    assert "publication, Camille (ligne de commande) : edition 2" in run("audit", "--dernieres", "1")[1]
    statut, sortie, _ = run("audit", "--verifier")
    assert (statut, sortie.startswith("Le journal d’audit est entier : 2 lignes")) == (0, True)
    journal = depot / "audit" / "journal.jsonl"
    journal.write_bytes(journal.read_bytes().replace(b"Camille", b"Camilla", 1))
    statut, sortie, _ = run("audit", "--verifier")
    assert (statut, sortie) == (1, "La chaîne est rompue à la ligne 1 : la ligne a été modifiée ou coupée.\n")
    statut, sortie, _ = run("audit", "--verifier", "--json")
    assert (statut, json.loads(sortie)["entier"], json.loads(sortie)["lignes"]) == (1, False, 0)
