"""The year, the menu, the search and the filters, without a browser."""

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from spapser.catalogue import load_catalogue
from tests.pages.ecran import ANNEES, FICHES, PAGES, Ecran, visit
from tests.server.lancement import PROJECT
from tests.suivi.edition import open_suivi


def open_home(**adresse: str) -> AppTest:
    essai = AppTest.from_file(PROJECT / "app.py", default_timeout=60)
    essai.query_params.update(adresse)
    return essai.run()


def test_the_year_chosen_stays_from_page_to_page() -> None:
    essai = open_home()
    essai.button_group[0].set_value(str(ANNEES[0])).run()
    for page in PAGES:
        assert Ecran(essai.switch_page(f"pages/{page}.py").run()).annee == str(ANNEES[0])


@pytest.mark.parametrize("annee", ["1999", "abc", "2024.0", "-1", "<b>"])
def test_a_year_that_does_not_exist_falls_back_to_the_last(annee: str) -> None:
    vu = Ecran(open_home(annee=annee))
    assert [erreur.value for erreur in vu.essai.exception] == []
    assert vu.annee == str(ANNEES[-1])
    assert str(ANNEES[-1]) in vu.elements("h1")[0]


def test_cards_lead_to_every_fiche(ecran: Callable[[str, int], Ecran]) -> None:
    for annee in ANNEES:
        liens = [lien for lien in ecran("synthese", annee).liens if lien.startswith("./fa")]
        assert liens == [f"./{fiche.page}?annee={annee}" for fiche in FICHES]


def test_proposed_statuses_are_counted_apart(ecran: Callable[[str, int], Ecran]) -> None:
    html = "".join(ecran("synthese", ANNEES[-1]).htmls)
    listes = [morceau.split("</ul>")[0] for morceau in re.split(r"(?=<h2)", html) if 'class="comptes"' in morceau]
    assert len(listes) == 2
    assert "(proposé)" not in listes[0]
    assert "à confirmer" in listes[1]
    total, *comptes = (int(n) for n in re.findall(r">(\d+)(?:</strong>| objectifs)", listes[1]))
    assert total == sum(comptes) == sum(len(fiche.objectifs) for fiche in FICHES)


@pytest.mark.parametrize(("demande", "page"), [("nettoyage", None), ("smartphones", "fa10_empreinte_environnementale"),
                                               ("QUESTIONNAIRE RSE", "fa03_responsabilite_entreprises")])
def test_search_leads_to_pages(demande: str, page: str | None) -> None:
    vu = Ecran(open_home(recherche=demande))
    (resultats,) = [html for html in vu.htmls if 'class="resultats"' in html]
    assert "<li>" in resultats
    assert page is None or f'href="./{page}?annee={ANNEES[-1]}"' in resultats


@pytest.mark.parametrize("demande", ["zzzz", "<script>alert(1)</script>", "%%%", "[lien](http://exemple.fr)", "é" * 80])
def test_search_without_result_says_so(demande: str) -> None:
    vu = Ecran(open_home(recherche=demande))
    assert [erreur.value for erreur in vu.essai.exception] == []
    assert any(texte.startswith("0\u00a0résultat ") for texte in vu.elements("p"))
    assert "<script" not in "".join(vu.htmls)


def test_trajectories_keep_what_the_filters_ask() -> None:
    essai = visit("trajectoires", ANNEES[-1]).essai
    essai.selectbox(key="axe").select(load_catalogue().axes[1].titre).run()
    essai.text_input(key="mots").set_value("INSERTION").run()
    lignes = [texte for texte in Ecran(essai).elements("th") if "Fiche" in texte]
    assert lignes
    assert [texte for texte in lignes if "insertion" not in texte.casefold()] == []
    axe = {fiche.numero for fiche in FICHES if fiche.axe == load_catalogue().axes[1].code}
    assert {int(texte.rsplit(" ", 1)[1]) for texte in lignes} <= axe


def test_trajectories_hold_every_plain_indicator(ecran: Callable[[str, int], Ecran]) -> None:
    simples = sum(i.genre == "resultat" and not open_suivi().waits(i) for fiche in FICHES for i in fiche.indicateurs)
    lignes = [texte for texte in ecran("trajectoires", ANNEES[-1]).elements("th") if "Fiche" in texte]
    assert len(lignes) == simples
