"""The product behind the real nginx: same pages, same headers, and less than a person at the machine may do."""

import http.client
import json
import re
import socket
import ssl
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from spapser.server.entetes import HEADERS
from tests.deploy.conftest import Facade, run_nginx
from tests.deploy.demande import NOM, ask, greet, trust_anything
from tests.server.lancement import free_port

UNIQUES = [*map(str.lower, HEADERS), "content-security-policy", "strict-transport-security"]


@pytest.mark.parametrize("chemin", ["/", "/deposer", "/sante", "/habillage/fr.js", "/donnees/index", "/absent"])
def test_security_headers_are_there_once(facade: Facade, chemin: str) -> None:
    _, entetes, _ = ask(facade.port, chemin)
    noms = [nom for nom, _ in entetes]
    assert {nom: noms.count(nom) for nom in UNIQUES if noms.count(nom) != 1} == {}
    assert dict(entetes).get("server", "nginx") == "nginx"


def test_pages_arrive_compressed_by_the_application(facade: Facade) -> None:
    _, entetes, _ = ask(facade.port, "/", Accept_Encoding="br")
    assert dict(entetes)["content-encoding"] == "br"
    script = re.search(rb'src="\./(static/js/[^"]+\.js)"', ask(facade.port, "/")[2])[1].decode()
    _, entetes, _ = ask(facade.port, f"/{script}", Accept_Encoding="br")
    assert dict(entetes)["content-encoding"] == "br"
    assert "immutable" in dict(entetes)["cache-control"]


def test_plain_http_leads_to_tls(facade: Facade) -> None:
    connexion = http.client.HTTPConnection("127.0.0.1", facade.clair, timeout=30)
    connexion.request("GET", "/marches?annee=2024", headers={"Host": NOM})
    reponse = connexion.getresponse()
    assert (reponse.status, reponse.getheader("location")) == (301, f"https://{NOM}/marches?annee=2024")


def test_old_tls_and_other_names_have_no_answer(facade: Facade) -> None:
    contexte = trust_anything()
    with socket.create_connection(("127.0.0.1", facade.port), 30) as brut, pytest.raises(ssl.SSLError):
        contexte.wrap_socket(brut, server_hostname="autre.exemple.fr")
    vieux = trust_anything()
    vieux.set_ciphers("ALL:@SECLEVEL=0")
    vieux.options |= ssl.OP_NO_TLSv1_2 | ssl.OP_NO_TLSv1_3
    with socket.create_connection(("127.0.0.1", facade.port), 30) as brut, pytest.raises(ssl.SSLError):
        vieux.wrap_socket(brut, server_hostname=NOM)


def test_the_conversation_is_open_to_our_origin_only(facade: Facade) -> None:
    assert greet(facade.port, f"https://{NOM}") == 101
    assert greet(facade.port, "https://ailleurs.exemple") == 403
    assert greet(facade.port, f"https://{NOM}.ailleurs.exemple") == 403


@pytest.mark.parametrize("entetes", [{}, {"X_Forwarded_For": "127.0.0.1"}, {"X_Real_IP": "127.0.0.1"},
                                     {"Forwarded": "for=127.0.0.1"}], ids=["plain", "forwarded-for", "real-ip", "forwarded"])
def test_details_of_the_machine_stay_on_the_machine(facade: Facade, entetes: dict[str, str]) -> None:
    statut, _, corps = ask(facade.port, "/sante", **entetes)
    assert (statut, set(json.loads(corps))) == (200, {"etat", "edition", "age_secondes", "version"})
    assert ask(facade.port, "/mesures", **entetes)[0] == 404
    assert ask(facade.port, "/./x/../%6desures", **entetes)[0] == 404
    assert b"spapser_" not in ask(facade.port, "/mesures/", **entetes)[2]


def test_too_big_a_file_is_refused_in_french_before_it_is_sent(facade: Facade) -> None:
    statut, entetes, corps = ask(facade.port, "/_stcore/upload_file/x/y", "PUT", None, Content_Length=str(202 * 2**20))
    assert (statut, "200 Mo" in corps.decode(), 'lang="fr"' in corps.decode()) == (413, True, True)
    noms = [nom for nom, _ in entetes]
    assert {nom: noms.count(nom) for nom in ("x-content-type-options", "content-security-policy")} == {
        "x-content-type-options": 1, "content-security-policy": 1}
    assert ask(facade.port, "/marches", "POST", b"x" * 70_000)[0] == 413
    assert ask(facade.port, "/_stcore/upload_file/x/y", "PUT", b"x" * 70_000)[0] == 403  # no XSRF token: the application


def test_journal_of_nginx_holds_no_person(facade: Facade) -> None:
    ask(facade.port, "/absent?q=secret-de-la-visite", User_Agent="navigateur-de-test", Referer="https://secret.exemple")
    lu = (facade.dossier / "spapser.log").read_text() + (facade.dossier / "spapser-erreurs.log").read_text()
    assert "GET /absent 200" in lu
    assert [mot for mot in ("secret", "navigateur-de-test", "127.0.0.1") if mot in lu] == []


def test_a_flood_is_slowed_in_french(etroite: Facade) -> None:
    reponses = [ask(etroite.port, "/habillage/icone.svg") for _ in range(12)]
    statuts = [statut for statut, _, _ in reponses]
    assert 200 in statuts
    assert set(statuts) == {200, 429}
    refus = dict(reponses[-1][1])
    assert ("Trop de demandes" in reponses[-1][2].decode(), refus["retry-after"], refus["x-frame-options"]) == (True, "5", "DENY")


def test_a_first_page_and_its_files_are_never_slowed(facade: Facade) -> None:
    with ThreadPoolExecutor(8) as equipe:
        statuts = set(equipe.map(lambda _: ask(facade.port, "/habillage/icone.svg")[0], range(120)))
    assert statuts == {200}


def test_a_stopped_product_is_said_in_french(tmp_path: Path) -> None:
    with run_nginx(Facade(free_port(), free_port(), free_port(), tmp_path), {}) as endroit:
        statut, entetes, corps = ask(endroit.port, "/")
    assert (statut, "Rien n’est perdu" in corps.decode(), dict(entetes)["cache-control"]) == (503, True, "no-store")
