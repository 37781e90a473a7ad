"""The bullet graph says both numbers, and says when its scale is cut."""

from spapser.charts import CHARTS
from tests.charts import fabrique
from tests.charts.lecture import read_json, read_page, read_survols, read_textes

draw = CHARTS["cible"]


def find_barres(figure):
    return [trace for trace in read_json(figure)["data"] if trace["type"] == "bar"]


def test_both_numbers_are_printed_in_french():
    figure = draw([fabrique.make_heures()])
    assert "97\u202f972\u00a0heures" in " ".join(read_textes(figure))
    assert "25\u202f000\u00a0heures" in " ".join(read_textes(figure))
    assert "97 972 heures · cible 25 000 heures" in read_page(figure)


def test_beyond_twice_the_target_the_scale_is_cut_and_says_so():
    figure = draw([fabrique.make_heures()])
    assert "échelle coupée : 392 % de la cible" in read_page(figure)
    assert "2023 : 58 526 heures (hors échelle)" in read_page(figure)
    assert len(find_barres(figure)) == 2
    formes = [forme.get("name") for forme in read_json(figure)["layout"]["shapes"]]
    assert formes.count("coupure") == 2


def test_up_to_twice_the_target_the_scale_is_whole():
    figure = draw([fabrique.make_mesure(50000, 25000)])
    assert "échelle coupée" not in read_page(figure)
    assert len(find_barres(figure)) == 1


def test_the_bar_is_linear_from_zero():
    bar, = find_barres(draw([fabrique.make_part("Part", 40, 100)]))
    assert bar["base"] == 0
    assert bar["x"] == [0.4]


def test_each_row_has_its_own_scale():
    grande, petite = find_barres(draw([fabrique.make_mesure(90000, 100000), fabrique.make_mesure(0.9, 1)]))
    assert round(grande["x"][0], 9) == round(petite["x"][0], 9)


def test_without_a_value_the_target_stays_and_the_value_is_nd():
    figure = draw([fabrique.make_part("Achats réservés", None, 5)])
    assert "n.d. · cible 5 %" in read_page(figure)
    assert not find_barres(figure)
    assert read_json(figure)["layout"]["shapes"]


def test_without_a_target_a_value_is_written_and_nothing_is_drawn():
    page = read_page(draw([fabrique.make_heures(), fabrique.make_part("Sans objectif", 12)]))
    assert "Sans objectif" not in page
    seule = draw([fabrique.make_part("Sans objectif", 12)])
    assert read_page(seule) == "Sans objectif 12 % · sans cible chiffrée"
    assert not find_barres(seule)


def test_a_ceiling_is_called_a_ceiling():
    assert "cible 10 % au plus" in read_page(draw([fabrique.make_part("Part", 8, 10, comparaison="au plus")]))


def test_hover_repeats_the_printed_numbers():
    survols = read_survols(draw([fabrique.make_heures()]))
    assert all("97\u202f972" in texte and "25\u202f000" in texte for texte in survols)


def test_a_known_value_without_target_is_written_beside_those_that_have_one():
    figure = draw([fabrique.make_mesure(74312.5, modalite="2025"), fabrique.make_heures()])
    assert "74 312,5 heures · sans cible chiffrée" in read_page(figure)
    assert len(find_barres(figure)) == 2
