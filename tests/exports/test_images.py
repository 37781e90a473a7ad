"""Charts without a browser: what is drawn is what the screen draws, and an image that travels alone says what it is."""

import io
import re
from dataclasses import replace
from html import unescape
from xml.etree import ElementTree

import pytest
from PIL import Image

from spapser.charts.style import ACCENT
from spapser.exports.adresse import VARIABLE, read_adresse
from spapser.exports.bilan import Bilan, GraphiqueBilan, build_bilan
from spapser.exports.images import draw_png, draw_pngs, draw_svg
from spapser.exports.images.repere import build_repere
from spapser.store import Base
from spapser.suivi import Suivi

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module", params=[2023, 2024])
def bilan(request: pytest.FixtureRequest, base: Base, suivi: Suivi) -> Bilan:
    return build_bilan(base, suivi, request.param)


def list_graphiques(bilan: Bilan) -> list[GraphiqueBilan]:
    return [graphique for section in bilan.sections for graphique in section.graphiques]


def read_texte(svg: str) -> str:
    """All the words of an image, spaces made plain."""
    return " ".join(" ".join(ElementTree.fromstring(svg).itertext()).split())


def plain(texte: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", texte)).split())


def test_every_word_of_the_screen_is_in_the_image(bilan: Bilan) -> None:
    for graphique in list_graphiques(bilan):
        texte = read_texte(draw_svg(graphique, bilan, cadre=False))
        for note in graphique.figure["layout"].get("annotations", ()):
            assert plain(note["text"]) in texte, graphique.identifiant


def test_bars_are_as_long_as_their_values(bilan: Bilan) -> None:
    vues = 0
    for graphique in list_graphiques(bilan):
        if graphique.genre != "barres":
            continue
        barres = [trace for trace in graphique.figure["data"] if trace["type"] == "bar"]
        racine = ElementTree.fromstring(draw_svg(graphique, bilan, cadre=False))
        dessinees = [float(e.get("width")) for e in racine.iter(f"{SVG}rect") if abs(float(e.get("height")) - 18) < 0.5]
        valeurs = [m.valeur for m in sorted(graphique.mesures, key=lambda m: -(m.valeur or 0)) if m.valeur]
        assert len(dessinees) == len(valeurs) <= len(barres)
        echelle = dessinees[0] / valeurs[0]
        assert dessinees == pytest.approx([valeur * echelle for valeur in valeurs], abs=0.02), graphique.identifiant
        vues += len(dessinees)
    assert vues or bilan.annee == 2023


def test_a_target_stands_where_its_value_says(bilan: Bilan) -> None:
    for graphique in (g for g in list_graphiques(bilan) if g.genre == "cible"):
        repere = build_repere(graphique.figure["layout"], 640)
        formes = [f for f in graphique.figure["layout"]["shapes"] if f.get("fillcolor") == ACCENT and f["xanchor"]]
        racine = ElementTree.fromstring(draw_svg(graphique, bilan, cadre=False))
        dessinees = [float(e.get("x")) for e in racine.iter(f"{SVG}rect") if e.get("fill") == ACCENT]
        attendues = [repere.x.place(forme["xanchor"]) + forme["x0"] for forme in formes]
        assert attendues
        assert all(any(abs(x - voulu) < 0.02 for x in dessinees) for voulu in attendues)


def test_a_framed_image_says_what_it_is(bilan: Bilan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "https://spapser.exemple.fr/")
    for graphique in list_graphiques(bilan):
        svg = draw_svg(graphique, bilan)
        racine = ElementTree.fromstring(svg)
        texte = read_texte(svg)
        for mot in (graphique.titre, graphique.source, bilan.edition[1:], bilan.date, graphique.identifiant,
                    "https://spapser.exemple.fr"):
            assert plain(mot) in texte, mot
        assert racine.get("role") == "img"
        assert plain(racine.find(f"{SVG}desc").text) == plain(graphique.alternative)
        assert racine.get("lang") == "fr"


@pytest.mark.parametrize(("ecrite", "lue"), [
    ("", ""), ("  ", ""), ("https://a.fr/", "https://a.fr"), ("http://a.fr:8501", "http://a.fr:8501"),
    ("javascript:alert(1)", ""), ("https://", ""), ("http://[", ""), ("a.fr", "")])
def test_the_address_is_a_web_address_or_nothing(monkeypatch: pytest.MonkeyPatch, ecrite: str, lue: str) -> None:
    monkeypatch.setenv(VARIABLE, ecrite)
    assert read_adresse() == lue


def test_references_lead_to_what_is_defined(bilan: Bilan) -> None:
    for graphique in list_graphiques(bilan):
        svg = draw_svg(graphique, bilan, cadre=False)
        assert set(re.findall(r"url\(#([^)]+)\)", svg)) == set(re.findall(r' id="([^"]+)"', svg))
        assert "style=" not in svg


def test_hostile_words_stay_words(bilan: Bilan) -> None:
    graphique = replace(list_graphiques(bilan)[0], titre='<script>alert("x")</script> & <b>gras</b> \x07\x0b', source="a<b>&c")
    svg = draw_svg(graphique, bilan)
    assert 'alert("x")' in read_texte(svg)
    assert "<script" not in svg


@pytest.mark.parametrize("largeur", [320, 480, 640, 900])
def test_nothing_leaves_the_width_asked_for(bilan: Bilan, largeur: int) -> None:
    for graphique in list_graphiques(bilan):
        racine = ElementTree.fromstring(draw_svg(graphique, bilan, cadre=False, largeur=largeur))
        assert racine.get("width") == str(largeur)
        for rectangle in racine.iter(f"{SVG}rect"):
            gauche, large = float(rectangle.get("x", 0)), float(rectangle.get("width"))
            assert -1 <= gauche <= gauche + large <= largeur + 1, graphique.identifiant


def test_a_png_has_twice_the_pixels_of_the_svg_and_ink_on_it(bilan: Bilan) -> None:
    graphiques = list_graphiques(bilan)[:6]
    images = draw_pngs(graphiques, bilan)
    assert len(images) == len(graphiques)
    for graphique, octets in zip(graphiques, images, strict=True):
        racine = ElementTree.fromstring(draw_svg(graphique, bilan))
        image = Image.open(io.BytesIO(octets)).convert("L")
        assert image.size == (2 * int(racine.get("width")), 2 * int(racine.get("height")))
        assert sum(image.histogram()[:80]) > 1000, "text is drawn"
    assert draw_png(graphiques[0], bilan) == images[0]
    assert draw_pngs([], bilan) == []
