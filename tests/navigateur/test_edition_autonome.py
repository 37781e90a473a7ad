"""The standalone edition in a real browser, opened from the disk: accessible, silent, within its width, whole on paper."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from spapser.catalogue import load_catalogue
from spapser.exports.contexte import Contexte
from spapser.exports.html import export_html
from spapser.store import Base, load_edition
from spapser.suivi import load_suivi

ECRANS = pytest.mark.parametrize(("largeur", "theme"), [(1280, "light"), (1280, "dark"), (375, "light"), (375, "dark")])
DEBORDE = """() => [...document.querySelectorAll('body *')].filter(
    e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !e.closest('.evitement, thead, svg'))
    .map(e => e.outerHTML.slice(0, 100)).slice(0, 3)"""
CONTRASTE = """() => {
    const canal = v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
    const clarte = c => { const [r, g, b] = c.match(/[\\d.]+/g).map(Number);
        return .2126*canal(r)+.7152*canal(g)+.0722*canal(b); };
    const fond = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
        if (!/, 0\\)$|transparent/.test(c)) return c; } return 'rgb(255, 255, 255)'; };
    const textes = 'p, li, th, td, td span, a, h1, h2, h3, h4, caption, summary, figcaption, .badge';
    return [...document.querySelectorAll(textes)].map(e => {
        const [a, b] = [clarte(getComputedStyle(e).color), clarte(fond(e))].sort((x, y) => y - x);
        return [Math.round(100 * (a + .05) / (b + .05)) / 100, e.outerHTML.slice(0, 90)];
    }).filter(([ratio]) => ratio < 4.5).slice(0, 3);
}"""


@pytest.fixture(scope="module")
def fichier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file on the disk."""
    base = Base(load_edition())
    chemin = tmp_path_factory.mktemp("edition") / "edition-2024.html"
    chemin.write_bytes(export_html(Contexte(base, load_suivi(base, load_catalogue()), 2024)))
    return chemin


@pytest.fixture
def ouvrir_fichier(page_a: Callable[..., Page], fichier: Path) -> Callable[..., Page]:
    """A function that opens the file at a width and counts what it asks for."""
    def show(largeur: int, theme: str = "light", **options: object) -> Page:
        page = page_a(largeur, color_scheme=theme, **options)
        page.demandes = []
        page.on("request", lambda demande: page.demandes.append(demande.url))
        page.goto(fichier.as_uri())
        return page

    return show


@ECRANS
def test_no_accessibility_rule_is_broken(ouvrir_fichier: Callable[..., Page], run_axe: Callable[[Page], list[str]], largeur: int,
                                         theme: str) -> None:
    page = ouvrir_fichier(largeur, theme)
    assert run_axe(page) == []
    page.evaluate("() => document.querySelectorAll('details').forEach(volet => { volet.open = true; })")
    assert run_axe(page) == []
    assert page.evaluate(CONTRASTE) == []


@ECRANS
def test_nothing_is_asked_for_but_the_file(ouvrir_fichier: Callable[..., Page], fichier: Path, largeur: int, theme: str) -> None:
    assert ouvrir_fichier(largeur, theme).demandes == [fichier.as_uri()]


@pytest.mark.parametrize("largeur", [1280, 810, 680, 375, 320])
def test_nothing_scrolls_sideways(ouvrir_fichier: Callable[..., Page], largeur: int) -> None:
    page = ouvrir_fichier(largeur)
    page.evaluate("() => document.querySelectorAll('details').forEach(volet => { volet.open = true; })")
    assert page.evaluate(DEBORDE) == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0


@pytest.mark.parametrize("largeur", [1280, 375])
def test_text_of_the_charts_stays_readable(ouvrir_fichier: Callable[..., Page], largeur: int) -> None:
    tailles = ouvrir_fichier(largeur).evaluate("""() => [...document.querySelectorAll('svg')].filter(svg => svg.checkVisibility())
        .flatMap(svg => [...svg.querySelectorAll('text')].map(
            texte => parseFloat(getComputedStyle(texte).fontSize)
                * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width))""")
    assert tailles
    assert min(tailles) >= 11


def test_it_is_read_without_script(ouvrir_fichier: Callable[..., Page]) -> None:
    page = ouvrir_fichier(1280, java_script_enabled=False)
    for fiche in load_catalogue().fiches:
        expect(page.get_by_role("heading", level=2, name=f"Fiche {fiche.numero} ·")).to_be_attached()


def test_the_way_to_the_content_and_back_works_from_the_keyboard(ouvrir_fichier: Callable[..., Page]) -> None:
    page = ouvrir_fichier(1280)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Aller au contenu")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "contenu"
    page.get_by_role("navigation").get_by_role("link", name="Heures d’insertion").click()
    expect(page.get_by_role("heading", name="Fiche 4 ·")).to_be_in_viewport()


def test_paper_shows_every_value_and_cuts_no_figure(ouvrir_fichier: Callable[..., Page], tmp_path: Path) -> None:
    page = ouvrir_fichier(1280)
    page.emulate_media(media="print")
    page.wait_for_function("""() => [...document.querySelectorAll('details > :not(summary)')].every(
        e => e.checkVisibility({contentVisibilityAuto: true}) && e.getBoundingClientRect().height > 0)""")
    page.set_viewport_size({"width": 680, "height": 960})  # the width of an A4 sheet without its margins
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    page.pdf(path=tmp_path / "papier.pdf", format="A4", prefer_css_page_size=True)
    assert (tmp_path / "papier.pdf").read_bytes().startswith(b"%PDF")
