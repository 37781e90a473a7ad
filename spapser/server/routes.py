"""The addresses that are ours: `/sante`, `/mesures`, `/habillage/…`, `/donnees/…` and `/connexion`."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from spapser.server.compression import ONE_YEAR, choose_encoding, compress
from spapser.server.connexion import connexion_routes
from spapser.server.donnees import data_routes
from spapser.server.habillage import load_habillage
from spapser.server.mesures import serve_mesures
from spapser.server.sante import serve_sante


async def serve_habillage(request: Request) -> Response:
    """Serve one of the product's own files; kept a year by the browser when asked for by its versioned address."""
    file = load_habillage().get(request.path_params["name"])
    if file is None:
        return PlainTextResponse("Fichier inconnu.", status_code=404)
    encoding = choose_encoding(request.headers.get("accept-encoding", ""))
    versioned = request.query_params.get("v") == file.version
    headers = {"Cache-Control": ONE_YEAR if versioned else "no-cache", "Vary": "Accept-Encoding"}
    if encoding:
        headers["Content-Encoding"] = encoding
    content = compress(file.content, encoding) if encoding else file.content
    return Response(content, media_type=file.media_type, headers=headers)


def product_routes() -> list[Route]:
    """Return the routes to add to Streamlit's own."""
    return [Route("/sante", serve_sante), Route("/mesures", serve_mesures), Route("/habillage/{name}", serve_habillage),
            *data_routes(), *connexion_routes()]
