"""`/mesures`: figures on the service in Prometheus' text format, for the machine itself.

`SPAPSER_MESURES=publiques` opens them to everybody.
"""

import os
from collections.abc import Iterator

from prometheus_client import CollectorRegistry, Counter, Metric, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.runtime import Runtime

import spapser
from spapser.server.sante import measure_age, measure_disk
from spapser.server.visite import is_local
from spapser.ui.presente import find_presente

REGISTRE = CollectorRegistry(auto_describe=False)
VISITES = Counter("spapser_visites", "Connexions ouvertes par des navigateurs", registry=REGISTRE)
REPONSES = Counter("spapser_reponses", "Réponses HTTP par famille de statut", ["famille"], registry=REGISTRE)
ProcessCollector(registry=REGISTRE)


class Releve:
    """What is read at the moment of the question: the edition, the sessions, the disk."""

    def collect(self) -> Iterator[Metric]:
        """Each figure under its name, in the units of its name."""
        presente, disque = find_presente(), measure_disk()
        version = GaugeMetricFamily("spapser_info", "Version en service", labels=["version"])
        version.add_metric([spapser.__version__], 1)
        yield version
        yield GaugeMetricFamily("spapser_edition_numero", "Édition montrée", presente.edition.numero)
        yield GaugeMetricFamily("spapser_degrade", "1 quand une édition plus récente ne se lit pas", bool(presente.remarque))
        yield CounterMetricFamily("spapser_publications", "Publications que tient l’édition montrée", presente.edition.numero)
        age = measure_age(presente.edition)
        if age is not None:
            yield GaugeMetricFamily("spapser_edition_age_secondes", "Temps depuis la publication de l’édition montrée", age)
        if disque:
            yield GaugeMetricFamily("spapser_depot_octets_libres", "Place libre pour les éditions", disque["libre"])
        if Runtime.exists():
            sessions = Runtime.instance()._session_mgr.num_active_sessions()
            yield GaugeMetricFamily("spapser_sessions", "Navigateurs connectés", sessions)


REGISTRE.register(Releve())


class Comptage:
    """Middleware that counts visits and answers, and nothing about who makes them."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_counted(message: Message) -> None:
            if message["type"] == "http.response.start":
                REPONSES.labels(f"{message['status'] // 100}xx").inc()
            elif message["type"] == "websocket.accept":
                VISITES.inc()
            await send(message)

        await self.app(scope, receive, send_counted)


def serve_mesures(request: Request) -> Response:
    """The figures, to the machine itself or to everybody when that was asked for; 403 in one sentence otherwise."""
    if not (is_local(request) or os.environ.get("SPAPSER_MESURES") == "publiques"):
        return PlainTextResponse("Les mesures ne se lisent que depuis la machine du serveur.", 403)
    return Response(generate_latest(REGISTRE), media_type=CONTENT_TYPE_PLAIN_0_0_4, headers={"Cache-Control": "no-store"})
