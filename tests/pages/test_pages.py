"""Every page of every year: whole, French, with words for each drawing."""

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from streamlit.testing.v1.element_tree import Node

from spapser.catalogue import load_catalogue
from tests.pages.ecran import ANNEES, PAGES, Ecran, Lecteur

ECRANS = pytest.mark.parametrize(("page", "annee"), [(page, annee) for page in PAGES for annee in ANNEES])
MACHINE = re.compile(r"\b(None|nan|NaN|undefined|null|inf|True|False)\b|n\.d\.[\s\u00a0]*(%|€)|\{\w*\}|\[\]")
ANGLAIS = re.compile(
    r"\b(the|and|with|of|from|your|this|show|hide|view|select|choose|search|download|upload|loading|error|warning|no data|"
    r"close|open|settings|options|year|value|values|target|status|source file|unknown|missing|total of)\b", re.IGNORECASE)
OFFICIELS = [mot for colonne in load_catalogue().jeu("contrats").colonnes for mot in colonne.enumeration if "'" in mot]
DROITE = re.compile(r"[^\W\d_]'[^\W\d_]")


@pytest.fixture
def vu(page: str, annee: int, ecran: Callable[[str, int], Ecran]) -> Ecran:
    return ecran(page, annee)


@ECRANS
def test_page_runs_without_error(vu: Ecran, annee: int) -> None:
    assert [erreur.value for erreur in vu.essai.exception] == []
    assert vu.annee == str(annee)


@ECRANS
def test_page_has_one_main_heading(vu: Ecran, annee: int) -> None:
    titres = vu.elements("h1")
    assert len(titres) == 1
    assert titres[0]


@ECRANS
def test_html_is_well_formed(vu: Ecran, annee: int) -> None:
    for html in vu.htmls:
        assert [balise for balise, _ in Lecteur(html).pile] == ["racine"]


@ECRANS
def test_page_follows_no_heading_level_jump(vu: Ecran, annee: int) -> None:
    niveaux = [int(niveau) for html in vu.htmls for niveau in re.findall(r"<h([1-6])[ >]", html)]
    assert niveaux[0] == 1
    assert [(haut, bas) for haut, bas in pairwise(niveaux) if bas > haut + 1] == []


@ECRANS
def test_every_chart_is_told_in_words(vu: Ecran, annee: int) -> None:
    alternatives = [graphique.alt for graphique in vu.graphiques]
    assert [texte for texte in alternatives if len(texte) < 20 or not texte.endswith((".", "…"))] == []
    assert len(set(alternatives)) == len(alternatives)


@ECRANS
def test_every_chart_has_its_values_in_a_table(vu: Ecran, annee: int) -> None:
    noeuds = [noeud for noeud in vu.noeuds if noeud.type in ("plotly_chart", "html")]
    for noeud, suivant in pairwise(noeuds):
        if noeud.type == "plotly_chart":
            assert is_table(suivant) or is_in_table(vu, noeud.proto)


def is_table(noeud: Node) -> bool:
    """What follows a chart begins with its source, then its values folded away."""
    pli, suite = '<details class="pli"><summary>Voir les valeurs</summary>', getattr(noeud.proto, "body", "").partition("</p>")[2]
    return suite.startswith(pli) and "<table" in suite.split("</details>")[0]


def is_in_table(vu: Ecran, graphique) -> bool:
    """Small multiples share one table: each is one of its rows."""
    return any(texte.split("Fiche")[0].strip() in graphique.alt for texte in vu.elements("th"))


@ECRANS
def test_every_table_has_a_caption_and_headers(vu: Ecran, annee: int) -> None:
    for html in vu.htmls:
        for table in re.findall(r"<table>.*?</table>", html, re.DOTALL):
            assert re.search(r"<caption>[^<]+</caption>", table)
            assert re.search(r'<th scope="col"[^>]*>[^<]', table)
            assert re.search(r'<th scope="row"[^>]*>\S', table) or "<tbody></tbody>" in table


@ECRANS
def test_no_text_comes_from_the_machine(vu: Ecran, annee: int) -> None:
    assert [MACHINE.search(texte)[0] for texte in vu.textes if MACHINE.search(texte)] == []


@ECRANS
def test_no_text_is_in_english(vu: Ecran, annee: int) -> None:
    assert [ANGLAIS.search(texte)[0] for texte in vu.textes if ANGLAIS.search(texte)] == []


@ECRANS
def test_no_apostrophe_is_straight(vu: Ecran, annee: int) -> None:
    textes = [*vu.textes, *(graphique.spec for graphique in vu.graphiques)]
    for officiel in OFFICIELS:  # the words of the essential data are exact, apostrophes included
        textes = [texte.replace(officiel, "") for texte in textes]
    assert [texte[max(0, trouve.start() - 20):trouve.end() + 10] for texte in textes for trouve in DROITE.finditer(texte)] == []


@ECRANS
def test_spaces_before_french_punctuation_do_not_break(vu: Ecran, annee: int) -> None:
    fautes = re.compile(r".{0,20}( [:;!?»%€]|« ).{0,10}")
    textes = [Lecteur(html).texte for html in vu.htmls]
    assert sorted({trouve[0] for texte in textes for trouve in fautes.finditer(texte)}) == []
