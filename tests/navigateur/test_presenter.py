"""On stage, in a real browser: keys and buttons, the address, type large enough, nothing cut, nothing from elsewhere."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pptx import Presentation

from tests.navigateur.constat import CONTRASTE
from tests.navigateur.scene import SCENE, expect_diapo, read_total
from tests.server.chromium import wait_until_drawn

TELEPHONE = {"width": 375, "height": 812}
MINIMUM = 24
PETITS = """(minimum) => {
    const petits = new Set();
    const textes = document.createTreeWalker(document.querySelector('[data-testid=stMain]'), NodeFilter.SHOW_TEXT);
    while (textes.nextNode()) {
        const e = textes.currentNode.parentElement, mot = textes.currentNode.nodeValue.trim();
        if (!mot || !e.closest('.sp-scene, .st-key-commandes') || !e.checkVisibility({visibilityProperty: true})
            || e.closest('.lu, caption, thead, button [data-testid=stMarkdownContainer]')) continue;  // kept for who listens
        const taille = parseFloat(getComputedStyle(e).fontSize);
        if (taille < minimum - 0.01) petits.add(`${taille} ${e.tagName}.${e.className} ${mot.slice(0, 40)}`);
    }
    return [...petits];
}"""
COUPES = """() => {
    const scene = document.querySelector('.sp-scene'), cadre = scene.getBoundingClientRect();
    const barre = document.querySelector('.st-key-commandes').getBoundingClientRect(), empile = cadre.height > innerHeight;
    const mention = scene.querySelector('.mention').getBoundingClientRect();
    const trop = e => {
        const r = e.getBoundingClientRect();
        if (!r.width || !r.height || e.closest('caption')) return false;
        const bas = e.closest('.mention') ? cadre.bottom : mention.top;
        return r.left < cadre.left - 1 || r.right > cadre.right + 1 || r.bottom > bas + 1 || r.top < cadre.top - 1;
    };
    const elements = [...scene.querySelectorAll('*')].filter(trop).map(e => `${e.tagName}.${e.className} ${e.innerText}`);
    const chevauche = !empile && mention.right > barre.left && mention.bottom > barre.top && innerWidth > innerHeight;
    return [...elements, ...(chevauche ? ['la mention passe sous les boutons'] : [])];
}"""
DEBORDE = "() => document.querySelector('[data-testid=stMain]').scrollWidth - document.documentElement.clientWidth"


def test_buttons_go_through_the_slides_and_the_way_back_too(ouvre: Callable[..., Page]) -> None:
    page = ouvre("/presenter")
    page.get_by_role("button", name="Commencer").click()
    expect_diapo(page, 1)
    expect(page.get_by_role("button", name="Diapositive précédente")).to_be_disabled()
    page.get_by_role("button", name="Diapositive suivante").click()
    expect_diapo(page, 2)
    page.get_by_role("button", name="Dernière diapositive").click()
    expect_diapo(page, read_total(page))
    page.go_back()
    expect_diapo(page, 2)
    page.get_by_role("button", name="Préparer la présentation").click()
    expect(page.locator("h1")).to_have_text("Présenter le bilan")


def test_a_shared_address_opens_on_its_slide_and_year(ouvre: Callable[..., Page]) -> None:
    page = ouvre("/presenter?annee=2023&diapos=fa04,ouverture&diapo=1")
    expect(page.locator("h1")).to_contain_text("58\u202f526")
    page.keyboard.press("ArrowRight")
    expect(page.locator("h1")).to_contain_text("2023")
    expect(page).to_have_url(re.compile("annee=2023"))


def test_both_windows_follow_the_same_slide(ouvre: Callable[..., Page]) -> None:
    scene, notes = ouvre("/presenter?diapo=2"), ouvre("/presenter_notes?diapo=2")
    scene.bring_to_front()
    scene.keyboard.press("ArrowRight")
    expect_diapo(scene, 3)
    expect_diapo(notes, 3)
    notes.bring_to_front()
    notes.keyboard.press("PageDown")
    expect_diapo(notes, 4)
    expect_diapo(scene, 4)
    assert scene.locator("h1").inner_text() == notes.locator("h1").inner_text()


def test_the_preparation_opens_the_notes_in_another_window(ouvre: Callable[..., Page]) -> None:
    page = ouvre("/presenter?annee=2023&diapos=fa04,fa01")
    with page.expect_popup() as attente:
        page.get_by_role("link", name="Ouvrir les notes de l’orateur").click()
    notes = attente.value
    wait_until_drawn(notes)
    expect(notes.locator("h1")).to_contain_text("58\u202f526")
    assert read_total(notes) == 2


def test_the_chosen_slides_are_taken_away_in_their_order(ouvre: Callable[..., Page], tmp_path: Path) -> None:
    page = ouvre("/presenter?diapos=fa09,fa04")
    with page.expect_download() as attente:
        page.get_by_role("button", name="Télécharger ces diapositives").click()
    assert attente.value.suggested_filename == "spapser-diaporama-2024-edition-0.pptx"
    attente.value.save_as(tmp_path / "diaporama.pptx")
    titres = [page.shapes.title.text_frame.text for page in Presentation(tmp_path / "diaporama.pptx").slides]
    assert [titre.split("\u00a0")[0] for titre in titres] == ["90", "97\u202f972"]


@pytest.mark.parametrize("annee", [2024, 2023])
def test_every_slide_is_large_whole_and_alone_at_1280_by_720(ouvre: Callable[..., Page], run_axe: Callable[[Page], list[str]],
                                                               annee: int) -> None:
    page = ouvre(f"/presenter?annee={annee}&diapo=1")
    total, fautes = read_total(page), {}
    for numero in range(1, total + 1):
        expect_diapo(page, numero)
        vues = [*page.evaluate(PETITS, MINIMUM), *page.evaluate(COUPES), *page.evaluate(CONTRASTE), *run_axe(page)]
        if vues:
            fautes[numero] = vues
        page.keyboard.press("PageDown")
    assert fautes == {}
    for absent in ("stSidebar", "stHeader", "stToolbar"):
        assert [bloc for bloc in page.get_by_test_id(absent).all() if bloc.is_visible()] == []
    assert page.get_by_role("radiogroup").count() == 0


@pytest.mark.parametrize("annee", [2024, 2023])
def test_every_slide_is_stacked_and_whole_on_a_phone(ouvre: Callable[..., Page], run_axe: Callable[[Page], list[str]],
                                                     annee: int) -> None:
    page = ouvre(f"/presenter?annee={annee}&diapo=1", TELEPHONE)
    total, fautes = read_total(page), {}
    for numero in range(1, total + 1):
        expect_diapo(page, numero)
        vues = [*page.evaluate(PETITS, 15), *page.evaluate(COUPES), *run_axe(page)]
        if vues or page.evaluate(DEBORDE) > 0:
            fautes[numero] = vues or ["la page défile de côté"]
        page.keyboard.press("PageDown")
    assert fautes == {}


@pytest.mark.parametrize("taille", [(1024, 576), (1366, 640), (1920, 1080), (2560, 1440)])
def test_slides_fill_the_window_whatever_its_size(ouvre: Callable[..., Page], taille: tuple[int, int]) -> None:
    page = ouvre("/presenter?diapo=8", dict(zip(("width", "height"), taille, strict=True)))
    cadre = page.locator(".sp-scene").bounding_box()
    assert cadre["width"] / cadre["height"] == pytest.approx(16 / 9, abs=0.01)
    assert cadre["width"] == pytest.approx(taille[0], abs=2) or cadre["height"] == pytest.approx(taille[1], abs=2)
    assert page.evaluate(COUPES) == []
    assert page.evaluate(PETITS, MINIMUM * cadre["width"] / 1280) == []


@pytest.mark.parametrize("chemin", ["/presenter", "/presenter_notes?diapo=7"])
@pytest.mark.parametrize("taille", [SCENE, TELEPHONE], ids=["1280", "375"])
def test_preparation_and_notes_break_no_accessibility_rule(ouvre: Callable[..., Page], run_axe: Callable[[Page], list[str]],
                                                            chemin: str, taille: dict) -> None:
    page = ouvre(chemin, taille)
    assert [*run_axe(page), *page.evaluate(CONTRASTE)] == []
    assert page.evaluate(DEBORDE) <= 0


def test_slides_are_dark_in_a_dark_browser_and_still_readable(page_a: Callable[..., Page], ouvrir: Callable[..., Page]) -> None:
    page = ouvrir(page_a(1280, color_scheme="dark"), "/presenter?diapo=7")
    assert page.evaluate(CONTRASTE) == []
