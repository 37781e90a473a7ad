"""Catalogue, SQL and cases tell the same list of indicators, and every query keeps its contract."""

import csv
import re
import shutil

import duckdb
import pytest

from spapser.catalogue import load_catalogue
from spapser.store import Base, Edition, definition, list_sql, load_edition, read_sql, reads_contrats
from tests.indicateurs.lecture import list_cas, write_edition

CATALOGUE = load_catalogue()
CODES = list_sql("indicateurs")
CALCULES = "select * from resultats where origine = 'calculee' order by all"
DEMESUREE = 999_999


def test_every_query_has_its_indicator_and_every_computed_indicator_its_query():
    codes = {indicateur.code for indicateur in CATALOGUE.indicateurs}
    calculees = {indicateur.code for indicateur in CATALOGUE.indicateurs if indicateur.fait_foi == "calculee"}
    assert set(CODES) - codes == set()
    assert calculees - set(CODES) == set()


def test_every_query_has_its_case_and_every_case_its_query():
    assert {cas.nom for cas in list_cas() if "__" not in cas.nom} == set(CODES)
    assert {cas.code for cas in list_cas()} - set(CODES) == set()


@pytest.mark.parametrize("code", CODES)
def test_a_query_is_short_and_says_what_it_counts(code):
    assert len(read_sql(f"indicateurs/{code}").splitlines()) <= 40
    assert re.search(r"^[A-ZÉÈÀŒ].*\. Grain[ \u00a0]: une ligne par année.*\.$", definition(f"indicateurs/{code}"))


@pytest.mark.parametrize("code", CODES)
def test_a_query_is_one_select_without_parameter(code):
    (instruction,) = duckdb.extract_statements(read_sql(f"indicateurs/{code}"))
    assert instruction.type == duckdb.StatementType.SELECT
    assert instruction.named_parameters == set()


@pytest.fixture(scope="module")
def livree():
    return Base(load_edition(0))


@pytest.mark.parametrize("code", CODES)
def test_a_query_returns_a_year_and_a_value(livree, code):
    colonnes = livree.query(f"select column_name from (describe {read_sql(f'indicateurs/{code}')})")
    noms = {colonne["column_name"] for colonne in colonnes}
    assert noms >= {"annee", "valeur", "lignes", "fiabilite"}
    assert noms <= {"annee", "dimension", "modalite", "valeur", "numerateur", "denominateur", "lignes", "fiabilite"}


def test_the_shipped_edition_has_no_contract_and_gives_every_other_query_a_row(livree):
    assert {ligne["indicateur"] for ligne in livree.query(CALCULES)} == {code for code in CODES if not reads_contrats(code)}


def test_no_data_gives_no_row(tmp_path):
    assert Base(write_edition(tmp_path, CATALOGUE, {})).query("select * from resultats") == []


@pytest.mark.parametrize("jeu", ["evenements", "insertion_operations", "insertion_publics", "reemploi"])
def test_an_unknown_value_is_never_zero(tmp_path, jeu):
    rangees = [{**rangee, "valeur": ""} for rangee in read_rows(load_edition(0), jeu)]
    base = Base(write_edition(tmp_path, CATALOGUE, {jeu: rangees}))
    compte = {code for code in CODES if "count(" in read_sql(f"indicateurs/{code}")}
    assert [ligne for ligne in base.query(CALCULES) if ligne["valeur"] is not None and ligne["indicateur"] not in compte] == []


@pytest.mark.parametrize("jeu", ["insertion_publics", "observations"])
def test_a_row_that_is_not_retained_counts_nowhere(tmp_path, livree, jeu):
    assert recount(tmp_path, jeu, retenue="non") == livree.query(CALCULES)


@pytest.mark.parametrize("jeu", ["insertion_operations", "insertion_publics", "observations", "reemploi"])
def test_a_target_counts_nowhere(tmp_path, livree, jeu):
    assert recount(tmp_path, jeu, nature="cible") == livree.query(CALCULES)


def recount(dossier, jeu: str, **changements: str) -> list[dict]:
    """Computed results of the shipped edition once each row of a dataset is repeated with these changes, far too large."""
    edition = Edition(99, dossier / "edition", "cas")
    shutil.copytree(load_edition(0).dossier, edition.dossier)
    rangees = read_rows(edition, jeu)
    with edition.fichier(jeu).open("a", encoding="utf-8", newline="") as flux:
        csv.DictWriter(flux, rangees[0], lineterminator="\n").writerows(
            [{**r, **changements, "valeur": DEMESUREE} for r in rangees]
        )
    return Base(edition).query(CALCULES)


def read_rows(edition: Edition, jeu: str) -> list[dict[str, str]]:
    """Rows of a dataset, as text."""
    with edition.fichier(jeu).open(encoding="utf-8", newline="") as flux:
        return list(csv.DictReader(flux))
