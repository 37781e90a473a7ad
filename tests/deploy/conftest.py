"""The real nginx, with the files of `deploy/nginx`, in front of the real product."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.deploy.demande import ask
from tests.server.chromium import give_up
from tests.server.lancement import PROJECT, free_port, serve

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
PRINCIPAL = """{user}worker_processes 2;
pid {dossier}/nginx.pid;
daemon off;
error_log {dossier}/principal.log;
events {{ worker_connections 1024; }}
http {{
    include /etc/nginx/mime.types;
    client_body_temp_path {dossier}/corps;
    proxy_temp_path {dossier}/relais;
    fastcgi_temp_path {dossier}/f;
    uwsgi_temp_path {dossier}/u;
    scgi_temp_path {dossier}/s;
    include {dossier}/spapser.conf;
}}
"""


@dataclass(frozen=True)
class Facade:
    """Where nginx answers (`port` over TLS, `clair` without), where the product does, and where nginx writes."""

    port: int
    clair: int
    direct: int
    dossier: Path


@pytest.fixture(scope="session")
def facade(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Facade]:
    """Both servers, running."""
    if NGINX is None:
        give_up("nginx absent : les fichiers de deploy/nginx ne sont pas essayés")
    dossier = tmp_path_factory.mktemp("nginx")
    depot = {"SPAPSER_DEPOT": str(dossier / "depot"), "STREAMLIT_BROWSER_SERVER_ADDRESS": "spapser.exemple.fr"}
    with serve(PROJECT, dossier / "serveur.log", **depot) as direct, run_nginx(Facade(free_port(), free_port(), direct, dossier),
                                                                               {}) as endroit:
        yield endroit


@pytest.fixture
def etroite(facade: Facade, tmp_path: Path) -> Iterator[Facade]:
    """A second nginx in front of the same product, its rate so low that a slow machine exceeds it."""
    lente = {"rate=50r/s": "rate=1r/m", "burst=400": "burst=5"}
    with run_nginx(Facade(free_port(), free_port(), facade.direct, tmp_path), lente) as endroit:
        yield endroit


@contextmanager
def run_nginx(endroit: Facade, changes: dict[str, str]) -> Iterator[Facade]:
    """Nginx on its own ports, stopped afterwards."""
    write_configuration(endroit, changes)
    serveur = subprocess.Popen([NGINX, "-c", str(endroit.dossier / "nginx.conf")], stderr=subprocess.PIPE, text=True)
    try:
        wait_until_open(serveur, endroit)
        yield endroit
    finally:
        serveur.terminate()
        serveur.wait(10)


def write_configuration(endroit: Facade, changes: dict[str, str]) -> None:
    """The files as they ship, only their ports and paths being those of this test; a certificate signed by itself."""
    dossier = endroit.dossier
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=spapser.exemple.fr",
                    "-keyout", dossier / "privkey.pem", "-out", dossier / "fullchain.pem"], check=True, capture_output=True)
    site = (PROJECT / "deploy/nginx/spapser.conf").read_text("utf-8")
    for ancien, nouveau in {"listen 443 ": f"listen 127.0.0.1:{endroit.port} ",
                            "listen 80;": f"listen 127.0.0.1:{endroit.clair};", **changes,
                            "127.0.0.1:8501": f"127.0.0.1:{endroit.direct}", "/etc/ssl/spapser": str(dossier),
                            "/var/log/nginx": str(dossier), "/etc/nginx/spapser-entetes.conf": f"{dossier}/entetes.conf"}.items():
        assert ancien in site
        site = site.replace(ancien, nouveau)
    (dossier / "spapser.conf").write_text(site, "utf-8")
    shutil.copy(PROJECT / "deploy/nginx/spapser-entetes.conf", dossier / "entetes.conf")
    user = "user root;\n" if os.geteuid() == 0 else ""
    (dossier / "nginx.conf").write_text(PRINCIPAL.format(dossier=dossier, user=user))


def wait_until_open(serveur: subprocess.Popen, endroit: Facade) -> None:
    """Wait for the first answer; an nginx that refuses its configuration fails the test with its own words."""
    limite = time.monotonic() + 20
    while time.monotonic() < limite:
        if serveur.poll() is not None:
            pytest.fail(serveur.stderr.read())
        try:
            ask(endroit.port, "/_stcore/health")
            return
        except OSError:
            time.sleep(0.1)
    pytest.fail("nginx ne répond pas")
