"""`/connexion`: sign in with a local account, on a plain page without script; the password never enters Streamlit.

The answer sets a cookie that no script can read, that no other site sends, and that only TLS carries beyond the machine. A
form that comes from elsewhere is refused twice: by its origin, and by a word that both the form and a cookie must hold.
"""

import secrets
from hmac import compare_digest
from urllib.parse import parse_qs, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from spapser.acces.comptes import has_comptes, sign_in
from spapser.acces.regles import load_regles
from spapser.acces.sessions import COOKIE
from spapser.errors import AccesIllisible, SpapserError
from spapser.server.formulaire import write_clair, write_formulaire, write_sans_compte
from spapser.ui.cadre import is_page
from spapser.ui.poste import is_loopback, read_hote

JETON, LIMITE = "spapser_jeton", 4096
ETRANGER = ("La demande n’a pas été reconnue : elle vient d’une autre page, ou le formulaire a trop attendu. Recommencer depuis "
            "celui-ci.")
TROP_LONG = "La demande est trop longue : recommencer depuis ce formulaire."
FERMES = {"Cache-Control": "no-store", "Referrer-Policy": "same-origin"}


def show_formulaire(request: Request) -> Response:
    """The form, or why there is none."""
    if not has_comptes():
        return HTMLResponse(write_sans_compte(), 404, FERMES)
    if not is_private(request):
        return HTMLResponse(write_clair(), 403, FERMES)
    return answer(request, read_suite(request), "")


async def receive(request: Request) -> Response:
    """A filled form: the session cookie and the page one came from, or the form again with one sentence."""
    suite = read_suite(request)
    if not is_private(request) or not await run_in_threadpool(has_comptes):
        return await run_in_threadpool(show_formulaire, request)
    champs = await read_champs(request)
    if champs is None:
        return answer(request, suite, TROP_LONG, 413)
    if not is_ours(request, champs.get("jeton", "")):
        return answer(request, suite, ETRANGER, 403)
    try:
        secret = await run_in_threadpool(sign_in, champs.get("identifiant", ""), champs.get("mot_de_passe", ""))
    except SpapserError as refus:
        return answer(request, suite, str(refus), 503 if isinstance(refus, AccesIllisible) else 401)
    reponse = RedirectResponse(f"./{suite}", 303, FERMES)
    set_cookie(reponse, request, COOKIE, secret, load_regles().durees.totale)
    reponse.delete_cookie(JETON, path=cookie_path(request))
    return reponse


def answer(request: Request, suite: str, faute: str, statut: int = 200) -> Response:
    """The form, with a word that its next sending must bring back."""
    jeton = request.cookies.get(JETON) or secrets.token_urlsafe(24)
    reponse = HTMLResponse(write_formulaire(jeton, suite, faute), statut, FERMES)
    set_cookie(reponse, request, JETON, jeton, 3600)
    return reponse


async def read_champs(request: Request) -> dict[str, str] | None:
    """The fields of the form, read no further than a form may be long; None beyond."""
    corps = bytearray()
    async for morceau in request.stream():
        corps += morceau
        if len(corps) > LIMITE:
            return None
    lus = parse_qs(corps.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=20)
    return {nom: valeurs[0] for nom, valeurs in lus.items()}


def is_ours(request: Request, jeton: str) -> bool:
    """True for a form of this site: same origin, as the browser says it, and the word of the cookie."""
    attendu = request.cookies.get(JETON, "")
    origine = request.headers.get("origin", "")
    hote = request.headers.get("x-forwarded-host") or request.headers.get("host", "")
    return bool(attendu) and compare_digest(attendu.encode(), jeton.encode()) and urlsplit(origine).netloc == hote


def is_private(request: Request) -> bool:
    """True over TLS, or at the machine of the server: a password does not travel in the clear."""
    hote = read_hote(f"//{request.headers.get('host', '')}")
    return is_secure(request) or is_loopback(hote)


def is_secure(request: Request) -> bool:
    """True when the browser speaks TLS, to us or to the relay in front of us."""
    return request.url.scheme == "https" or request.headers.get("x-forwarded-proto", "").lower() == "https"


def set_cookie(reponse: Response, request: Request, nom: str, valeur: str, duree: int) -> None:
    """A cookie for this site alone."""
    reponse.set_cookie(nom, valeur, max_age=duree, path=cookie_path(request), secure=is_secure(request), httponly=True,
                       samesite="strict")


def cookie_path(request: Request) -> str:
    """The folder of the site, when it is not at the root of its address."""
    return request.url.path.rsplit("/", 1)[0] or "/"


def read_suite(request: Request) -> str:
    """The page of this site to go back to, empty for the first one: never another address."""
    voulue = request.query_params.get("suite", "")
    return voulue if voulue.isidentifier() and voulue.isascii() and is_page(voulue) else ""


def connexion_routes() -> list[Route]:
    """The routes to add to the product's own."""
    return [Route("/connexion", show_formulaire, methods=["GET"]), Route("/connexion", receive, methods=["POST"])]
