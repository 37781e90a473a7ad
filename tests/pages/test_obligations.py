"""The legal table and the pages that show contracts: before any is deposited, then with five of them."""

from collections.abc import Iterator

import pytest

from spapser.store import Edition
from tests.pages.contrats import publish_contrats
from tests.pages.ecran import Ecran, visit


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edition]:
    """Five contracts, deposited."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPAPSER_DEPOT", str(tmp_path_factory.mktemp("contrats")))
        yield publish_contrats()


def read_table(vu: Ecran, legende: str) -> dict[tuple[str, str], list[str]]:
    """The rows of a table by category and mode."""
    html = next(html for html in vu.htmls if f"<caption>{legende}</caption>" in html)
    lignes = {}
    for morceau in html.split('<tr role="row">')[2:]:
        tete = morceau.split('scope="row">')[1].split("</th>")[0]
        cellules = [c.split("<span>", 1)[1].split("</td>")[0].removesuffix("</span>") for c in morceau.split("<td ")[1:]]
        lignes[tete, cellules[0]] = cellules[1:]
    return lignes


def test_without_contracts_the_page_says_how_to_deposit_them(ecran) -> None:
    vu = ecran("obligations", 2024)
    assert "Aucun contrat n’est déposé pour 2024" in vu.elements("h2")
    assert [noeud.proto.page for noeud in vu.noeuds if noeud.type == "page_link"] == ["deposer"]
    assert "tableau-legal.csv" not in "".join(vu.htmls)


def test_the_law_and_the_national_marks_are_linked_and_judge_nobody(ecran) -> None:
    html = "".join(ecran("obligations", 2024).htmls)
    assert "https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000037701019/" in html
    assert "Plan national pour des achats durables" in html
    assert "non atteint" not in html


def test_indicators_that_wait_for_contracts_are_one_folded_line(ecran) -> None:
    vu = ecran("fa01_petites_structures", 2024)
    labels = vu.elements("summary")
    assert len([label for label in labels if label.endswith("attendent le fichier des contrats")]) == 1
    assert "Contrats innovants" not in vu.elements("th")


def test_the_year_and_the_two_years_have_their_rates(edition: Edition) -> None:
    vu = visit("obligations", 2025)
    social, valeur = ("Achats socialement responsables", "en nombre"), ("Achats socialement responsables", "en valeur")
    annee = read_table(vu, "Indicateurs de l’article L2111-3, 2025")
    assert annee[social][:4] == ["50\u00a0%", "1 sur 2", "0 sur 2", "au moins 60\u00a0%"]
    assert "partiellement atteint" in annee[social][4]
    assert "sans cible" in annee[valeur][4]
    deux_ans = read_table(vu, "Indicateurs de l’article L2111-3, 2024-2025")
    assert deux_ans[social][:3] == ["50\u00a0%", "2 sur 4", "1 sur 5"]
    assert deux_ans[valeur][:2] == ["37,5\u00a0%", "300\u202f000\u00a0€\u00a0HT sur 800\u202f000\u00a0€\u00a0HT"]


def test_a_category_that_nobody_answers_is_unknown_and_not_zero(edition: Edition) -> None:
    vu = visit("obligations", 2024)
    lignes = read_table(vu, "Indicateurs de l’article L2111-3, 2024")
    assert lignes["Structures de l’insertion et du handicap", "en nombre"][:3] == ["n.d.", "–", "3 sur 3"]
    assert "2023-2024" not in "".join(vu.htmls)


def test_the_published_share_stands_beside_the_recomputed_one_with_gap_and_reasons(edition: Edition) -> None:
    (ligne,) = [texte for html in visit("controles", 2024).htmls if "Raisons connues" in html
                for texte in html.split("<tr ") if "Marchés avec clause environnementale" in texte]
    for morceau in ("90\u00a0%", "50\u00a0%", "−40\u00a0points", "40 000\u00a0€", "1\u00a0réponse inconnue sur 3"):
        assert morceau in ligne
    assert "contrats 2024.json" in ligne


def test_the_fiche_keeps_the_published_figure_and_tells_the_other(edition: Edition) -> None:
    html = "".join(visit("fa09_construction_durable", 2024).htmls)
    assert "90\u00a0%" in html
    assert "50\u00a0%, écart −40\u00a0points" in html
    assert "25\u00a0% en valeur, 1\u00a0réponse inconnue sur 3" in html


def test_once_deposited_nothing_waits_and_the_families_are_told(edition: Edition) -> None:
    vu = visit("fa01_petites_structures", 2024)
    labels = vu.elements("summary")
    assert [label for label in labels if "le fichier des contrats" in label] == []
    assert "Les contrats de 2024, en tableaux" in labels
    assert "Travaux de construction" in "".join(vu.htmls)
