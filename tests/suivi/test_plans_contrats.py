"""What a page of contracts asks of the edition stays small however many contracts there are: read in the plan of its queries."""

import pytest

from spapser.catalogue import load_catalogue
from spapser.store import Base
from spapser.suivi.contrats import count_contrats, list_contrats
from spapser.suivi.filtres import ENTREPRISES, Demande, Filtres
from tests.indicateurs.lecture import write_edition
from tests.pages.contrats_pieges import ANNEE, TOUS

CATALOGUE = load_catalogue()


class Plans:
    """An edition that keeps the plan of a query instead of running it."""

    def __init__(self, base: Base):
        self.base, self.edition, self.plan = base, base.edition, ""

    def query(self, sql: str, valeurs: dict) -> list[dict]:
        """The plan kept; zeros for a count, and no row of a list."""
        (ligne,) = self.base.query(f"explain {sql}", valeurs)
        self.plan = ligne["explain_value"].lower()
        return [dict.fromkeys(("nombre", "montant", "ecartes", "sans_montant", "oui", "non", "inconnu"), 0)]


@pytest.fixture(scope="module")
def plans(tmp_path_factory):
    base = Base(write_edition(tmp_path_factory.mktemp("contrats"), CATALOGUE, {"contrats": TOUS}))
    yield Plans(base)
    base.close()


@pytest.mark.parametrize("entreprises", ["", *ENTREPRISES])
@pytest.mark.parametrize("ask", [lambda plans, filtres: count_contrats(plans, CATALOGUE, filtres),
                                 lambda plans, filtres: list_contrats(plans, CATALOGUE, Demande(filtres))],
                         ids=["count", "page"])
def test_no_filter_sets_every_contract_aside_to_answer(plans, ask, entreprises):
    """A condition asked of each contract in turn is a delimited join: all of them, with all their text, in memory."""
    ask(plans, Filtres(ANNEE, entreprises=entreprises))
    assert "delim" not in plans.plan
    assert ("entreprises" in plans.plan) == bool(entreprises)


def test_a_page_reads_the_holders_of_its_own_contracts_only(plans):
    list_contrats(plans, CATALOGUE, Demande(Filtres(ANNEE)))
    au_dessus, _, dessous = plans.plan.partition("─ top n ─")
    assert "membres" in au_dessus
    assert "contrat" in dessous
    assert "from_json" not in dessous
