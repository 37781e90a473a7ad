"""What is hidden cannot be computed back: random breakdowns under a public total, crossed or nested, and the reader who computes.

The reader is written here apart from the product: it solves its own linear programs over what is published.
"""

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from spapser.catalogue.secret import load_secret
from spapser.errors import CatalogueInvalide
from spapser.store.secret import Figure, Systeme, choose_secrets

EFFECTIFS = st.integers(0, 14)
REPARTITIONS = st.lists(st.lists(EFFECTIFS, min_size=2, max_size=6), min_size=1, max_size=3)
SEUILS = st.integers(3, 11)


def build(repartitions: list[list[int]]) -> Systeme:
    """Breakdowns that share one public total: what the first does not count, the others count as a rest of their own."""
    systeme, total = Systeme(), max(sum(valeurs) for valeurs in repartitions)
    formes = []
    tous = systeme.add(total)
    for valeurs in repartitions:
        rangs = [systeme.add(v) for v in [*valeurs, *([total - sum(valeurs)] if sum(valeurs) < total else [])]]
        systeme.egalites.append({tous: 1.0, **dict.fromkeys(rangs, -1.0)})
        formes += [{rang: 1.0} for rang in rangs]
        formes.append(dict.fromkeys(rangs[:2], 1.0))  # a group of categories, published too
    for rang, forme in enumerate([{tous: 1.0}, *formes]):
        systeme.figures.append(Figure((rang,), (forme,), (forme,)))
    return systeme


def attack(systeme: Systeme, caches: frozenset[int], seuil: int, cible: dict[int, float]) -> tuple[float, float]:
    """What anybody can compute of a count from the shown figures, the sums and the marks « < seuil »."""
    def row(forme: dict[int, float], signe: float = 1.0) -> numpy.ndarray:
        ligne = numpy.zeros(len(systeme.valeurs))
        ligne[list(forme)] = [signe * c for c in forme.values()]
        return ligne

    connues = [f.formes[0] for rang, f in enumerate(systeme.figures) if rang not in caches] + systeme.egalites
    egales = {"A_eq": numpy.array([row(f) for f in connues]), "b_eq": [systeme.compute(f) for f in connues]} if connues else {}
    marques = [(f.formes[0], systeme.compute(f.formes[0]) < seuil) for rang, f in enumerate(systeme.figures) if rang in caches]
    limites = {"A_ub": numpy.array([row(f, 1 if petit else -1) for f, petit in marques]),
               "b_ub": [seuil - 1 if petit else -seuil for _, petit in marques]} if marques else {}
    bornes = [linprog(row(cible, signe), **egales, **limites, bounds=(0, None), method="highs") for signe in (1, -1)]
    return tuple(signe * b.fun if b.status == 0 else signe * -numpy.inf for signe, b in zip((1, -1), bornes, strict=True))


@settings(max_examples=60, deadline=None)
@given(REPARTITIONS, SEUILS)
def test_no_hidden_count_can_be_computed_back(repartitions: list[list[int]], seuil: int) -> None:
    systeme = build(repartitions)
    caches = choose_secrets(systeme, seuil)
    for rang, figure in enumerate(systeme.figures):
        forme = figure.formes[0]
        if systeme.compute(forme) < seuil:
            assert rang in caches
        if rang in caches:
            bas, haut = attack(systeme, caches, seuil, forme)
            assert bas - 1e-6 <= systeme.compute(forme) <= haut + 1e-6
            assert haut - bas >= (max(1, seuil - 2) if systeme.compute(forme) < seuil else 1) - 1e-5


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(11, 60), min_size=1, max_size=8), SEUILS)
def test_nothing_is_hidden_where_no_count_is_small(valeurs: list[int], seuil: int) -> None:
    assert choose_secrets(build([valeurs]), seuil) == frozenset()


def test_one_small_category_hides_the_smallest_of_the_others_and_never_the_total() -> None:
    assert choose_secrets(simple([3, 40, 12, 25]), 5) == {1, 3}


def test_without_the_second_suppression_the_reader_finds_the_number() -> None:
    systeme = simple([3, 40, 12, 25])
    assert attack(systeme, frozenset({1}), 5, {1: 1.0}) == pytest.approx((3, 3))


def test_two_small_categories_that_fill_their_mark_take_a_third_with_them() -> None:
    assert choose_secrets(simple([4, 4]), 5) == {0, 1, 2}
    assert choose_secrets(simple([4, 4, 30]), 5) == {1, 2, 3}


def test_what_the_report_prints_stays() -> None:
    systeme = simple([3, 40])
    systeme.figures = [Figure(f.elements, f.formes, f.comptes, libre=True) for f in systeme.figures]
    assert choose_secrets(systeme, 5) == frozenset()


def simple(valeurs: list[int]) -> Systeme:
    """One breakdown of a public total: figure 0 is the total, then its categories."""
    systeme = Systeme()
    rangs = [systeme.add(v) for v in (sum(valeurs), *valeurs)]
    systeme.egalites.append({rangs[0]: 1.0, **dict.fromkeys(rangs[1:], -1.0)})
    systeme.figures = [Figure((rang,), ({rang: 1.0},), ({rang: 1.0},)) for rang in rangs]
    return systeme


@pytest.mark.parametrize("seuil", ["2", "12", "cinq", "-5", "5.0"])
def test_a_threshold_out_of_bounds_stops_the_start_with_one_sentence(monkeypatch: pytest.MonkeyPatch, seuil: str) -> None:
    monkeypatch.setenv("SPAPSER_SEUIL_SECRET", seuil)
    with pytest.raises(CatalogueInvalide, match="n’est pas un nombre de 3 à 11"):
        load_secret()
