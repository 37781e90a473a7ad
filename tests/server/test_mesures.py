"""Figures for supervision: the format that Prometheus reads, for the machine itself only."""

import pytest
from prometheus_client.parser import text_string_to_metric_families

import spapser
from tests.server.lancement import fetch


def read_mesures(port: int) -> dict[str, float]:
    status, headers, body = fetch(port, "/mesures")
    assert (status, headers["content-type"].split(";")[0]) == (200, "text/plain")
    return {(s.name, *s.labels.values()): s.value for f in text_string_to_metric_families(body.decode()) for s in f.samples}


def test_the_service_is_measured(port: int) -> None:
    mesures = read_mesures(port)
    assert mesures["spapser_info", spapser.__version__] == 1
    assert (mesures["spapser_edition_numero",], mesures["spapser_degrade",], mesures["spapser_publications_total",]) == (0, 0, 0)
    assert mesures["process_resident_memory_bytes",] > 50e6
    assert mesures["spapser_depot_octets_libres",] > 0
    assert mesures["spapser_sessions",] >= 0


def test_answers_are_counted_by_family(port: int) -> None:
    avant = read_mesures(port)
    fetch(port, "/donnees/absent.csv")
    apres = read_mesures(port)
    assert apres["spapser_reponses_total", "4xx"] == avant.get(("spapser_reponses_total", "4xx"), 0) + 1
    assert apres["spapser_reponses_total", "2xx"] > avant["spapser_reponses_total", "2xx"]


@pytest.mark.parametrize("relais", ["X-Forwarded-For", "X-Real-IP", "Forwarded", "Via"])
def test_nobody_reads_them_through_a_relay(port: int, relais: str) -> None:
    status, _, body = fetch(port, "/mesures", **{relais: "127.0.0.1"})
    assert (status, b"spapser_" in body) == (403, False)
