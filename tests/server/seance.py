"""A visitor without a browser, opened on a page of a running server, who may send files as its page does."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from tests.server.lancement import fetch

BORNE = "frontiere"
TETE = (f'--{BORNE}\r\nContent-Disposition: form-data; name="f"; filename="f.csv"\r\n'
        "Content-Type: text/csv\r\n\r\n").encode()
QUEUE = f"\r\n--{BORNE}--\r\n".encode()
FORMULAIRE = f"multipart/form-data; boundary={BORNE}"


@dataclass(frozen=True)
class Seance:
    """An open visit: its number, and the token that its page holds."""

    port: int
    numero: str
    jeton: str

    def entetes(self, **plus: str) -> dict[str, str]:
        """The headers that the page sends with a file."""
        return {"X-Xsrftoken": self.jeton, "Cookie": f"_streamlit_xsrf={self.jeton}", "Content-Type": FORMULAIRE} | plus

    def send(self, corps: bytes | Iterable[bytes], fichier: str = "f", **plus: str) -> int:
        """Send a body to the route of the uploads and return the status; 0 when the server hangs up."""
        connexion = HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connexion.request("PUT", f"/_stcore/upload_file/{self.numero}/{fichier}", corps, self.entetes(**plus))
            return connexion.getresponse().status
        except ConnectionError:
            return read_refusal(connexion)
        finally:
            connexion.close()

    def send_file(self, contenu: bytes, fichier: str = "f") -> int:
        """Send one file, properly wrapped."""
        return self.send(TETE + contenu + QUEUE, fichier)


def read_refusal(connexion: HTTPConnection) -> int:
    """The status that a server gave before it hung up on what was still being sent; 0 when it gave none."""
    try:
        return int(connexion.sock.recv(12)[9:]) if connexion.sock else 0
    except (OSError, ValueError):
        return 0


@contextmanager
def visit(port: int, page: str = "", **entetes: str) -> Iterator[Seance]:
    """Open a page to its end and keep the visit open."""
    jeton = read_token(port)
    with connect(f"ws://127.0.0.1:{port}/_stcore/stream", subprotocols=["streamlit"], max_size=None, ping_interval=None,
                 additional_headers=entetes) as lien:
        demande = BackMsg()
        demande.rerun_script.page_name = page
        lien.send(demande.SerializeToString())
        yield Seance(port, read_number(lien), jeton)


def read_token(port: int) -> str:
    """The token against forged requests, as the server gives it to a browser."""
    _, entetes, _ = fetch(port, "/_stcore/health")
    return entetes["set-cookie"].split("_streamlit_xsrf=")[1].split(";")[0].strip('"')


def read_number(lien) -> str:
    """The number of the visit, once the page is drawn."""
    numero = ""
    while True:
        message = ForwardMsg()
        message.ParseFromString(lien.recv(timeout=120))
        nature = message.WhichOneof("type")
        if nature == "new_session":
            numero = message.new_session.initialize.session_id
        if nature == "script_finished":
            return numero


def find_server(port: int) -> int:
    """The process that serves a port."""
    for dossier in Path("/proc").glob("[0-9]*"):
        try:
            commande = (dossier / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if b"streamlit" in commande and str(port).encode() in commande and dossier.name != str(os.getpid()):
            return int(dossier.name)
    raise LookupError(f"aucun serveur sur le port {port}")


def read_memory(processus: int, quoi: str = "VmRSS") -> int:
    """MiB that a process holds now, or held at most (`VmHWM`)."""
    lignes = Path(f"/proc/{processus}/status").read_text("ascii").splitlines()
    return next(int(ligne.split()[1]) // 1024 for ligne in lignes if ligne.startswith(f"{quoi}:"))
