"""Sentences made from figures: exact, and never louder than the figures."""

import re

import pytest

from spapser.suivi import Statut
from spapser.suivi.phrase import count_statuts, describe_annee, describe_base, describe_statut, format_taux
from tests.suivi.edition import ANNEES, open_suivi
from tests.suivi.fabrique import make_mesure


def test_the_sentence_of_2024_gives_the_hours_and_their_rate() -> None:
    phrase = describe_annee(open_suivi(), 2024)
    assert "97\u202f972\u00a0heures" in phrase
    assert "392\u00a0% de la cible" in phrase
    assert "en hausse de 67\u00a0% sur 2023" in phrase


def test_the_sentence_of_2023_gives_its_own_hours_against_its_own_target() -> None:
    phrase = describe_annee(open_suivi(), 2023)
    assert "58\u202f526\u00a0heures" in phrase
    assert "293\u00a0% de la cible" in phrase
    assert not re.search("2024|97\u202f972|392", phrase)


@pytest.mark.parametrize("annee", ANNEES)
def test_the_sentence_counts_every_target_once(annee: int) -> None:
    compte = count_statuts(open_suivi().resultats(annee))
    chiffrees = sum(n for s, n in compte.items() if s not in (Statut.SANS_CIBLE, Statut.NON_CONCERNE))
    premiere = describe_annee(open_suivi(), annee).split(" sur ", 1)[1].split(".")[0]
    annonce, *details = (int(nombre) for nombre in re.findall(r"\d+", premiere))
    assert annonce == chiffrees == sum(details)


@pytest.mark.parametrize("annee", ANNEES)
def test_every_status_explains_itself(annee: int) -> None:
    for mesure in open_suivi().resultats(annee):
        phrase = describe_statut(mesure)
        assert phrase.endswith(".")
        assert not re.search(r"None|nan|n\.d\.", phrase)
        assert str(annee) in phrase or mesure.texte in phrase


@pytest.mark.parametrize(("mesure", "phrase"), [
    (make_mesure(97_972, 25_000),
     "97\u202f972\u00a0heures pour une cible d’au moins 25\u202f000\u00a0heures, soit 392\u00a0% de la cible."),
    (make_mesure(None, 20, unite="%"), "La cible de 2024 est au moins 20\u00a0%\u00a0; la valeur n’est pas publiée."),
    (make_mesure(3), "Aucune cible chiffrée n’est fixée pour 2024."),
    (make_mesure(None, non_concerne=(2024,)), "L’indicateur ne s’applique pas en 2024.")])
def test_status_sentences(mesure, phrase: str) -> None:
    assert describe_statut(mesure) == phrase


def test_a_judged_value_with_a_target_of_zero_has_a_whole_sentence() -> None:
    assert "n.d." not in describe_statut(make_mesure(0, 0, comparaison="au plus"))


def test_no_rate_without_value() -> None:
    assert format_taux(make_mesure(None, 20)) == "n.d."


def test_a_share_says_what_it_is_a_share_of() -> None:
    assert describe_base(open_suivi().mesure("fa04_part_qpv", 2024)) == "43 sur 119"


def test_no_target_at_all_is_said_too() -> None:
    assert describe_annee(open_suivi(), 1999) == "En 1999, aucune cible chiffrée n’est publiée."
