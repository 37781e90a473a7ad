"""What is drawn is what is written: the table of a chart holds each of its measures, and nothing else."""

import pytest

from spapser.catalogue.model import Fiche, Graphique
from spapser.suivi.jalon import format_date, format_etat
from spapser.suivi.tableau import Tableau, build_tableau, table_jalons
from tests.suivi.edition import ANNEES, CATALOGUE, GRAPHIQUES, name, open_suivi

CHIFFRES = [(fiche, graphique) for fiche, graphique in GRAPHIQUES if graphique.genre != "frise"]


def build(graphique: Graphique, annee: int) -> tuple[Tableau, list]:
    mesures = open_suivi().graphique(graphique.indicateurs, annee, graphique.toutes_annees)
    return build_tableau(graphique.genre, mesures), mesures


@pytest.mark.parametrize("annee", ANNEES)
@pytest.mark.parametrize(("fiche", "graphique"), CHIFFRES, ids=name)
def test_one_row_for_each_measure_with_its_name_and_value(fiche: Fiche, graphique: Graphique, annee: int) -> None:
    tableau, mesures = build(graphique, annee)
    assert len(tableau.lignes) == len(mesures)
    for ligne, mesure in zip(tableau.lignes, mesures, strict=True):
        assert ligne[0] == (mesure.modalite or mesure.indicateur.libelle)
        assert mesure.texte in ligne
        assert mesure.dimension in ("", *ligne)


@pytest.mark.parametrize("annee", ANNEES)
@pytest.mark.parametrize(("fiche", "graphique"), CHIFFRES, ids=name)
def test_rows_fit_their_columns(fiche: Fiche, graphique: Graphique, annee: int) -> None:
    tableau, _ = build(graphique, annee)
    assert {len(ligne) for ligne in tableau.lignes} <= {len(tableau.colonnes)}
    assert len(set(tableau.colonnes)) == len(tableau.colonnes)
    assert all(0 < indice < len(tableau.colonnes) for indice in tableau.nombres)
    assert not {"None", "nan", ""} & {cellule for ligne in tableau.lignes for cellule in ligne}


@pytest.mark.parametrize(("fiche", "graphique"), [(f, g) for f, g in CHIFFRES if g.genre == "cible"], ids=name)
def test_a_chart_with_a_target_writes_the_target(fiche: Fiche, graphique: Graphique) -> None:
    tableau, mesures = build(graphique, 2024)
    for ligne, mesure in zip(tableau.lignes, mesures, strict=True):
        assert (mesure.texte_cible or "sans cible") in ligne
        assert mesure.statut.value in ligne


@pytest.mark.parametrize("fiche", CATALOGUE.fiches, ids=name)
def test_every_milestone_has_its_row(fiche: Fiche) -> None:
    jalons = open_suivi().jalons_fiche(fiche.code)
    lignes = table_jalons(jalons).lignes
    assert [ligne[:3] for ligne in lignes] == [(j.titre, format_date(j), format_etat(j)) for j in jalons]


def test_shares_of_a_count_add_up_to_the_whole() -> None:
    tableau, mesures = build(CATALOGUE.fiche("fa04").graphique("situation"), 2024)
    parts = [float(ligne[-1].split("\u00a0")[0].replace(",", ".")) for ligne in tableau.lignes]
    assert sum(parts) == pytest.approx(100, abs=0.1 * len(mesures))
