"""Files sent straight to the route of the uploads: too big, endless, misdeclared, by a visit that may not deposit.

The visit is a true one, with its token. Whatever it sends ends in a refusal, in bounded memory, and the service goes on.
"""

import socket
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from tests.server.lancement import PROJECT, fetch, serve
from tests.server.seance import BORNE, QUEUE, TETE, Seance, find_server, read_memory, visit

MO = 1 << 20
BLOC = bytes(MO)
LIMITE = 200  # MB: server.maxUploadSize
CHAMP = f'--{BORNE}\r\nContent-Disposition: form-data; name="f"\r\n\r\n'.encode()
FLUX = ("PUT /_stcore/upload_file/{numero}/f HTTP/1.1\r\nHost: a\r\nX-Xsrftoken: {jeton}\r\nCookie: _streamlit_xsrf={jeton}\r\n"
        "Content-Type: multipart/form-data; boundary={borne}\r\n{taille}\r\n\r\n")


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The product, over an empty folder of editions."""
    dossier = tmp_path_factory.mktemp("envoi")
    with serve(PROJECT, dossier / "serveur.log", SPAPSER_DEPOT=str(dossier / "editions")) as number:
        yield number


@pytest.fixture
def seance(port: int) -> Iterator[Seance]:
    """A visit at the machine, who has the page « Déposer » open and may drop a file."""
    with visit(port, "deposer") as ouverte:
        yield ouverte


@pytest.fixture
def mesure(seance: Seance) -> Iterator[int]:
    """The process that serves: it lives on, and what was sent is not kept."""
    processus = find_server(seance.port)
    avant = read_memory(processus)
    yield processus
    assert fetch(seance.port, "/sante")[0] == 200
    assert read_memory(processus) < avant + 100


def pour(prise: socket.socket, seance: Seance, taille: str) -> None:
    """Begin to send a file whose size is declared so."""
    texte = FLUX.format(numero=seance.numero, jeton=seance.jeton, borne=BORNE, taille=taille)
    prise.sendall(texte.encode())


def test_a_file_of_the_page_is_taken(seance: Seance) -> None:
    assert seance.send_file(b"annee;valeur\n2025;1\n") == 204


@pytest.mark.parametrize("taille", [str((LIMITE + 1) * MO), str(1 << 62), "9" * 400, "-1", "1e3", "0x10"])
def test_a_size_that_no_file_may_have_is_refused_before_its_first_byte(seance: Seance, mesure: int, taille: str) -> None:
    with socket.create_connection(("127.0.0.1", seance.port), timeout=30) as prise:
        pour(prise, seance, f"Content-Length: {taille}")
        assert prise.recv(12) in (b"HTTP/1.1 400", b"HTTP/1.1 413")


def test_a_file_without_end_is_refused_at_the_limit(seance: Seance, mesure: int) -> None:
    envoyes, reponse = 0, b""
    with socket.create_connection(("127.0.0.1", seance.port), timeout=30) as prise:
        pour(prise, seance, "Transfer-Encoding: chunked")
        prise.sendall(b"%x\r\n%b\r\n" % (len(TETE), TETE))
        prise.settimeout(0)
        while not reponse and envoyes < 2 * LIMITE:
            reponse = pour_bloc(prise)
            envoyes += 1
    assert reponse.startswith(b"HTTP/1.1 413")
    assert envoyes < LIMITE + 50
    assert read_memory(mesure, "VmHWM") < read_memory(mesure) + LIMITE


def pour_bloc(prise: socket.socket) -> bytes:
    """Send one more block, as long as the server says nothing; returns what it says."""
    prise.settimeout(30)
    prise.sendall(b"%x\r\n%b\r\n" % (MO, BLOC))
    prise.settimeout(0)
    try:
        return prise.recv(100)
    except BlockingIOError:
        return b""


def test_more_than_was_declared_is_not_read(seance: Seance, mesure: int) -> None:
    assert seance.send(TETE + BLOC * 20 + QUEUE, **{"Content-Length": "1000"}) == 400


def test_less_than_was_declared_makes_nobody_wait(seance: Seance, mesure: int) -> None:
    prises = [socket.create_connection(("127.0.0.1", seance.port), timeout=30) for _ in range(50)]
    try:
        for prise in prises:
            pour(prise, seance, f"Content-Length: {LIMITE * MO}")
            prise.sendall(TETE + b"a;b\n")
        assert fetch(seance.port, "/sante")[0] == 200
    finally:
        for prise in prises:
            prise.close()


@pytest.mark.parametrize(("corps", "genre"), [
    (CHAMP + BLOC * 30 + QUEUE, {}), (TETE.replace(b"\r\n\r\n", b"\r\n\r\nx\r\n") * 10_000 + QUEUE, {}),
    (f"--{BORNE}\r\nX-A: ".encode() + BLOC * 30, {}), (BLOC * 30, {"Content-Type": "application/octet-stream"}),
    (BLOC * 30, {"Content-Type": "multipart/form-data"}), (BLOC, {"Content-Type": "multipart/form-data; boundary=" + "a" * 9000}),
    (QUEUE, {}), (b"", {})],
    ids=["field", "ten thousand files", "header", "no form", "no boundary", "boundary", "no file", "empty"])
def test_what_is_no_form_with_one_file_is_refused(seance: Seance, mesure: int, corps: bytes, genre: dict) -> None:
    assert seance.send(corps, **genre) == 400


@pytest.mark.parametrize("numero", ["x", "0" * 36, "..%2f..", "%00", "'; drop table depots"])
def test_a_visit_that_nobody_opened_sends_nothing(seance: Seance, mesure: int, numero: str) -> None:
    assert Seance(seance.port, numero.replace(" ", "%20"), seance.jeton).send_file(BLOC) in (400, 403, 404)


def test_a_visit_keeps_one_file_however_many_it_sends(seance: Seance) -> None:
    processus = find_server(seance.port)
    avant = read_memory(processus)
    assert [seance.send_file(BLOC * 100, f"f{rang}") for rang in range(6)] == [204] * 6
    assert read_memory(processus) < avant + 300


@pytest.mark.parametrize(("page", "entetes"), [("", {}), ("journal", {}), ("deposer", {"X-Forwarded-For": "203.0.113.7"})],
                         ids=["first page", "journal", "through a relay"])
def test_a_visit_without_a_place_to_drop_a_file_sends_none(port: int, page: str, entetes: dict) -> None:
    processus = find_server(port)
    with visit(port, page, **entetes) as lecture:
        avant = read_memory(processus)
        assert [lecture.send_file(BLOC * 50, f"f{rang}") for rang in range(4)] == [403] * 4
        assert read_memory(processus) < avant + 100


@pytest.mark.parametrize("message", [b"\xff" * 60 * MO, b"\xff" * 100, b"", b"\x00" * MO],
                         ids=["60 MB", "noise", "empty", "zeros"])
def test_a_message_that_no_page_sends_ends_nothing_but_its_visit(seance: Seance, mesure: int, message: bytes) -> None:
    with suppress(ConnectionClosed, TimeoutError), connect(
            f"ws://127.0.0.1:{seance.port}/_stcore/stream", subprotocols=["streamlit"], max_size=None) as lien:
        lien.send(message)
        lien.recv(timeout=2)
    assert seance.send_file(b"a;b\n1;2\n") == 204


def test_nothing_of_all_this_stays_on_the_disk(port: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    dossiers = [chemin for chemin in Path(tmp_path_factory.getbasetemp()).glob("envoi*") if chemin.is_dir()]
    assert {fichier.name for dossier in dossiers for fichier in dossier.rglob("*") if fichier.is_file()} == {"serveur.log"}
