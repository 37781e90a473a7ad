"""Requests meant to harm, sent raw to a running server: a clear refusal or inert text, and the next visitor is served."""

import socket
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import quote

import pytest

from tests.server.lancement import fetch

NOMBRES = ["-1", "-0", "1" + "0" * 400, "1e309", "NaN", "Infinity", "0x10", "1_000", "²", "٣", "1;drop table depots",
           "' or 1=1 --", "../../etc/passwd", "<script>alert(1)</script>", "$x^2$ :red[a] :material/home:", "\x00", ""]
CHEMINS = ["/donnees/..%2f..%2f..%2fetc%2fpasswd", "/donnees/%2e%2e/%2e%2e/etc/passwd", "/donnees/....//....//etc/passwd",
           "/donnees/..%5c..%5cetc%5cpasswd", "/donnees/%00", "/donnees/%252e%252e%252fetc%252fpasswd", "/donnees//etc/passwd",
           "/habillage/..%2f..%2f..%2fetc%2fpasswd", "/habillage/%2e%2e%2fhabillage.py", "/habillage/%00",
           "/static/..%2f..%2f..%2fetc%2fpasswd", "/static/js/..%2f..%2f..%2f..%2f..%2fetc%2fpasswd", "/../../etc/passwd",
           "/media/..%2f..%2fetc%2fpasswd", "/component/..%2f..%2f/etc/passwd"]
HANDSHAKE = {"connection": "Upgrade", "upgrade": "websocket", "sec_websocket_version": "13",
             "sec_websocket_key": "dGhlIHNhbXBsZSBub25jZQ=="}


@pytest.fixture(autouse=True)
def vivant(port: int) -> Iterator[None]:
    """Whatever was sent, the service goes on."""
    yield
    assert fetch(port, "/sante")[0] == 200


@pytest.mark.parametrize("nombre", NOMBRES)
def test_what_is_no_number_of_an_edition_is_refused(port: int, nombre: str) -> None:
    for adresse in ("marches.csv", "index"):
        statut, entetes, corps = fetch(port, f"/donnees/{adresse}?edition={quote(nombre)}")
        assert (statut, entetes["content-type"]) == (404, "text/html; charset=utf-8")
        assert "n’est pas un numéro" in corps.decode()
        assert b"<script" not in corps
        assert len(corps) < 5000


@pytest.mark.parametrize("chemin", CHEMINS)
def test_no_path_leaves_its_folder(port: int, chemin: str) -> None:
    statut, _, corps = fetch(port, chemin)
    assert statut < 500
    assert b"root:" not in corps
    assert b"import " not in corps


def test_ten_thousand_parameters_change_nothing(port: int) -> None:
    suite = "&".join(f"p{rang}={rang}" for rang in range(5000))
    assert fetch(port, f"/donnees/marches.csv?{suite}")[0] in (200, 400, 414, 431)
    dix_mille = "&".join("a" for _ in range(10_000))
    assert fetch(port, f"/donnees/marches.csv?{dix_mille}")[2] == fetch(port, "/donnees/marches.csv")[2]


def test_a_very_long_address_is_refused(port: int) -> None:
    statut = b""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as prise, suppress(ConnectionError):
        prise.sendall(b"GET /donnees/" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n")
        statut = prise.recv(12)
    assert statut in (b"", b"HTTP/1.1 400", b"HTTP/1.1 404", b"HTTP/1.1 414", b"HTTP/1.1 431")  # or hung up on before the end


@pytest.mark.parametrize("origine", ["https://pirate.example", "null", "http://127.0.0.1.pirate.example"])
def test_a_page_of_another_site_opens_no_session(port: int, origine: str) -> None:
    assert fetch(port, "/_stcore/stream", origin=origine, **HANDSHAKE)[0] == 403


def test_a_page_of_this_site_does_open_one(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=30) as prise:
        prise.sendall((f"GET /_stcore/stream HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\n"
                       "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                       f"Sec-WebSocket-Key: {HANDSHAKE['sec_websocket_key']}\r\n\r\n").encode())
        assert prise.recv(100).startswith(b"HTTP/1.1 101")


@pytest.mark.parametrize("jeton", [{}, {"x_xsrftoken": "faux"}, {"x_xsrftoken": "faux", "cookie": "_streamlit_xsrf=autre"}])
def test_an_upload_without_the_token_of_the_page_is_refused(port: int, jeton: dict) -> None:
    assert fetch(port, "/_stcore/upload_file/session/fichier", "PUT", **jeton)[0] == 403


@pytest.mark.parametrize("hote", ["pirate.example", "<script>alert(1)</script>", "a" * 5000])
def test_the_name_asked_for_is_written_nowhere(port: int, hote: str) -> None:
    for adresse in ("/", "/donnees/index", "/donnees/inconnu.csv", "/sante"):
        _, entetes, corps = fetch(port, adresse, host=hote)
        assert hote.encode() not in corps
        assert hote not in " ".join(entetes.values())


def test_requests_that_never_end_stop_nobody(port: int) -> None:
    prises = [socket.create_connection(("127.0.0.1", port), timeout=30) for _ in range(200)]
    try:
        for prise in prises:
            prise.sendall(b"GET /sante HTTP/1.1\r\nHost: a\r\nX-")
        assert fetch(port, "/sante")[0] == 200
    finally:
        for prise in prises:
            prise.close()
