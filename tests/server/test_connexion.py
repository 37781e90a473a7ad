"""The local sign-in as a browser or an attacker meets it: the real routes, without the rest of the product."""

import re
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from spapser.acces import Role, operator
from spapser.acces.comptes import create_compte, find_compte
from spapser.acces.sessions import COOKIE
from spapser.server.acces import describe_acces
from spapser.server.connexion import ETRANGER, JETON, connexion_routes
from spapser.ui import personne

SECRET, BASE = "quatre mots sans lien", "https://spapser.exemple.fr"


@pytest.fixture
def depot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, no provider."""
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path / "depot"))
    monkeypatch.setattr(personne, "has_fournisseur", lambda: False)
    return tmp_path / "depot"


@pytest.fixture
def client(depot: Path) -> TestClient:
    """A browser in front of a service with one account."""
    create_compte(operator(), "camille", "Camille Durand", Role.RESPONSABLE, SECRET)
    return TestClient(Starlette(routes=connexion_routes()), base_url=BASE, follow_redirects=False)


def ask(client: TestClient, suite: str = "", **entetes: str) -> str:
    """The word of the form."""
    page = client.get(f"/connexion{suite}", headers=entetes)
    return re.search(r'name="jeton" value="([^"]+)"', page.text)[1]


def send(client: TestClient, suite: str = "", mot: str = SECRET, jeton: str | None = None, **entetes: str):
    """Fill the form and send it."""
    jeton = ask(client) if jeton is None else jeton
    champs = {"jeton": jeton, "identifiant": "camille", "mot_de_passe": mot}
    return client.post(f"/connexion{suite}", data=champs, headers={"origin": BASE} | entetes)


def test_signing_in_sets_a_cookie_for_this_site_alone_and_goes_back_to_the_page(client: TestClient) -> None:
    reponse = send(client, "?suite=deposer")
    assert (reponse.status_code, reponse.headers["location"], reponse.headers["cache-control"]) == (303, "./deposer", "no-store")
    pose = next(c for c in reponse.headers.get_list("set-cookie") if c.startswith(COOKIE))
    assert {"HttpOnly", "SameSite=strict", "Secure", "Path=/", "Max-Age=36000"} <= set(pose.split("; "))
    assert find_compte(reponse.cookies[COOKIE]).identifiant == "camille"


@pytest.mark.parametrize("suite", ["//exemple.fr", "https://exemple.fr", "../x", "inconnue", "deposer%0d%0aX:1", "%00",
                                   "déposer"])
def test_one_goes_back_to_a_page_of_this_site_only(client: TestClient, suite: str) -> None:
    assert send(client, f"?suite={suite}").headers["location"] == "./"


@pytest.mark.parametrize("origine", ["https://exemple.fr", "null", "", "https://spapser.exemple.fr.exemple.net",
                                     "https://spapser.exemple.fr:8443"])
def test_a_form_of_another_site_is_refused(client: TestClient, origine: str) -> None:
    reponse = send(client, origin=origine)
    assert (reponse.status_code, ETRANGER in reponse.text.replace("\u00a0", " "), COOKIE in reponse.cookies) == (403, True, False)


@pytest.mark.parametrize("jeton", ["", "faux", "é"])
def test_a_form_without_the_word_of_its_cookie_is_refused(client: TestClient, jeton: str) -> None:
    ask(client)
    assert send(client, jeton=jeton).status_code == 403
    client.cookies.delete(JETON)
    assert send(client, jeton="").status_code == 403


def test_a_wrong_password_gets_the_form_again_and_no_session(client: TestClient) -> None:
    reponse = send(client, mot="<script>alert(1)</script>")
    assert (reponse.status_code, COOKIE in reponse.cookies) == (401, False)
    assert "Identifiant ou mot de passe incorrect." in reponse.text
    assert "<script" not in reponse.text


def test_a_form_beyond_all_proportion_is_not_read(client: TestClient) -> None:
    assert send(client, mot="m" * 5000).status_code == 413


def test_a_password_does_not_travel_in_the_clear(client: TestClient) -> None:
    clair = TestClient(client.app, base_url="http://spapser.exemple.fr", follow_redirects=False)
    assert clair.get("/connexion").status_code == 403
    assert clair.post("/connexion", data={"identifiant": "camille", "mot_de_passe": SECRET}).status_code == 403
    assert "https" in clair.get("/connexion").text
    derriere = clair.get("/connexion", headers={"x-forwarded-proto": "https"})
    assert derriere.status_code == 200
    assert "Secure" in derriere.headers["set-cookie"]


def test_at_the_machine_itself_one_signs_in_without_tls(client: TestClient) -> None:
    local = TestClient(client.app, base_url="http://127.0.0.1:8501", follow_redirects=False)
    reponse = send(local, origin="http://127.0.0.1:8501")
    assert reponse.status_code == 303
    assert "Secure" not in reponse.headers["set-cookie"]


def test_without_an_account_there_is_no_form(depot: Path) -> None:
    vide = TestClient(Starlette(routes=connexion_routes()), base_url=BASE)
    assert vide.get("/connexion").status_code == 404
    assert vide.post("/connexion", data={"identifiant": "x"}).status_code == 404


@pytest.mark.parametrize("adresse", [None, "0.0.0.0", "192.168.1.12"])
def test_the_start_says_that_writing_is_closed_beyond_the_loopback(depot: Path, adresse: str | None) -> None:
    (phrase,) = describe_acces(adresse)
    assert phrase.startswith("La publication est fermée")
    assert "docs/acces.md" in phrase
    assert describe_acces("127.0.0.1") == []


def test_the_start_says_who_may_sign_in(client: TestClient, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert [p.replace("\u00a0", " ") for p in describe_acces("0.0.0.0")] == ["Connexion par compte local : 1 compte."]
    monkeypatch.setenv("SPAPSER_ACCES", str(tmp_path / "absent.toml"))
    assert "La publication est fermée" in describe_acces("0.0.0.0")[0]
