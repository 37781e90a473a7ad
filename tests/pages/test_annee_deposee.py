"""A year that staff deposited: every page tells it with its own files, none says that the report publishes it."""

from collections.abc import Iterator

import pytest

from spapser.catalogue import load_catalogue
from spapser.catalogue.model import Fiche
from spapser.exports.resultats import list_resultats
from spapser.store import Base, Edition
from spapser.suivi import Suivi, load_suivi
from spapser.suivi.controle import controles
from tests.pages.depot import ANNEE, JEUX, publish_annee
from tests.pages.ecran import FICHES, PAGES, Ecran, visit

DEPOSE, BILAN = "(édition\u00a0", "Bilan 2024"
FAUX = ("Le bilan n’en cite pas", "Le bilan ne publie", "Valeur publiée par le bilan", "absente du bilan")


@pytest.fixture(scope="module", autouse=True)
def edition(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edition]:
    """The fictitious year, one edition a dataset."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPAPSER_DEPOT", str(tmp_path_factory.mktemp("annee")))
        yield publish_annee()


@pytest.fixture(scope="module")
def base(edition: Edition) -> Base:
    return Base(edition)


@pytest.fixture(scope="module")
def suivi(base: Base) -> Suivi:
    return load_suivi(base, load_catalogue())


@pytest.fixture(scope="module")
def vus() -> dict[str, Ecran]:
    return {}


@pytest.fixture
def vu(page: str, vus: dict[str, Ecran]) -> Ecran:
    if page not in vus:
        vus[page] = visit(page, ANNEE)
    return vus[page]


CHAQUE_PAGE = pytest.mark.parametrize("page", PAGES)
CHAQUE_FICHE = pytest.mark.parametrize(("page", "fiche"), [(fiche.page, fiche) for fiche in FICHES], ids=[f.code for f in FICHES])


@CHAQUE_PAGE
def test_page_runs_and_never_says_that_the_report_is_silent_on_a_year_without_report(vu: Ecran) -> None:
    assert [erreur.value for erreur in vu.essai.exception] == []
    assert vu.annee == str(ANNEE)
    assert [texte for texte in vu.textes if any(faux in texte for faux in FAUX)] == []


@CHAQUE_PAGE
def test_headline_figures_name_their_file(vu: Ecran) -> None:
    origines = [html.split("</p>")[0] for html in "".join(vu.htmls).split('<p class="origine">')[1:]]
    assert [origine for origine in origines if BILAN in origine] == []
    assert origines or page_without_headline(vu)


def page_without_headline(vu: Ecran) -> bool:
    """Pages that show no headline figure."""
    return not any('class="mesures' in html for html in vu.htmls)


@CHAQUE_FICHE
def test_every_indicator_of_a_fiche_names_its_file_in_the_table_and_in_the_computation(vu: Ecran, fiche: Fiche,
                                                                                        suivi: Suivi) -> None:
    assert [cellule for cellule in vu.elements("td") if cellule.startswith("l.\u00a0")] == []
    retenues = [texte for texte in vu.elements("dd") if texte.startswith(("Valeur retenue", "Autre lecture"))]
    assert [texte for texte in retenues if DEPOSE not in texte or BILAN in texte] == []
    assert retenues or not [m for m in suivi.mesures(fiche, ANNEE) if m.tenue]


@CHAQUE_FICHE
def test_what_was_done_names_its_file(vu: Ecran, fiche: Fiche) -> None:
    html = "".join(vu.htmls).split('<ul class="objectifs">')[1].split("</ul>")[0]
    assert BILAN not in html
    assert html.count("suivi_actions 2025.csv (édition\u00a0") == html.count("<li>")


@pytest.mark.parametrize("page", ["controles"])
def test_checks_name_the_files_that_they_compare(vu: Ecran, base: Base) -> None:
    tous = [controle for controle in controles(base) if controle.annee == ANNEE]
    assert tous
    assert [controle.code for controle in tous if DEPOSE not in controle.document] == []
    assert [cellule for cellule in vu.elements("td") if BILAN in cellule] == []


@pytest.mark.parametrize("page", ["donnees"])
def test_each_dataset_says_which_year_was_deposited(vu: Ecran) -> None:
    phrases = [texte for texte in vu.elements("p") if "Déposé\u00a0:" in texte]
    assert len(phrases) == len(JEUX)


@pytest.mark.parametrize("page", ["territoire"])
def test_the_table_of_communes_names_its_file(vu: Ecran) -> None:
    (phrase,) = [texte for texte in vu.elements("p") if "population municipale" in texte]
    assert DEPOSE in phrase
    assert BILAN not in phrase


def test_results_taken_away_name_their_file_and_edition(suivi: Suivi, edition: Edition) -> None:
    connus = [resultat for resultat in list_resultats(suivi, ANNEE) if resultat["valeur"] is not None]
    assert connus
    assert [r["indicateur"] for r in connus if DEPOSE not in r["document"] or r["lignes"]] == []
    assert {resultat["edition"] for resultat in connus} == {edition.numero}


def test_the_years_before_keep_their_lines_of_the_report(suivi: Suivi) -> None:
    connus = [resultat for resultat in list_resultats(suivi, 2024) if resultat["valeur"] is not None]
    assert [r["indicateur"] for r in connus if r["document"] != BILAN or not r["lignes"]] == []


def test_targets_and_milestones_name_their_file(suivi: Suivi) -> None:
    cibles = [c for (_, annee), liste in suivi.cibles.items() if annee == ANNEE for c in liste]
    assert cibles
    assert [cible for cible in cibles if cible.document != "cibles 2025.csv (édition\u00a09)" or cible.lignes] == []
    jalons = [jalon for jalon in suivi.jalons if jalon.debut.startswith("2025")]
    assert {jalon.document for jalon in jalons} == {"evenements 2025.csv (édition\u00a05)"}
