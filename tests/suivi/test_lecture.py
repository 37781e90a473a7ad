"""Two readings of one fact: one leads, as the catalogue says, and the other is kept."""

import pytest

from spapser.catalogue.model import Fiche, Indicateur
from tests.suivi.edition import ANNEES, CATALOGUE, name, open_base, open_suivi

SIMPLES = [indicateur for indicateur in CATALOGUE.indicateurs if indicateur.genre != "repartition"]
CAS = [(indicateur, annee) for indicateur in SIMPLES for annee in ANNEES]
IDS = [f"{indicateur.code}-{annee}" for indicateur, annee in CAS]


def lectures(code: str, annee: int) -> list:
    mesure = open_suivi().mesure(code, annee)
    return [mesure.tenue, *mesure.autres] if mesure.tenue else []


@pytest.mark.parametrize(("indicateur", "annee"), CAS, ids=IDS)
def test_the_origin_that_the_catalogue_trusts_leads_when_it_is_known(indicateur: Indicateur, annee: int) -> None:
    connues = lectures(indicateur.code, annee)
    if any(lecture.origine == indicateur.fait_foi for lecture in connues):
        assert connues[0].origine == indicateur.fait_foi
    if any(lecture.origine == connues[0].origine and lecture.retenue for lecture in connues):
        assert connues[0].retenue


@pytest.mark.parametrize(("indicateur", "annee"), CAS, ids=IDS)
def test_no_reading_is_lost(indicateur: Indicateur, annee: int) -> None:
    lignes = open_base().query("select valeur from resultats where indicateur = ? and annee = ? and modalite = ''",
                               [indicateur.code, annee])
    assert sorted(map(str, (v.valeur for v in lectures(indicateur.code, annee)))) == sorted(str(x["valeur"]) for x in lignes)


def test_both_readings_of_the_collection_hours_are_kept() -> None:
    mesure = open_suivi().mesure("fa04_heures_collecte", 2024)
    assert mesure.valeur == 64_932.57
    assert 64_631 in [lecture.valeur for lecture in mesure.autres]


def test_the_more_demanding_target_of_2024_leads_and_the_other_is_set_aside() -> None:
    assert open_suivi().mesure("fa04_heures", 2024).cible.valeur == 25_000
    ecartees = [(i.code, c.valeur) for i, c in open_suivi().cibles_ecartees(CATALOGUE.fiche("fa04"), 2024)]
    assert ("fa04_heures", 20_000) in ecartees


def test_each_year_has_its_own_target() -> None:
    assert open_suivi().mesure("fa04_heures", 2023).cible.valeur == 20_000
    assert open_suivi().cibles_ecartees(CATALOGUE.fiche("fa04"), 2023) == []


def test_the_legal_horizon_is_a_landmark_and_judges_nobody() -> None:
    mesure = open_suivi().mesure("fa09_part_clause_environnementale", 2024)
    assert [(repere.annee, repere.valeur) for repere in mesure.reperes] == [(2026, 100)]
    assert mesure.cible is None


@pytest.mark.parametrize("fiche", CATALOGUE.fiches, ids=name)
def test_measures_follow_the_catalogue(fiche: Fiche) -> None:
    codes = [i.code for i in fiche.indicateurs if i.genre == "resultat" and not open_suivi().waits(i)]
    assert [m.indicateur.code for m in open_suivi().mesures(fiche, ANNEES[-1])] == codes


def test_last_year_is_the_leading_reading_of_last_year_when_the_two_compare() -> None:
    for mesure in open_suivi().resultats(2024):
        comparable = (mesure.indicateur.comparable_depuis or 0) <= 2023
        attendue = open_suivi().mesure(mesure.indicateur.code, 2023).valeur if comparable else None
        assert mesure.precedente == attendue


def test_a_year_without_data_has_measures_without_value() -> None:
    assert [m for m in open_suivi().resultats(1999) if m.valeur is not None] == []
    assert open_suivi().repartition("fa04_age", 1999) == []


@pytest.mark.parametrize("code", [i.code for i in CATALOGUE.indicateurs if i.genre == "repartition"])
def test_breakdowns_come_largest_first_and_each_category_once(code: str) -> None:
    for annee in ANNEES:
        mesures = open_suivi().repartition(code, annee)
        valeurs = [mesure.valeur or 0 for mesure in mesures]
        assert valeurs == sorted(valeurs, reverse=True)
        assert len({(m.dimension, m.modalite) for m in mesures}) == len(mesures)
