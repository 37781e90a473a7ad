"""Breakdowns: sorted bars, and shares of a whole."""

import itertools

import pytest

from spapser.charts import CHARTS
from tests.charts import fabrique
from tests.charts.lecture import read_json, read_page

barres, part = CHARTS["barres"], CHARTS["part"]


def find_barres(figure):
    return [trace for trace in read_json(figure)["data"] if len(trace["hovertext"][0]) and trace["type"] == "bar"]


def find_motif(trace):
    return trace["marker"].get("pattern", {}).get("shape", "")


def test_longest_first_and_unknown_last():
    page = read_page(barres(fabrique.make_operations()))
    ordre = ["Collecte", "Global de", "Travaux de voiries", "Construction", "Gardiennage", "médiathèque n.d."]
    assert [page.index(mot) for mot in ordre] == sorted(page.index(mot) for mot in ordre)


def test_every_value_is_printed_in_french():
    page = read_page(barres(fabrique.make_operations()))
    for texte in ("64 932,57 heures", "3 974,31 heures", "1 927,04 heures", "8 298 heures", "6 812,5 heures"):
        assert texte in page
    assert fabrique.RENOVATION in page


def test_dimensions_differ_by_pattern_as_well_as_colour_and_have_a_legend():
    figure = barres(fabrique.make_operations())
    looks = {(trace["marker"]["color"], find_motif(trace)) for trace in find_barres(figure)}
    assert len(looks) == 2
    assert len({motif for _, motif in looks}) == 2
    assert read_page(figure).startswith("Services Travaux")


def test_height_grows_with_rows():
    courte, longue = barres(fabrique.make_operations()[:3]), barres(fabrique.make_operations())
    assert longue.layout.height > courte.layout.height + 200


def test_counts_and_shares_are_both_printed():
    page = read_page(part(fabrique.make_parcours()))
    assert "Insertion : 60 personnes (67,4 %)" in page
    assert "Alternance : 1 personne (1,1 %)" in page


def test_segments_leave_a_gap_and_fill_the_width():
    segments = [trace for trace in find_barres(part(fabrique.make_parcours())) if trace["width"][0] > 20]
    bords = sorted((trace["base"][0], trace["base"][0] + trace["x"][0]) for trace in segments)
    assert all(suivant[0] - bord[1] > 0.005 for bord, suivant in itertools.pairwise(bords))
    assert bords[0][0] == 0
    assert bords[-1][1] == pytest.approx(1)


def test_neighbours_differ_without_colour():
    motifs = [find_motif(trace) for trace in find_barres(part(fabrique.make_parcours()))]
    assert len(set(motifs)) == 5


def test_one_bar_per_dimension():
    page = read_page(part(fabrique.make_structures()))
    for texte in ("Association d’insertion", "Femmes : 12 personnes (28,6 %)", "Hommes : 26 personnes (96,3 %)"):
        assert texte in page


def test_beyond_six_categories_the_smallest_are_gathered_and_counted():
    couples = [("", f"Segment {rang}", 100 - rang) for rang in range(9)]
    page = read_page(part(fabrique.make_repartition("marchés", *couples)))
    assert "Autres (4 catégories) : 374 marchés" in page
    assert "Segment 4" in page
    assert "Segment 5" not in page


def test_shares_that_do_not_reach_one_hundred_are_not_stretched():
    figure = part(fabrique.make_repartition("%", ("", "Oui", 30), ("", "Non", 20)))
    assert "Oui : 30 %" in read_page(figure)
    assert "60 %" not in read_page(figure)


def test_an_unknown_part_is_named_and_not_drawn():
    mesures = fabrique.make_repartition("marchés", ("", "Connu", 3), ("", "Inconnu", None))
    assert "Inconnu : n.d." in read_page(part(mesures))
