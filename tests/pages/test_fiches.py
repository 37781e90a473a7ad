"""A fiche page holds all that its fiche promises and measures, for the year that is chosen."""

from collections.abc import Callable

import pytest

from spapser.catalogue.model import Fiche
from tests.pages.ecran import ANNEES, FICHES, Ecran
from tests.suivi.edition import open_suivi

CAS = pytest.mark.parametrize(("fiche", "annee"), [(fiche, annee) for fiche in FICHES for annee in ANNEES],
                              ids=lambda cas: getattr(cas, "code", str(cas)))
DERNIERE = ANNEES[-1]


@pytest.fixture
def vu(fiche: Fiche, annee: int, ecran: Callable[[str, int], Ecran]) -> Ecran:
    return ecran(fiche.page, annee)


@CAS
def test_heading_says_fiche_title_promise_and_year(vu: Ecran, fiche: Fiche, annee: int) -> None:
    assert vu.elements("h1") == [fiche.titre_court]
    entete = vu.elements("p")
    assert f"Fiche action {fiche.numero} ·" in entete[0]
    assert entete[0].endswith(f"· {annee}")
    assert fiche.titre in entete
    assert fiche.engagement in entete


@CAS
def test_every_objective_is_there_with_what_was_done_or_that_nothing_is_published(vu: Ecran, fiche: Fiche, annee: int) -> None:
    titres = vu.elements("h3")
    assert [objectif.titre for objectif in fiche.objectifs if titres.count(objectif.titre) != 1] == []
    if annee != DERNIERE:
        rien = [texte for texte in vu.elements("p") if texte == f"Aucun suivi publié pour {annee}."]
        assert len(rien) == len(fiche.objectifs)


@CAS
def test_every_plain_indicator_is_shown_known_or_not_and_explained(vu: Ecran, fiche: Fiche, annee: int) -> None:
    entetes, definis, phrases = vu.elements("th"), vu.elements("dt"), " ".join(vu.elements("p"))
    for indicateur in fiche.indicateurs:
        if indicateur.genre == "resultat":
            assert indicateur.libelle in entetes or indicateur.libelle in phrases or open_suivi().waits(indicateur)
        if indicateur.genre != "repartition":
            assert indicateur.libelle in definis
    textes = " ".join(vu.elements("dd"))
    assert [i.code for i in fiche.indicateurs if i.genre != "repartition" and i.calcul not in textes] == []


@CAS
def test_proposed_statuses_say_that_they_are_to_be_confirmed(vu: Ecran, fiche: Fiche, annee: int) -> None:
    html = "".join(vu.htmls)
    assert html.count('class="propose"') == html.count("proposé, à confirmer</span>")
    assert not [bloc for bloc in html.split('<div class="etat">')[1:]
                if 'class="badge atteint"' in bloc.split("</div>")[0] and "à confirmer" not in bloc.split("</div>")[0]]


@pytest.mark.parametrize("fiche", FICHES, ids=lambda fiche: fiche.code)
def test_what_was_done_comes_with_its_source_line(fiche: Fiche, ecran: Callable[[str, int], Ecran]) -> None:
    html = next(html for html in ecran(fiche.page, DERNIERE).htmls if '<ul class="objectifs">' in html)
    faits = [bloc for bloc in html.split("<li>")[1:] if "Aucun suivi publié" not in bloc]
    assert faits
    assert [bloc for bloc in faits if "Bilan 2024, ligne" not in bloc] == []


def test_each_year_shows_its_own_hours(ecran: Callable[[str, int], Ecran]) -> None:
    chiffres = {annee: next(html for html in ecran("fa04_heures_insertion", annee).htmls if 'class="mesures' in html)
                for annee in (2023, 2024)}
    assert "97\u202f972" in chiffres[2024]
    assert "97\u202f972" not in chiffres[2023]
    assert "58\u202f526" in chiffres[2023]


def test_both_readings_of_a_contradiction_are_shown(ecran: Callable[[str, int], Ecran]) -> None:
    texte = " ".join(ecran("fa04_heures_insertion", 2024).textes)
    for lecture in ("64\u202f932,57", "64\u202f631", "25\u202f000", "20\u202f000"):
        assert lecture in texte


def test_a_fiche_without_figure_tells_its_milestones(ecran: Callable[[str, int], Ecran]) -> None:
    vu = ecran("fa07_charte_egalite", 2024)
    assert len(vu.graphiques) == 1
    assert vu.graphiques[0].alt.startswith("Frise chronologique")
