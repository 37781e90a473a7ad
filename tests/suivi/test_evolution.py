"""The movement since last year: a second mark, that never speaks of the target."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spapser.suivi import Tendance
from spapser.suivi.phrase import describe_evolution
from spapser.suivi.statut import compute_evolution
from tests.suivi.fabrique import make_mesure

NOMBRES = st.floats(-1e9, 1e9, allow_nan=False)


@pytest.mark.parametrize(("valeur", "precedente", "tendance"), [
    (97_972, 58_526, Tendance.HAUSSE), (32, 38, Tendance.BAISSE), (75, 75, Tendance.STABLE), (0.1 + 0.2, 0.3, Tendance.STABLE)])
def test_movement_has_three_directions(valeur: float, precedente: float, tendance: Tendance) -> None:
    assert compute_evolution(valeur, precedente, 2023).tendance is tendance


@pytest.mark.parametrize("arguments", [(None, 1, 2023), (1, None, 2023), (1, 1, None)])
def test_no_movement_without_both_values(arguments: tuple) -> None:
    assert compute_evolution(*arguments) is None


@pytest.mark.parametrize(("sens", "valeur", "favorable"), [
    ("hausse", 2, True), ("hausse", 0, False), ("baisse", 0, True), ("baisse", 2, False), ("neutre", 2, None),
    ("hausse", 1, None)])
def test_a_rise_is_good_news_only_when_the_indicator_says_so(sens: str, valeur: float, favorable: bool | None) -> None:
    assert compute_evolution(valeur, 1, 2023, sens).favorable is favorable


def test_from_zero_there_is_no_percentage() -> None:
    assert compute_evolution(5, 0, 2023).relatif is None


@pytest.mark.parametrize(("mesure", "phrase"), [
    (make_mesure(97_972, precedente=58_526), "en hausse de 67\u00a0% sur 2023"),
    (make_mesure(75, precedente=58, unite="%"), "en hausse de 17\u00a0points sur 2023"),
    (make_mesure(38.5, precedente=38, unite="%"), "en hausse de 0,5\u00a0point sur 2023"),
    (make_mesure(3, precedente=4, unite="marchés"), "en baisse de 1\u00a0marché sur 2023"),
    (make_mesure(3, precedente=3), "stable par rapport à 2023"), (make_mesure(3), ""), (make_mesure(None, precedente=3), "")])
def test_movement_is_said_in_words(mesure, phrase: str) -> None:
    assert describe_evolution(mesure) == phrase


@given(NOMBRES, NOMBRES)
def test_direction_and_gap_agree(valeur: float, precedente: float) -> None:
    evolution = compute_evolution(valeur, precedente, 2023)
    attendue = {1: Tendance.HAUSSE, 0: Tendance.STABLE, -1: Tendance.BAISSE}[(evolution.ecart > 0) - (evolution.ecart < 0)]
    assert evolution.tendance is attendue


def test_a_movement_too_small_for_a_percent_is_not_said_to_be_nothing() -> None:
    assert describe_evolution(make_mesure(97_973, precedente=97_972)) == "en hausse de moins de 1\u00a0% sur 2023"
    assert describe_evolution(make_mesure(98_972, precedente=97_972)) == "en hausse de 1\u00a0% sur 2023"
