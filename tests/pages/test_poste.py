"""Publishing is open to a person at the machine of the server, and to nobody else."""

import pytest

from spapser.ui.poste import is_loopback, why_server, why_visit

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
