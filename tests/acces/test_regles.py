"""The allow-list: e-mail, domain or group give a role, the highest counts; a broken file says where, and opens nothing."""

from pathlib import Path

import pytest

from spapser.acces import Role
from spapser.acces.regles import load_regles
from spapser.acces.sessions import close_token, follow_token, time
from spapser.errors import AccesIllisible

LISTE = """
[fournisseur]
nom = "ProConnect"
section = "proconnect"
groupes = "realm_access.roles"

[session]
inactivite_minutes = 30
duree_heures = 8

[[acces]]
role = "agent"
domaine = "grandorlyseinebievre.fr"

[[acces]]
role = "responsable"
courriel = "Anne@GrandOrlySeineBievre.fr"

[[acces]]
role = "responsable"
groupe = "/achats-responsables"
"""


@pytest.fixture
def liste(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of the parameters."""
    fichier = tmp_path / "acces.toml"
    fichier.write_text(LISTE, "utf-8")
    monkeypatch.setenv("SPAPSER_ACCES", str(fichier))
    return fichier


@pytest.mark.parametrize(("revendications", "role"), [
    ({"email": "anne@grandorlyseinebievre.fr"}, Role.RESPONSABLE),
    ({"email": "ANNE@grandorlyseinebievre.fr", "email_verified": True}, Role.RESPONSABLE),
    ({"email": "anne@grandorlyseinebievre.fr", "email_verified": False}, Role.LECTEUR),
    ({"email": "paul@grandorlyseinebievre.fr"}, Role.AGENT),
    ({"email": "paul@exemple.grandorlyseinebievre.fr"}, Role.LECTEUR),
    ({"email": "paul@grandorlyseinebievre.fr.exemple.fr"}, Role.LECTEUR),
    ({"email": "anne@grandorlyseinebievre.fr@exemple.fr"}, Role.LECTEUR),
    ({"email": "paul@exemple.fr", "realm_access": {"roles": ["/Achats-Responsables"]}}, Role.RESPONSABLE),
    ({"email": "paul@exemple.fr", "realm_access": "achats-responsables"}, Role.LECTEUR),
    ({"email": "paul@exemple.fr", "groups": ["achats-responsables"]}, Role.LECTEUR),
    ({"sub": "1"}, Role.LECTEUR), ({"email": None, "sub": "1"}, Role.LECTEUR), ({}, Role.LECTEUR)])
def test_the_claims_give_the_role(liste: Path, revendications: dict, role: Role) -> None:
    assert load_regles().find_personne(revendications).role is role


@pytest.mark.parametrize(("revendications", "nom", "courriel"), [
    ({"name": "Anne  Martin", "email": "Anne@x.fr"}, "Anne Martin", "anne@x.fr"),
    ({"given_name": "Anne", "usual_name": "MARTIN", "email": "a@x.fr"}, "Anne MARTIN", "a@x.fr"),
    ({"given_name": "Anne", "family_name": "Martin", "sub": "7"}, "Anne Martin", "7"),
    ({"email": "a@x.fr"}, "a@x.fr", "a@x.fr"), ({"name": "x" * 300, "sub": "7"}, "x" * 80, "7")])
def test_the_claims_give_the_identity(liste: Path, revendications: dict, nom: str, courriel: str) -> None:
    personne = load_regles().find_personne(revendications)
    assert (personne.nom, personne.courriel) == (nom, courriel)


def test_without_a_file_nobody_has_a_role() -> None:
    assert load_regles().find_personne({"email": "a@x.fr", "groups": ["admin"]}).role is Role.LECTEUR


@pytest.mark.parametrize("texte", [
    "[", "[[acces]]\nrole = 'roi'\ncourriel = 'a@x.fr'", "[[acces]]\nrole = 'agent'", "[[acces]]\nrole = 'agent'\ncourriel = ''",
    "[[acces]]\nrole = 'agent'\ncourriel = 'a@x.fr'\ngroupe = 'g'", "[[acces]]\nrole = 'agent'\nmel = 'a@x.fr'",
    "[session]\nduree_heures = 0", "[session]\nduree = 3", "[autre]\nx = 1", "acces = 3", "[fournisseur]\nlogo = 'x'"])
def test_a_broken_list_is_said_and_gives_nothing(liste: Path, texte: str) -> None:
    liste.write_text(texte, "utf-8")
    with pytest.raises(AccesIllisible, match=r"« acces\.toml »"):
        load_regles()


def test_a_missing_list_is_said(liste: Path) -> None:
    liste.unlink()
    with pytest.raises(AccesIllisible, match="vérifier SPAPSER_ACCES"):
        load_regles()


def claim(age: float = 0) -> dict:
    return {"iss": "https://exemple.fr", "sub": "1", "iat": time.time() - age}


def test_a_token_lasts_as_long_as_the_list_says(liste: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    jeton = claim()
    assert follow_token(jeton)
    debut = time.time()
    monkeypatch.setattr("spapser.acces.sessions.time.time", lambda: debut + 1000)
    assert follow_token(jeton)
    monkeypatch.setattr("spapser.acces.sessions.time.time", lambda: debut + 1000 + 1801)
    assert not follow_token(jeton)


@pytest.mark.parametrize("age", [8 * 3600 + 1, 30 * 86400])
def test_an_old_token_is_worth_nothing_though_its_cookie_lasts_a_month(liste: Path, age: int) -> None:
    assert not follow_token(claim(age))


def test_a_token_without_a_time_of_issue_is_worth_nothing(liste: Path) -> None:
    assert not follow_token({"iss": "https://exemple.fr", "sub": "1"})


def test_a_token_that_was_signed_out_stays_out(liste: Path) -> None:
    jeton = claim()
    follow_token(jeton)
    close_token(jeton)
    assert not follow_token(jeton)
    assert follow_token(claim(5))  # the same person, signed in again
