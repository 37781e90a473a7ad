"""Any figure on contracts leads to exactly the rows behind it: the fact and the restriction that the catalogue names."""

import pytest

from spapser.catalogue import load_catalogue
from spapser.store import Base, reads_contrats
from tests.indicateurs.lecture import list_cas, read_results, write_edition

CATALOGUE = load_catalogue()
CAS = [cas for cas in list_cas() if CATALOGUE.indicateur(cas.code).fait]


@pytest.mark.parametrize("cas", [pytest.param(cas, id=cas.nom) for cas in CAS])
def test_the_figure_counts_the_rows_that_its_fact_selects(cas, tmp_path):
    indicateur, base = CATALOGUE.indicateur(cas.code), Base(write_edition(tmp_path, CATALOGUE, cas.donnees))
    parmi = indicateur.parmi or "notifie"
    if indicateur.en_cours:
        return  # the rows in force are those of several years: tests/suivi/test_contrats.py counts them
    lignes = base.query(f"select annee, coalesce(count_if({indicateur.fait}), 0) as oui, count_if({indicateur.fait} is null) "
                        f"as inconnues from faits where {parmi} group by annee")
    comptes = {ligne["annee"]: ligne for ligne in lignes}
    for resultat in read_results(base, cas.code):
        compte = comptes[resultat["annee"]]
        if resultat["modalite"] == "":
            assert count_rows(indicateur, resultat) in (None, compte["oui"])
        elif resultat["modalite"] == "réponse inconnue" and not indicateur.en_euros and "connu" not in indicateur.fait:
            assert resultat["numerateur"] == compte["inconnues"]


def count_rows(indicateur, resultat: dict) -> float | None:
    """How many contracts a figure stands for: those of a share, those behind a mean, the number itself; None for euros."""
    if indicateur.en_euros:
        return None
    if "connu" in indicateur.fait:
        return resultat["denominateur"] or 0
    return resultat["numerateur"] if indicateur.unite == "%" else resultat["valeur"]


def test_every_fact_is_a_column_true_false_or_unknown(tmp_path):
    base = Base(write_edition(tmp_path, CATALOGUE, {}))
    types = {c["column_name"]: c["column_type"] for c in base.query("select column_name, column_type from (describe faits)")}
    assert {fait.code: types.get(fait.code) for fait in CATALOGUE.faits} == {fait.code: "BOOLEAN" for fait in CATALOGUE.faits}


def test_an_indicator_that_names_a_fact_counts_contracts():
    assert [i.code for i in CATALOGUE.indicateurs if (i.fait or i.parmi) and not reads_contrats(i.code)] == []
