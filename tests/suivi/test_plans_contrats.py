"""What a page of contracts asks of the edition stays small however many contracts there are: read in the plan of its queries."""

import json
from collections.abc import Iterator

import pytest

from spapser.catalogue import load_catalogue
from spapser.store import Base
from spapser.suivi.contrats import count_contrats, list_contrats
from spapser.suivi.filtres import ENTREPRISES, Demande, Filtres
from tests.indicateurs.lecture import write_edition
from tests.pages.contrats_pieges import ANNEE, CONTRATS, TOUS, publish_contrats

CATALOGUE = load_catalogue()
ASKS = {"count": lambda plans, filtres: count_contrats(plans, CATALOGUE, filtres),
        "page": lambda plans, filtres: list_contrats(plans, CATALOGUE, Demande(filtres))}


class Plans:
    """An edition that keeps the plan of a query instead of running it."""

    def __init__(self, base: Base):
        self.base, self.edition, self.plan = base, base.edition, ""

    def query(self, sql: str, valeurs: dict) -> list[dict]:
        """The plan kept; zeros for a count, and no row of a list."""
        (ligne,) = self.base.query(f"explain (format json) {sql}", valeurs)
        self.plan = ligne["explain_value"].lower()
        return [dict.fromkeys(("nombre", "montant", "ecartes", "sans_montant", "oui", "non", "inconnu"), 0)]


@pytest.fixture(scope="module")
def plans(tmp_path_factory):
    base = Base(write_edition(tmp_path_factory.mktemp("contrats"), CATALOGUE, {"contrats": TOUS}))
    yield Plans(base)
    base.close()


@pytest.mark.parametrize("entreprises", ["", *ENTREPRISES])
@pytest.mark.parametrize("ask", ASKS.values(), ids=ASKS)
def test_no_filter_sets_every_contract_aside_to_answer(plans, ask, entreprises):
    """A condition asked of each contract in turn is a delimited join: all of them, with all their text, in memory."""
    ask(plans, Filtres(ANNEE, entreprises=entreprises))
    assert "delim" not in plans.plan
    assert ("entreprises" in plans.plan) == bool(entreprises)


def test_a_page_is_chosen_on_a_few_columns_and_reads_the_rest_of_its_own_contracts_only(plans):
    """Holders, considerations and the number, long to read or to compute, come after the twenty-five contracts are known."""
    list_contrats(plans, CATALOGUE, Demande(Filtres(ANNEE)))
    (choix,) = find_nodes(json.loads(plans.plan), "top_n")
    peu = {"annee", "acheteur", "identifiant", "code_cpv", "objet", "date_notification"}
    assert list_columns(choix["children"]) == peu
    assert list_columns(json.loads(plans.plan)) > peu | {"membres", "considerations_sociales", "contrat"}


@pytest.mark.parametrize("ask", ASKS.values(), ids=ASKS)
def test_a_question_about_a_year_reads_the_file_of_no_other_year(tmp_path, monkeypatch, ask):
    """Years pile up for ten years: what one of them costs stays what it was."""
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path))
    base = Base(publish_contrats())
    plans = Plans(base)
    lignes = {}
    for annee in (0, ANNEE):
        ask(plans, Filtres(annee))
        lignes[annee] = {lu["extra_info"]["estimated cardinality"] for lu in find_nodes(json.loads(plans.plan), "read_parquet")}
    base.close()
    assert lignes == {0: {"1", f"{len(CONTRATS)}"}, ANNEE: {f"{len(CONTRATS)}"}}


def find_nodes(noeuds: list[dict], nom: str) -> Iterator[dict]:
    """The nodes of a plan that have a name."""
    for noeud in noeuds:
        if noeud["name"] == nom:
            yield noeud
        yield from find_nodes(noeud["children"], nom)


def list_columns(noeuds: list[dict]) -> set[str]:
    """Columns that the nodes of a plan read or compute; `#3` is a column of the node below."""
    colonnes = set()
    for noeud in noeuds:
        lues = noeud["extra_info"].get("projections", [])
        colonnes |= {lue for lue in ([lues] if isinstance(lues, str) else lues) if lue.isidentifier()}
        colonnes |= list_columns(noeud["children"])
    return colonnes
