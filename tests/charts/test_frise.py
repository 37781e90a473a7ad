"""The timeline: dates in French, states by shape and word."""

import pytest

from spapser.charts import draw_frise
from tests.charts import fabrique
from tests.charts.lecture import read_json, read_page


@pytest.mark.parametrize(("debut", "fin", "precision", "attendu"), [
    ("2024-02-27", "2024-02-27", "jour", "27 février 2024"),
    ("2024-03-01", "2024-03-01", "jour", "1er mars 2024"),
    ("2024-11-18", "2024-11-24", "jour", "du 18 au 24 novembre 2024"),
    ("2024-11-28", "2024-12-02", "jour", "du 28 novembre 2024 au 2 décembre 2024"),
    ("2024-08-01", "2024-08-31", "mois", "août 2024"),
    ("2024-07-01", "2024-12-31", "semestre", "2e semestre 2024"),
    ("2024-01-01", "2024-12-31", "annee", "2024"),
    ("2024-01-01", "2026-12-31", "annee", "de 2024 à 2026"),
    ("", "", "jour", "date non précisée"),
    ("bientôt", "", "mois", "date non précisée"),
])
def test_dates_are_french(debut, fin, precision, attendu):
    assert f"Jalon {attendu}" in read_page(draw_frise([fabrique.make_jalon("Jalon", debut, fin, precision)]))


def test_states_differ_by_shape_and_word():
    figure = draw_frise(fabrique.make_jalons())
    symboles = {trace["marker"]["symbol"] for trace in read_json(figure)["data"]}
    assert symboles == {"circle", "diamond", "x"}
    assert all(mot in read_page(figure) for mot in ("réalisé", "annoncé", "non réalisé"))


def test_an_interval_is_a_thick_segment_and_a_day_is_not():
    def count_segments(jalon):
        return sum(forme["line"]["width"] == 8 for forme in read_json(draw_frise([jalon]))["layout"]["shapes"])
    assert count_segments(fabrique.make_jalon("x", "2024-07-01", "2024-12-31", "semestre")) == 1
    assert count_segments(fabrique.make_jalon("x", "2024-07-01")) == 0


def test_earliest_first():
    page = read_page(draw_frise(fabrique.make_jalons()))
    assert page.index("Adoption") < page.index("Matinale") < page.index("Semaine") < page.index("Bilan")


def test_without_milestone_says_so():
    assert read_page(draw_frise([])) == "Aucun jalon publié."
