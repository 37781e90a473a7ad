"""The status of an indicator: six words, of which only three judge."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spapser.suivi import Statut
from spapser.suivi.statut import SEUIL_PARTIEL, compute_statut, compute_taux
from tests.suivi.fabrique import make_mesure

POSITIFS = st.floats(0, 1e9, allow_nan=False)
RANGS = {Statut.NON_ATTEINT: 0, Statut.PARTIEL: 1, Statut.ATTEINT: 2}


@pytest.mark.parametrize(("valeur", "statut"), [
    (25_000, Statut.ATTEINT), (97_972, Statut.ATTEINT), (24_999.99, Statut.PARTIEL), (18_750, Statut.PARTIEL),
    (18_749.99, Statut.NON_ATTEINT), (0, Statut.NON_ATTEINT)])
def test_at_least_a_target(valeur: float, statut: Statut) -> None:
    assert compute_statut(valeur, 25_000) is statut


@pytest.mark.parametrize(("valeur", "statut"), [
    (3, Statut.ATTEINT), (0, Statut.ATTEINT), (4, Statut.PARTIEL), (4.01, Statut.NON_ATTEINT), (100, Statut.NON_ATTEINT)])
def test_at_most_a_target(valeur: float, statut: Statut) -> None:
    assert compute_statut(valeur, 3, "au plus") is statut


@pytest.mark.parametrize(("valeur", "comparaison", "statut"), [
    (0, "au moins", Statut.ATTEINT), (5, "au moins", Statut.ATTEINT), (0, "au plus", Statut.ATTEINT),
    (1, "au plus", Statut.NON_ATTEINT)])
def test_a_target_of_zero_is_judged_and_divides_nothing(valeur: float, comparaison: str, statut: Statut) -> None:
    assert compute_statut(valeur, 0, comparaison) is statut
    assert compute_taux(valeur, 0) is None


def test_a_missing_value_is_never_a_failure() -> None:
    assert compute_statut(None, 25_000) is Statut.NON_EVALUE
    assert compute_statut(None, 3, "au plus") is Statut.NON_EVALUE


@pytest.mark.parametrize("comparaison", ["au moins", "au plus"])
def test_a_value_that_is_not_a_number_is_a_missing_value(comparaison: str) -> None:
    assert compute_statut(math.nan, 25_000, comparaison) is Statut.NON_EVALUE
    assert compute_taux(math.nan, 25_000) is None


def test_a_target_that_is_not_a_number_is_no_target() -> None:
    assert compute_statut(97_972, math.nan) is Statut.SANS_CIBLE
    assert compute_taux(97_972, math.nan) is None


@pytest.mark.parametrize("valeur", [None, 0, 12])
def test_without_target_nothing_is_judged(valeur: float | None) -> None:
    assert compute_statut(valeur, None) is Statut.SANS_CIBLE


@pytest.mark.parametrize("cible", [None, 20])
def test_an_indicator_that_does_not_apply_is_set_apart(cible: float | None) -> None:
    assert compute_statut(None, cible, concerne=False) is Statut.NON_CONCERNE


def test_an_indicator_does_not_apply_in_the_years_that_its_catalogue_says() -> None:
    assert make_mesure(None, 20, non_concerne=(2024,)).statut is Statut.NON_CONCERNE
    assert make_mesure(None, 20, non_concerne=(2023,)).statut is Statut.NON_EVALUE


def test_four_times_the_target_is_reached_and_its_rate_is_not_capped() -> None:
    mesure = make_mesure(97_972, 25_000)
    assert mesure.statut is Statut.ATTEINT
    assert mesure.taux == pytest.approx(3.919, abs=0.001)


def test_the_partial_threshold_is_a_parameter() -> None:
    assert compute_statut(50, 100) is Statut.NON_ATTEINT
    assert compute_statut(50, 100, seuil_partiel=0.5) is Statut.PARTIEL


@given(POSITIFS, POSITIFS, POSITIFS)
def test_more_never_lowers_the_status_of_at_least(une: float, autre: float, cible: float) -> None:
    bas, haut = sorted((une, autre))
    assert RANGS[compute_statut(bas, cible)] <= RANGS[compute_statut(haut, cible)]


@given(POSITIFS, POSITIFS, POSITIFS)
def test_more_never_raises_the_status_of_at_most(une: float, autre: float, cible: float) -> None:
    bas, haut = sorted((une, autre))
    assert RANGS[compute_statut(haut, cible, "au plus")] <= RANGS[compute_statut(bas, cible, "au plus")]


@given(POSITIFS, st.floats(0.01, 1e9))
def test_status_and_rate_agree(valeur: float, cible: float) -> None:
    taux, statut = compute_taux(valeur, cible), compute_statut(valeur, cible)
    assert (statut is Statut.NON_ATTEINT) == (taux < SEUIL_PARTIEL)
    assert (statut is Statut.ATTEINT) == (valeur >= cible)
