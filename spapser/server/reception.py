"""Files on their way in: only from a visit whose page asks for one, and one file at a time for each.

Streamlit takes files from every open visit, whatever its page shows, and keeps all of them as long as the visit lasts: a
reader could fill the memory of the machine.
"""

import re

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.runtime import Runtime

from spapser.typographie import insecables
from spapser.ui.deposer.accueil import is_welcome

ROUTE = re.compile(r"/_stcore/upload_file/([^/]+)/([^/]+)$")
REFUS = "Cette visite ne dépose pas de fichier : ouvrir la page « Déposer », qui dit qui peut le faire."


class Reception:
    """Middleware in front of the route of the uploads."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        envoi = ROUTE.search(scope["path"]) if scope["type"] == "http" and scope["method"] == "PUT" else None
        if envoi is None:
            return await self.app(scope, receive, send)
        visite, fichier = envoi.groups()
        if not is_welcome(visite):
            return await PlainTextResponse(insecables(REFUS), 403)(scope, receive, send)

        async def send_kept(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 204:
                keep_last(visite, fichier)
            await send(message)

        await self.app(scope, receive, send_kept)


def keep_last(visite: str, fichier: str) -> None:
    """Forget what the visit sent before this file: its page shows one place for one file."""
    recus = Runtime.instance().uploaded_file_mgr
    for ancien in [autre for autre in recus.file_storage.get(visite, {}) if autre != fichier]:
        recus.remove_file(visite, ancien)
