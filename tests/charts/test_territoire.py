"""The map of the communes."""

import pytest

from spapser.charts import draw_territoire
from tests.charts import fabrique
from tests.charts.lecture import read_json, read_page


def test_names_and_values_are_printed_for_communes_with_a_value():
    page = read_page(draw_territoire(fabrique.make_quartiers(), fabrique.COMMUNES))
    assert "Orly 4" in page
    assert "Villeneuve- Saint- Georges 5" in page
    assert "Rungis" not in page


def test_area_follows_the_value():
    cercles = read_json(draw_territoire(fabrique.make_quartiers(), fabrique.COMMUNES))["data"][1]["marker"]
    assert cercles["sizemode"] == "diameter"
    assert (cercles["size"][0] / cercles["size"][-1]) ** 2 == pytest.approx(10)


def test_communes_without_a_value_are_hollow_and_nd():
    vides = read_json(draw_territoire(fabrique.make_quartiers(), fabrique.COMMUNES))["data"][0]
    assert len(vides["x"]) == 14
    assert vides["marker"]["symbol"] == "circle-open"
    assert "Rungis\u00a0: n.d." in vides["hovertext"]


def test_one_kilometre_is_the_same_both_ways_and_nothing_is_fetched():
    contenu = read_json(draw_territoire(fabrique.make_quartiers(), fabrique.COMMUNES))
    assert contenu["layout"]["yaxis"]["scaleanchor"] == "x"
    assert {trace["type"] for trace in contenu["data"]} == {"scatter"}
    nord, sud = contenu["data"][1]["y"][0], min(contenu["data"][1]["y"])
    assert nord - sud == pytest.approx((48.78814 - 48.66942) * 111.2)


def test_spelling_of_a_name_does_not_matter_and_strangers_are_named():
    mesures = fabrique.make_repartition("personnes", ("", "L’HAY LES ROSES", 3), ("", "Paris", 2), decimales=0)
    page = read_page(draw_territoire(mesures, fabrique.COMMUNES))
    assert "L'Haÿ-les-Roses" in page.replace("- ", "-")
    assert "Hors de la carte : Paris 2 personnes" in page


def test_without_value_or_commune_says_so():
    for mesures, communes in (([], fabrique.COMMUNES), (fabrique.make_quartiers(), [])):
        assert read_page(draw_territoire(mesures, communes)) == "Aucune donnée publiée pour cette année."
