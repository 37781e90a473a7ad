"""A hidden value in words: its mark, its status when every value it may have has the same, and nothing that gives it back."""

from dataclasses import replace

import pytest

from spapser.suivi import Mesure, Statut, Valeur
from spapser.suivi.comparaison import build_comparaison
from spapser.suivi.phrase import describe_annee, describe_evolution, describe_statut
from spapser.suivi.tableau import build_tableau
from tests.suivi.edition import open_suivi
from tests.suivi.fabrique import make_cible, make_mesure


def hide(mesure: Mesure, secret: int) -> Mesure:
    return replace(mesure, tenue=Valeur(None, None, None, "calculee", True, (), "sure", "", "essai.csv", secret))


PETITE = hide(make_mesure(3, unite="personnes"), 5)
SECONDAIRE = hide(make_mesure(12, unite="personnes"), 0)


def test_a_hidden_value_has_its_mark() -> None:
    assert (PETITE.texte, SECONDAIRE.texte) == ("<\u00a05", "secret statistique")


@pytest.mark.parametrize(("secret", "cible", "statut"), [
    (5, 50, Statut.NON_ATTEINT), (5, 4, Statut.SECRET), (0, 50, Statut.SECRET), (5, 0, Statut.ATTEINT)])
def test_the_status_is_told_only_when_it_tells_nothing_more(secret: int, cible: float, statut: Statut) -> None:
    assert replace(PETITE if secret else SECONDAIRE, cible=make_cible(cible)).statut is statut


def test_a_status_that_would_tell_is_explained_and_never_a_failure() -> None:
    mesure = replace(SECONDAIRE, cible=make_cible(50))
    assert mesure.statut.value == "non évalué (secret statistique)"
    assert "secret statistique" in describe_statut(mesure)
    assert mesure.taux is None


def test_no_movement_is_told_from_a_hidden_value_nor_to_one() -> None:
    assert describe_evolution(replace(PETITE, precedente=20.0, annee_precedente=2023)) == ""
    ancienne = replace(make_mesure(20, unite="personnes"), annee_precedente=2023, secret_precedent=5)
    assert describe_evolution(ancienne) == ""
    assert ancienne.texte_precedente == "<\u00a05"


def test_a_table_with_a_hidden_category_has_no_share() -> None:
    connue = replace(make_mesure(40, unite="personnes"), modalite="CDI")
    tableau = build_tableau("barres", [connue, replace(PETITE, modalite="CDD")])
    assert tableau.colonnes == ("Catégorie", "Valeur")
    assert [ligne[1] for ligne in tableau.lignes] == ["40\u00a0personnes", "<\u00a05"]


def test_a_hidden_category_keeps_its_row_on_a_slide() -> None:
    connue = replace(make_mesure(40, unite="personnes"), modalite="CDI")
    rangees = build_comparaison("barres", [connue, replace(PETITE, modalite="CDD")], 2024).rangees
    assert [(rangee.nom, rangee.barres[0].texte) for rangee in rangees] == [("CDI", "40\u00a0personnes"), ("CDD", "<\u00a05")]


def test_the_sentence_of_the_year_counts_hidden_figures_apart() -> None:
    suivi = open_suivi()
    cle = ("fa04_heures", 2024, "", "")
    cache = Valeur(None, None, None, "publiee", True, (), "sure", "", "", 0)
    dite = describe_annee(replace(suivi, valeurs=suivi.valeurs | {cle: [cache]}), 2024)
    assert "1 au secret statistique" in dite
