"""A slide compares few bars, and none of them says more than the measures."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spapser.catalogue.model import Fiche, Graphique
from spapser.suivi import Mesure
from spapser.suivi.comparaison import LIMITE, LIMITE_COURTE, NON_PUBLIE, build_comparaison
from tests.suivi.edition import ANNEES, GRAPHIQUES, name, open_suivi
from tests.suivi.fabrique import make_mesure

CHIFFRES = [(fiche, graphique) for fiche, graphique in GRAPHIQUES if graphique.genre != "frise"]


def make_categories(valeurs: list[float], unite: str = "personnes", mot: str = "C") -> list[Mesure]:
    return [replace(make_mesure(valeur, unite=unite), modalite=f"{mot}{rang}") for rang, valeur in enumerate(valeurs)]


def test_value_target_and_last_year_stand_side_by_side() -> None:
    (rangee,) = build_comparaison("cible", [make_mesure(30, 25, 20)], 2024).rangees
    assert [(barre.role, barre.serie, barre.valeur) for barre in rangee.barres] == [
        ("realise", "2024", 30), ("cible", "cible 2024", 25), ("precedente", "2023", 20)]
    assert rangee.barres[1].texte == "25\u00a0heures"
    assert rangee.maximum == 30


def test_a_target_that_is_a_ceiling_says_so() -> None:
    (rangee,) = build_comparaison("cible", [make_mesure(30, 25, comparaison="au plus")], 2024).rangees
    assert rangee.barres[1].texte == "au plus 25\u00a0heures"


def test_a_missing_value_is_said_and_its_target_still_drawn() -> None:
    (rangee,) = build_comparaison("cible", [make_mesure(None, 50, unite="%")], 2024).rangees
    assert (rangee.barres[0].valeur, rangee.barres[0].texte) == (None, NON_PUBLIE)
    assert rangee.barres[1].valeur == 50
    assert rangee.maximum == 100


def test_rows_of_other_years_are_left_to_other_charts() -> None:
    assert build_comparaison("cible", [make_mesure(30)], 2023).rangees == ()


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=30), st.sampled_from(["C", "Une catégorie au nom bien long, "]))
def test_counts_beyond_the_limit_are_added_together_and_none_is_lost(valeurs: list[float], mot: str) -> None:
    rangees = build_comparaison("barres", make_categories(valeurs, mot=mot), 2024).rangees
    assert len(rangees) <= (LIMITE_COURTE if mot == "C" else LIMITE)
    assert sum(rangee.barres[0].valeur for rangee in rangees) == pytest.approx(sum(valeurs))
    hautes = [rangee.barres[0].valeur for rangee in rangees if not rangee.nom.startswith("Autres")]
    assert hautes == sorted(hautes, reverse=True)


def test_shares_are_never_added_together() -> None:
    assert len(build_comparaison("barres", make_categories([5.0] * 15, "%"), 2024).rangees) == 15


def test_categories_of_several_groups_are_told_apart() -> None:
    un, deux = make_categories([3, 1])
    mesures = [replace(un, modalite="AEF", dimension="Nord"), replace(deux, modalite="AEF", dimension="Sud")]
    assert [rangee.nom for rangee in build_comparaison("barres", mesures, 2024).rangees] == ["AEF (nord)", "AEF (sud)"]


@pytest.mark.parametrize("annee", ANNEES)
@pytest.mark.parametrize(("fiche", "graphique"), CHIFFRES, ids=name)
def test_bars_of_the_edition_carry_its_values(fiche: Fiche, graphique: Graphique, annee: int) -> None:
    mesures = open_suivi().graphique(graphique.indicateurs, annee, graphique.toutes_annees)
    connues = sorted(m.valeur for m in mesures if m.annee == annee and m.valeur is not None)
    comparaison = build_comparaison(graphique.genre, mesures, annee)
    barres = [b for r in comparaison.rangees for b in r.barres if b.role == "realise" and b.valeur is not None]
    assert sum(barre.valeur for barre in barres) == pytest.approx(sum(connues))
    assert [b.texte for r in comparaison.rangees for b in r.barres if not b.texte or b.texte == "n.d."] == []
    assert [r for r in comparaison.rangees for b in r.barres if b.valeur is not None and b.valeur > r.maximum] == []
