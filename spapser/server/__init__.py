"""The ASGI shell around Streamlit: language, headers, compression, start-up, health.

`options()` is everything `app.py` needs: `app = st.App("app.py", **options())`.
"""

from typing import Any

from starlette.middleware import Middleware

from spapser.server.compression import AssetCompression
from spapser.server.coquille import build_shell
from spapser.server.demarrage import lifespan
from spapser.server.entetes import SecurityHeaders, build_headers
from spapser.server.frontal import read_index
from spapser.server.habillage import load_habillage
from spapser.server.journal import report_error
from spapser.server.langue import FrenchShell
from spapser.server.mesures import Comptage
from spapser.server.reception import Reception
from spapser.server.routes import product_routes


def options() -> dict[str, Any]:
    """Return the keyword arguments of `st.App`: middleware (outermost first), routes, lifespan, last resort."""
    index = read_index()
    shell = build_shell(index, load_habillage())
    return {
        "middleware": [
            Middleware(Comptage),
            Middleware(SecurityHeaders, headers=build_headers(shell)),
            Middleware(AssetCompression),
            Middleware(Reception),
            Middleware(FrenchShell, index=index.encode(), shell=shell.encode()),
        ],
        "routes": product_routes(),
        "lifespan": lifespan,
        "on_script_error": report_error,
    }
