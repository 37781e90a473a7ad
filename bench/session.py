"""A visitor without a browser: Streamlit's own protocol over a WebSocket, and a server to visit."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

RACINE = Path(__file__).parents[1]


@contextmanager
def serve(script: Path):
    """Serve a script on a free port; yields its address, stops the server at the end."""
    with start(script) as (adresse, _):
        yield adresse


@contextmanager
def start(script: Path):
    """The same, with the number of the server's process: (address, number)."""
    with socket.socket() as prise:
        prise.bind(("127.0.0.1", 0))
        port = prise.getsockname()[1]
    commande = [sys.executable, "-m", "streamlit", "run", script.name, "--server.port", str(port), "--server.address",
                "127.0.0.1", "--server.headless", "true", "--browser.gatherUsageStats", "false"]
    processus = subprocess.Popen(commande, cwd=script.parent, env=os.environ | {"PYTHONPATH": str(RACINE)},
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_ready(f"http://127.0.0.1:{port}/_stcore/health")
        yield f"ws://127.0.0.1:{port}/_stcore/stream", processus.pid
    finally:
        processus.terminate()
        processus.wait(20)


def read_memory(numero: int) -> float:
    """MiB of memory that a process holds now (Linux)."""
    lignes = Path(f"/proc/{numero}/status").read_text().splitlines()
    return next(int(ligne.split()[1]) for ligne in lignes if ligne.startswith("VmRSS")) / 1024


def read_effort(numero: int) -> float:
    """Processor seconds that a process has used: other work on the machine does not count (Linux)."""
    champs = Path(f"/proc/{numero}/stat").read_text().rpartition(")")[2].split()
    return (int(champs[11]) + int(champs[12])) / os.sysconf("SC_CLK_TCK")


def wait_ready(adresse: str, delai: float = 180) -> None:
    """Wait until the server answers; TimeoutError otherwise."""
    fin = time.monotonic() + delai
    while time.monotonic() < fin:
        try:
            with urllib.request.urlopen(adresse, timeout=1):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    raise TimeoutError(adresse)


def read_fault(element: Element) -> str:
    """The words of an exception or of an error that a page shows, empty for anything else."""
    genre = element.WhichOneof("type")
    if genre == "exception":
        return element.exception.message or "exception"
    return element.alert.body if genre == "alert" and element.alert.format == Alert.ERROR else ""


def name_page(page: str) -> str:
    """The name of a page in the address: the first one has none."""
    return "" if page == "synthese" else page


class Visite:
    """One session on one page. `rerun()` returns the seconds from the request to the end of the script."""

    def __init__(self, adresse: str, page: str = "", parametres: str = "", entetes: dict[str, str] | None = None):
        self.page, self.parametres = name_page(page), parametres
        self.connexion = connect(adresse, subprotocols=["streamlit"], max_size=None, ping_interval=None,
                                 additional_headers=entetes)

    def rerun(self) -> float:
        """Ask for a run and wait until it ends; RuntimeError when the page shows an exception or an error."""
        demande = BackMsg()
        demande.rerun_script.page_name, demande.rerun_script.query_string = self.page, self.parametres
        debut = time.perf_counter()
        self.connexion.send(demande.SerializeToString())
        while True:
            message = ForwardMsg()
            message.ParseFromString(self.connexion.recv(timeout=300))
            nature = message.WhichOneof("type")
            if nature == "delta" and (faute := read_fault(message.delta.new_element)):
                raise RuntimeError(faute)
            if nature == "script_finished":
                return time.perf_counter() - debut

    def close(self) -> None:
        """End the session."""
        self.connexion.close()
