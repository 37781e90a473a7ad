"""The addresses under /donnees/ that stay stable: data, results and documents, with what caches need.

`?edition=12` asks for another edition than the present one. A browser that already has the bytes gets 304.
"""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from spapser.errors import DITES, CodeInconnu, SpapserError
from spapser.server.compression import choose_encoding, compress
from spapser.server.liste import write_index, write_refus
from spapser.store import Edition
from spapser.ui.presente import find_presente, read_edition
from spapser.ui.restitution import Contenu, open_contenu, open_edition

COURANTE = "public, max-age=60, stale-while-revalidate=600"
FIGEE = "public, max-age=86400"
COMPRESSIBLES = ("text/", "application/json", "image/svg")
OUVERT = {"Access-Control-Allow-Origin": "*", "Vary": "Accept-Encoding"}
FERME = OUVERT | {"Cache-Control": "no-store"}


def find_edition(request: Request) -> Edition:
    """The edition asked for, the present one by default; CodeInconnu when it does not exist or is not a number."""
    demandee = request.query_params.get("edition")
    if demandee is None:
        return find_presente().edition
    if not (demandee.isascii() and demandee.isdigit() and len(demandee) < 7):
        raise CodeInconnu(f"L’édition « {demandee[:40]} » n’est pas un numéro : écrire par exemple ?edition=0.")
    return read_edition(int(demandee))


def refuse(erreur: SpapserError) -> Response:
    """Why an address gives nothing, in one French sentence."""
    if isinstance(erreur, CodeInconnu):
        return HTMLResponse(write_refus(str(erreur)), 404, FERME)
    return HTMLResponse(write_refus(str(erreur), "Fichier indisponible"), 503 if isinstance(erreur, DITES) else 500, FERME)


async def serve_fichier(request: Request) -> Response:
    """One public file. With a French sentence: 404 when the name or the edition is unknown, 503 when memory is short or its
    data are out of reach, 500 when it cannot be made."""
    try:
        contenu = await run_in_threadpool(open_contenu, request.path_params["nom"], find_edition(request))
    except SpapserError as erreur:
        return refuse(erreur)
    return await run_in_threadpool(answer, request, contenu)


def answer(request: Request, contenu: Contenu) -> Response:
    """The bytes, compressed when both sides gain from it, or 304 when the browser has them."""
    fichier = contenu.fichier
    encodage = choose_encoding(request.headers.get("accept-encoding", "")) if is_compressible(fichier.mime) else None
    marque = f'"{contenu.empreinte}{f"-{encodage}" if encodage else ""}"'
    entetes = OUVERT | {"ETag": marque, "Cache-Control": FIGEE if "edition" in request.query_params else COURANTE}
    if has_already(request.headers.get("if-none-match", ""), marque):
        return Response(status_code=304, headers=entetes)
    entetes["Content-Disposition"] = f'{"attachment" if fichier.joint else "inline"}; filename="{contenu.nom}"'
    if encodage:
        entetes["Content-Encoding"] = encodage
    return Response(compress(contenu.octets, encodage) if encodage else contenu.octets, headers=entetes,
                    media_type=fichier.mime)


def is_compressible(mime: str) -> bool:
    """True for text; the other formats are compressed already."""
    return mime.startswith(COMPRESSIBLES)


def has_already(if_none_match: str, marque: str) -> bool:
    """True when one of the tags the browser gives is the present one."""
    donnees = {tag.strip().removeprefix("W/") for tag in if_none_match.split(",")}
    return "*" in donnees or marque in donnees


async def serve_index(request: Request) -> Response:
    """The list of all public files, as a plain page that needs no script."""
    try:
        edition = find_edition(request)
        guichet = await run_in_threadpool(open_edition, edition)
    except SpapserError as erreur:
        return refuse(erreur)
    suite = f"?edition={edition.numero}" if "edition" in request.query_params else ""
    return HTMLResponse(write_index(guichet.fichiers.values(), suite), headers=OUVERT | {"Cache-Control": COURANTE})


def data_routes() -> list[Route]:
    """The routes to add to the product's own."""
    return [Route("/donnees/index", serve_index), Route("/donnees/{nom}", serve_fichier)]
