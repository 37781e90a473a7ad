"""Two years side by side, and the marks to reach."""

from spapser.charts import CHARTS, draw_multiple
from tests.charts import fabrique
from tests.charts.lecture import read_json, read_page

draw = CHARTS["evolution"]


def find_points(figure):
    return [(trace["x"][0], trace["marker"]["symbol"], trace["marker"]["color"]) for trace in read_json(figure)["data"]]


def test_years_and_values_are_printed_and_dots_differ_by_fill():
    figure = draw([fabrique.make_part("Part", 75, None, 58)])
    assert "2024 : 75 %" in read_page(figure)
    assert "2023 : 58 %" in read_page(figure)
    (avant, _, creux), (apres, _, plein) = find_points(figure)
    assert (avant, apres) == (0.58, 0.75)
    assert creux == "#ffffff" != plein


def test_a_reference_is_a_diamond_with_words():
    figure = draw(fabrique.make_evolutions())
    assert "repère 2026 : 100 %" in read_page(figure)
    assert "cible 2024 : 40 %" in read_page(figure)
    assert (1, "diamond", "#ffffff") in find_points(figure)


def test_shares_are_read_on_zero_to_one_hundred():
    page = read_page(draw(fabrique.make_evolutions()))
    assert all(f"{graduation} %" in page for graduation in (0, 25, 50, 75, 100))


def test_without_last_year_there_is_one_dot_and_without_value_nd():
    assert len(find_points(draw([fabrique.make_part("Part", 12)]))) == 1
    page = read_page(draw([fabrique.make_part("Part", 12), fabrique.make_part("Papier", None)]))
    assert "Papier 2024 : n.d." in page


def test_a_small_multiple_prints_its_three_numbers():
    figure = draw_multiple(fabrique.make_heures())
    assert "2024 : 97 972 heures · 2023 : 58 526 heures cible 25 000 heures" in read_page(figure)
    assert 120 <= figure.layout.height <= 160


def test_a_small_multiple_stands_without_value_past_or_target():
    assert "2024 : n.d." in read_page(draw_multiple(fabrique.make_part("Part", None)))
    assert "2024 : 12 %" in read_page(draw_multiple(fabrique.make_part("Part", 12)))
