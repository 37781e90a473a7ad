"""Several server processes over one folder of editions, and the proxies in front of them, from the templates kept here."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from string import Template

from session import RACINE, wait_ready

MANDATAIRES = Path(__file__).parent / "mandataires"
OUTILS = ("nginx", "haproxy", "wrk")
DEMARRAGE = 300  # seconds: several processes start at once, on a machine that does other work


def list_missing() -> list[str]:
    """Names of the Debian packages that this bench needs and the machine lacks."""
    return [outil for outil in OUTILS if not find_tool(outil)]


def find_tool(outil: str) -> str | None:
    """Path of a program; servers are not always on the path of a person."""
    return shutil.which(outil, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")


def free_port() -> int:
    """A port that nobody listens to."""
    with socket.socket() as prise:
        prise.bind(("127.0.0.1", 0))
        return prise.getsockname()[1]


@contextmanager
def serve_grappe(nombre: int, depot: Path) -> Iterator[dict[int, subprocess.Popen]]:
    """`nombre` processes of the product, all over `depot`, by port; stopped at the end."""
    processus = {port: start_server(port, depot) for port in (free_port() for _ in range(nombre))}
    try:
        for port in processus:
            wait_ready(f"http://127.0.0.1:{port}/_stcore/health", DEMARRAGE)
        yield processus
    finally:
        stop_all(processus.values())


def start_server(port: int, depot: Path) -> subprocess.Popen:
    """One process of the product; every process signs its cookies with the same secret."""
    environnement = os.environ | {"SPAPSER_DEPOT": str(depot), "STREAMLIT_SERVER_COOKIE_SECRET": "secret-commun-du-banc"}
    commande = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    return subprocess.Popen(commande, cwd=RACINE, env=environnement, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@contextmanager
def run_haproxy(ports: Iterable[int], dossier: Path) -> Iterator[str]:
    """HAProxy over these ports; yields where it listens: host:port."""
    port = free_port()
    serveurs = "\n".join(f"    server p{rang} 127.0.0.1:{cible} cookie p{rang}" for rang, cible in enumerate(ports))
    fichier = write_conf("haproxy.cfg", dossier, port=port, serveurs=serveurs)
    with run_proxy([find_tool("haproxy"), "-db", "-f", str(fichier)], f"http://127.0.0.1:{port}/_stcore/health"):
        yield f"127.0.0.1:{port}"


@contextmanager
def run_nginx(dossier: Path) -> Iterator[int]:
    """nginx over the folder `site` of `dossier`; yields its port."""
    port = free_port()
    fichier = write_conf("nginx.conf", dossier, port=port, dossier=dossier)
    with run_proxy([find_tool("nginx"), "-c", str(fichier), "-g", "daemon off;"], f"http://127.0.0.1:{port}/index.html"):
        yield port


@contextmanager
def run_proxy(commande: list[str], sonde: str) -> Iterator[None]:
    """Run a proxy until the end of the block, once it answers at `sonde`."""
    processus = subprocess.Popen(commande, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_ready(sonde)
        yield
    finally:
        stop_all([processus])


def write_conf(modele: str, dossier: Path, /, **valeurs: object) -> Path:
    """The configuration made from a template."""
    fichier = dossier / modele
    fichier.write_text(Template((MANDATAIRES / modele).read_text("utf-8")).substitute(valeurs), encoding="utf-8")
    return fichier


def stop_all(processus: Iterable[subprocess.Popen]) -> None:
    """Stop these processes and wait for them."""
    processus = list(processus)
    for un in processus:
        un.terminate()
    for un in processus:
        try:
            un.wait(20)
        except subprocess.TimeoutExpired:
            un.kill()
