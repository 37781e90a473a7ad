"""The addresses that are ours and not Streamlit's: `/sante`, `/habillage/…`, `/donnees/…` and `/connexion`."""

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

import spapser
from spapser.server.compression import ONE_YEAR, choose_encoding, compress
from spapser.server.connexion import connexion_routes
from spapser.server.donnees import data_routes
from spapser.server.habillage import load_habillage
from spapser.ui.presente import find_presente


def serve_sante(request: Request) -> JSONResponse:
    """Answer that the service is up, with the edition it shows and its version, for whoever watches over it.

    `etat` is « ok », or « dégradé » when a later edition cannot be read; `remarque` then says why in one sentence.
    """
    presente = find_presente()
    state = {"etat": "dégradé" if presente.remarque else "ok", "edition": presente.edition.numero,
             "version": getattr(spapser, "__version__", "inconnue")}
    remarque = {"remarque": presente.remarque} if presente.remarque else {}
    return JSONResponse(state | remarque, headers={"Cache-Control": "no-store"})


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
    return [Route("/sante", serve_sante), Route("/habillage/{name}", serve_habillage), *data_routes(), *connexion_routes()]
