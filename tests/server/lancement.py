"""Start a real server for a test, on a free port, and stop it afterwards."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROJECT = Path(__file__).parents[2]
STARTUP_LIMIT = 90


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(**more: str) -> dict[str, str]:
    """Return the environment of a server: this one, with the project importable."""
    return os.environ | {"PYTHONPATH": str(PROJECT), "PYTHONUNBUFFERED": "1"} | more


def streamlit_command(port: int) -> list[str]:
    """Return the command behind `make run`."""
    return [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]


def uvicorn_command(port: int) -> list[str]:
    """Return the command of a deployment behind a plain ASGI server."""
    return [sys.executable, "-m", "uvicorn", "app:app", "--port", str(port)]


def answers(port: int) -> bool:
    """Tell whether the server is ready to serve pages."""
    try:
        return fetch(port, "/_stcore/health")[0] == 200
    except OSError:
        return False


def fetch(port: int, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Send one request, its path exactly as given, and return status, headers (lower-case names) and raw body."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        return response.status, {name.lower(): value for name, value in response.getheaders()}, response.read()
    finally:
        connection.close()


@contextmanager
def serve(folder: Path, journal: Path, port: int = 0, **plus: str) -> Iterator[int]:
    """Serve the application of a folder and give its port; what it prints goes to the journal; `plus` is environment.

    Its temporary files are beside the journal: a start sweeps what killed deposits left in its own folder only.
    """
    port = port or free_port()
    with journal.open("w") as output:
        server = subprocess.Popen(
            streamlit_command(port), cwd=folder, env=environment(TMPDIR=str(journal.parent), **plus), stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_until_ready(server, port, journal)
            yield port
        finally:
            server.terminate()
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                server.kill()


def wait_until_ready(server: subprocess.Popen, port: int, journal: Path) -> None:
    """Wait for the first answer; a server that dies or stays silent fails the test with what it printed."""
    limit = time.monotonic() + STARTUP_LIMIT
    while not answers(port):
        if server.poll() is not None or time.monotonic() > limit:
            raise AssertionError(f"Le serveur n’a pas démarré :\n{journal.read_text()}")
        time.sleep(0.1)
