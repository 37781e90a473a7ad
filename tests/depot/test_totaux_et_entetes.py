"""Rows that sum up others are set aside, a header on two rows is said."""

import pytest

from tests.depot.fichiers import HEURES, read, write_csv


@pytest.mark.parametrize("total", ["Total heures", "Total EPT", "Somme", "ENSEMBLE", "Ensemble :", "Sous-total voirie",
                                   "Somme des heures"])
def test_a_row_that_sums_up_others_is_set_aside(total: str) -> None:
    lecture = read("f.csv", write_csv([*HEURES, [total, None, 2025, 99899.04, None]]))
    assert (len(lecture.lignes), lecture.totaux[0][1]) == (3, total)
    assert ["ressemble à un total" in remarque for remarque in lecture.remarques] == [True]


@pytest.mark.parametrize("nom", ["Total Énergies", "Ensemble scolaire Jean Moulin", "Sommeil", "Totalité du réseau"])
def test_a_name_that_begins_like_a_total_is_kept(nom: str) -> None:
    assert len(read("f.csv", write_csv([*HEURES, [nom, None, 2025, 12]])).lignes) == 4


def test_a_total_word_beside_words_is_a_name() -> None:
    assert len(read("f.csv", write_csv([*HEURES, ["Somme", "Travaux", 2025, 12]])).lignes) == 4


@pytest.mark.parametrize("lignes", [
    [["Opération", "Année", "Heures", None], [None, None, "engagées", "réalisées"], ["a", 2025, 1, 2]],
    [["Opération", None, "Heures", None], [None, "Année", "Heures", "Note"], ["a", 2025, 1, "x"]]])
def test_a_header_on_two_rows_is_said(lignes: list[list]) -> None:
    assert [r for r in read("f.csv", write_csv(lignes)).remarques if "sur deux lignes (1 et 2)" in r]


@pytest.mark.parametrize("lignes", [
    [["Bilan 2025"], [None, "Opération", "Année", "Heures"], [None, "a", 2025, 1]],
    [["Opération", "Année", "Heures", None], ["a", 2025, 1, "x"], ["b", 2025, 1, None]]])
def test_a_header_on_one_row_is_not(lignes: list[list]) -> None:
    assert [r for r in read("f.csv", write_csv(lignes)).remarques if "sur deux lignes" in r] == []
