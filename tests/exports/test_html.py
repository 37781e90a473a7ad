"""The standalone edition: one file that asks for nothing, whole, French, readable by all, its figures those of the results."""

import re
from itertools import pairwise

import pytest

from spapser.catalogue import load_catalogue
from spapser.catalogue.model import Fiche
from spapser.exports.contexte import Contexte
from spapser.exports.html import export_html
from spapser.exports.html.figure import embed
from spapser.exports.resultats import list_resultats
from spapser.store import Base
from spapser.suivi import Suivi
from spapser.typographie import format_quantite
from tests.exports.document_html import Document, Element

CATALOGUE = load_catalogue()
FICHES = pytest.mark.parametrize("fiche", CATALOGUE.fiches, ids=lambda fiche: fiche.code)
LIMITE = 3_000_000
MACHINE = re.compile(r"\b(None|nan|NaN|undefined|null|True|False)\b|\{\w*\}|\[\]")
LIENS = {"src", "srcset", "poster", "data", "action", "background", "xlink:href"}


@pytest.fixture(scope="module", params=[2024, 2023])
def contexte(request: pytest.FixtureRequest, base: Base, suivi: Suivi) -> Contexte:
    return Contexte(base, suivi, request.param)


@pytest.fixture(scope="module")
def page(contexte: Contexte) -> str:
    return export_html(contexte).decode()


@pytest.fixture(scope="module")
def racine(page: str) -> Element:
    return Document(page).racine


def plain(texte: str) -> str:
    return " ".join(texte.split())


def find_fiche(racine: Element, fiche: Fiche) -> Element:
    (section,) = [s for s in racine.find("section") if s.attributs.get("aria-labelledby") == fiche.code]
    return section


def test_it_is_one_small_french_file(page: str, racine: Element) -> None:
    assert len(page.encode()) < LIMITE
    assert racine.find("html")[0].attributs["lang"] == "fr"
    assert racine.find("title")[0].texte.endswith("SPAPSER")


def test_nothing_runs_and_nothing_is_fetched(page: str, racine: Element) -> None:
    assert racine.find("script", "iframe", "object", "embed", "img", "audio", "video", "form") == []
    elements = racine.find(*{e.balise for e in walk(racine)})
    assert [e.attributs for e in elements if any(nom.startswith("on") or nom in LIENS for nom in e.attributs)] == []
    assert [lien.attributs["href"] for lien in racine.find("link", "use", "image")
            if not lien.attributs.get("href", "#").startswith(("data:", "#"))] == []
    assert re.findall(r"@import|url\((?!#|&quot;#|data:)", page) == []


def walk(element: Element):
    yield element
    for enfant in element.enfants:
        yield from walk(enfant)


@FICHES
def test_each_fiche_holds_its_promise_objectives_and_indicators(racine: Element, contexte: Contexte, fiche: Fiche) -> None:
    section = find_fiche(racine, fiche)
    texte = section.texte
    for mot in (fiche.titre, fiche.engagement, *(objectif.titre for objectif in fiche.objectifs)):
        assert plain(mot) in texte
    montres = [i for i in fiche.indicateurs if i.genre == "resultat" and not contexte.suivi.waits(i)]
    assert [i.libelle for i in montres if plain(i.libelle) not in texte] == []


@FICHES
def test_figures_are_those_of_the_results(racine: Element, contexte: Contexte, fiche: Fiche) -> None:
    section = find_fiche(racine, fiche)
    rangees = {ligne.find("th")[0].texte: [cellule.texte for cellule in ligne.find("td")]
               for table in section.find("table")[:1] for ligne in table.find("tr")[1:]}
    simples = {i.code: i for i in fiche.indicateurs if i.genre == "resultat"}
    for r in list_resultats(contexte.suivi, contexte.annee):
        if r["indicateur"] in simples and r["valeur"] is not None:
            decimales = simples[r["indicateur"]].decimales
            attendus = [format_quantite(r["valeur"], r["unite"], decimales),
                        format_quantite(r["cible"], r["unite"], decimales) if r["cible"] is not None else "–"]
            assert rangees[plain(r["libelle"])][:2] == [plain(texte) for texte in attendus], r["indicateur"]


def test_every_chart_is_drawn_told_in_words_and_written_as_a_table(racine: Element, contexte: Contexte) -> None:
    figures = {figure.attributs["id"]: figure for figure in racine.find("figure")}
    attendus = {f"{s.fiche.code}-{g.code}": g for s in contexte.bilan.sections for g in s.graphiques}
    assert list(figures) == list(attendus)
    for code, graphique in attendus.items():
        large, etroit = [svg for svg in figures[code].find("svg") if svg.attributs.get("role") == "img"]
        for dessin in (large, etroit):
            assert plain(dessin.attributs["aria-label"]) == plain(graphique.alternative)
        assert large.attributs["viewbox"].startswith("0 0 640 ")
        assert etroit.attributs["viewbox"].startswith("0 0 343 ")
        assert plain(graphique.identifiant) in figures[code].texte
        table = figures[code].find("table")[0]
        lues = [[cellule.texte for cellule in ligne.find("th", "td")] for ligne in table.find("tr")[1:]]
        assert lues == [[plain(cellule) for cellule in ligne] for ligne in graphique.tableau.lignes]


def test_every_table_has_caption_and_headers(racine: Element) -> None:
    tables = racine.find("table")
    assert len(tables) > len(CATALOGUE.fiches)
    for table in tables:
        assert table.find("caption")[0].texte
        assert all(entete.attributs["scope"] == "col" and entete.texte for entete in table.find("thead")[0].find("th"))
        assert all(ligne.find("th")[0].attributs["scope"] == "row" for ligne in table.find("tbody")[0].find("tr"))


def test_links_lead_inside_the_file_and_identifiers_are_single(racine: Element) -> None:
    identifiants = [e.attributs["id"] for e in walk(racine) if "id" in e.attributs]
    assert len(set(identifiants)) == len(identifiants)
    internes = [a.attributs["href"][1:] for a in racine.find("a") if a.attributs["href"].startswith("#")]
    assert len(internes) > 2 * len(CATALOGUE.fiches)
    assert [lien for lien in internes if lien not in identifiants] == []
    references = [e.attributs["aria-labelledby"] for e in walk(racine) if "aria-labelledby" in e.attributs]
    assert [reference for reference in references if reference not in identifiants] == []


def test_headings_make_an_outline(racine: Element) -> None:
    niveaux = [int(titre.balise[1]) for titre in racine.find("h1", "h2", "h3", "h4")]
    assert niveaux.count(1) == niveaux[0] == 1
    assert [(haut, bas) for haut, bas in pairwise(niveaux) if bas > haut + 1] == []


def test_text_is_french_typography_and_nothing_of_the_machine(racine: Element) -> None:
    texte = racine.find("body")[0].texte
    assert MACHINE.findall(texte) == []
    brut = "".join(m for e in walk(racine.find("body")[0]) for m in e.morceaux if isinstance(m, str))
    assert re.findall(r".{0,20}( [:;!?»%€]|« ).{0,10}", brut) == []
    assert re.findall(r".{0,12}[^\W\d_]'[^\W\d_].{0,12}", brut) == []


def test_edition_date_source_and_licence_are_printed(racine: Element, contexte: Contexte) -> None:
    texte = racine.texte
    for mot in (contexte.bilan.edition, contexte.bilan.date, CATALOGUE.document["titre"], "Licence Ouverte 2.0"):
        assert plain(mot) in texte


def test_one_fiche_alone(base: Base, suivi: Suivi) -> None:
    racine = Document(export_html(Contexte(base, suivi, 2024, "fa04")).decode()).racine
    assert [e.attributs["id"] for e in racine.find("h2") if e.attributs["id"].startswith("fa")] == ["fa04"]
    assert "Heures d’insertion" in racine.find("h1")[0].texte


def test_an_inlined_drawing_keeps_its_references_to_itself() -> None:
    svg = ('<?xml version="1.0"?><svg width="9" height="9" viewBox="0 0 9 9"><defs><clipPath id="a"/></defs>'
           '<g clip-path="url(#a)"><use href="#a"/></g></svg>')
    assert embed(svg, "Dit « a » & b", "f1") == (
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="Dit «\u00a0a\u00a0» &amp; b" viewBox="0 0 9 9"><defs>'
        '<clipPath id="f1-a"/></defs><g clip-path="url(#f1-a)"><use href="#f1-a"/></g></svg>')
