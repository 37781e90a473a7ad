"""Publishing is open to a person at the machine of the server, and to nobody else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from spapser.acces import VISITEUR, Role, operator
from spapser.acces.comptes import create_compte
from spapser.server.acces import describe_acces
from spapser.ui import poste
from spapser.ui.identite import POSTE
from spapser.ui.personne import current_personne, is_configured
from spapser.ui.poste import is_loopback, why_server, why_visit
from tests.pages.bureau import open_page, read

LOCAL = {"Host": "127.0.0.1:8501", "Origin": "http://127.0.0.1:8501", "User-Agent": "essai"}


@pytest.mark.parametrize("adresse", ["127.0.0.1", "localhost", "LOCALHOST", "::1", "127.8.4.2"])
def test_a_server_on_the_loopback_address_is_open(adresse: str) -> None:
    assert why_server(adresse) == ""
    assert is_loopback(adresse)


@pytest.mark.parametrize("adresse", [None, "", "0.0.0.0", "::", "192.168.1.12", "spapser.exemple.fr", "127.0.0.1.exemple.fr"])
def test_a_server_that_others_can_reach_is_closed_with_its_reason(adresse: str | None) -> None:
    raison = why_server(adresse)
    assert raison.startswith("La publication est fermée")
    assert raison.endswith(".")
    assert not adresse or f"« {adresse} »" in raison


@pytest.mark.parametrize(("entetes", "ip"), [
    (LOCAL, None), (LOCAL, "127.0.0.1"), (LOCAL, "::1"), (LOCAL | {"Host": "localhost"}, None), ({"Host": "[::1]:8501"}, None),
    (LOCAL | {"Origin": "http://localhost:8501"}, None), ({}, None)])
def test_a_visit_from_the_machine_is_open(entetes: dict[str, str], ip: str | None) -> None:
    assert why_visit(entetes, ip) == ""


@pytest.mark.parametrize(("entetes", "ip"), [
    (LOCAL, "192.168.1.30"), (LOCAL, "2001:db8::1"), (LOCAL | {"Host": "192.168.1.2:8501"}, None),
    (LOCAL | {"Host": "spapser.exemple.fr"}, None), (LOCAL | {"Host": "127.0.0.1.exemple.fr"}, None),
    (LOCAL | {"Host": "localhost.exemple.fr"}, None), (LOCAL | {"Host": ""}, None),
    (LOCAL | {"Host": "127.0.0.1@exemple.fr"}, None),
    (LOCAL | {"Host": "[::1"}, None), ({"Origin": "http://127.0.0.1"}, None), (LOCAL | {"Origin": "https://exemple.fr"}, None),
    (LOCAL | {"Origin": "null"}, None)])
def test_a_visit_from_elsewhere_is_closed(entetes: dict[str, str], ip: str | None) -> None:
    assert "une autre adresse" in why_visit(entetes, ip)


@pytest.mark.parametrize("nom", ["X-Forwarded-For", "x-forwarded-host", "X-Forwarded-Proto", "Forwarded", "X-Real-IP",
                                 "x-real-ip", "Via", "CF-Connecting-IP"])
def test_a_visit_through_a_relay_is_closed_whatever_the_relay_says(nom: str) -> None:
    assert "un relais" in why_visit(LOCAL | {nom: "127.0.0.1"}, None)
    assert "un relais" in why_visit(LOCAL | {nom: ""}, None)


def test_the_open_local_post_says_so_on_the_pages_that_write_and_nowhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    essai = open_page()
    assert POSTE in read(essai)
    assert POSTE not in read(essai.switch_page("pages/territoire.py").run())
    monkeypatch.setattr(poste, "why_visit", lambda *arguments: poste.DISTANT)
    lu = read(open_page())
    assert poste.DISTANT in lu
    assert "Poste local" not in lu


def test_a_visit_is_the_local_post_or_a_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(poste, "why_elsewhere", lambda: "")
    assert (current_personne().role, current_personne().connue) == (Role.RESPONSABLE, False)
    monkeypatch.setattr(poste, "why_elsewhere", lambda: poste.DISTANT)
    assert current_personne() is VISITEUR


def test_with_an_account_the_machine_itself_must_sign_in(depot_neuf: Path) -> None:
    create_compte(operator(), "camille", "Camille Durand", Role.RESPONSABLE, "quatre mots sans lien")
    essai = open_page()
    lu = read(essai)
    assert "Il faut se connecter pour déposer un fichier" in lu
    assert "Poste local" not in lu
    assert not essai.get("file_uploader")


def test_a_damaged_file_of_accounts_never_opens_and_the_start_says_why(depot_neuf: Path) -> None:
    (depot_neuf / "acces").mkdir(parents=True)
    (depot_neuf / "acces" / "comptes.json").write_text("{")
    essai = open_page()
    assert "Il faut se connecter" in read(essai)
    assert "« comptes.json » est illisible" in describe_acces("127.0.0.1")[0].replace("\u00a0", " ")
    assert not essai.get("file_uploader")


@pytest.fixture
def secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A file of secrets, the only one; nothing of it remains afterwards."""
    fichier = tmp_path / "secrets.toml"
    option = st.get_option
    monkeypatch.setattr(st, "get_option", lambda nom: [str(fichier)] if nom == "secrets.files" else option(nom))
    monkeypatch.setattr("streamlit.config.get_option", st.get_option)
    st.secrets._reset()
    yield fichier
    monkeypatch.undo()
    st.secrets._reset()


@pytest.mark.parametrize(("texte", "ferme"), [("[auth\nclient", True), ("[auth]\nclient_id = 'x'", True), ("cle = 1", False),
                                              (None, False)])
def test_secrets_that_cannot_be_read_close_as_those_that_name_a_provider(secrets: Path, texte: str | None, ferme: bool,
                                                                          depot_neuf: Path) -> None:
    if texte is not None:
        secrets.write_text(texte)
    assert is_configured() is ferme
    dites = describe_acces("127.0.0.1")
    assert [("ne se lisent pas" in dite) for dite in dites] == ([texte.startswith("[auth\n")] if ferme else [])
