"""What is seen of a page in one visit, so that a page is opened once for all the tests of a width."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.navigateur.attente import settle, unfold
from tests.server.lancement import PROJECT

SCENE = ("presenter", "presenter_notes")  # without the frame of the others: they have tests of their own
PAGES = sorted(file.stem for file in PROJECT.glob("pages/*.py") if file.stem not in SCENE)
MENU = sorted([*PAGES, "presenter"])
FICHES = [page for page in PAGES if re.match(r"fa\d\d_", page)]
LIRE = """() => {
    const racine = document.documentElement;
    const attributs = ['aria-label', 'title', 'placeholder', 'alt', 'aria-description'];
    const mots = [...document.querySelectorAll('body *')].flatMap(
        e => attributs.map(nom => e.getAttribute(nom)).filter(mot => mot));
    const figures = [...document.querySelectorAll('.js-plotly-plot')].map(f => ({
        traces: f.querySelectorAll('.main-svg :is(.trace, .shapelayer) path').length,
        largeur: f.getBoundingClientRect().width, hauteur: f.getBoundingClientRect().height}));
    // An icon is a word of its font, hidden from screen readers: nobody reads « upload ».
    const icones = [...document.querySelectorAll('[data-testid=stIconMaterial]')];
    icones.forEach(icone => icone.style.display = 'none');
    const texte = document.body.innerText;
    icones.forEach(icone => icone.style.display = '');
    return {texte, mots: [...new Set(mots)], titre: document.title, langue: racine.lang, figures,
            menu: [...document.querySelectorAll('[data-testid=stSidebarNavLink]')].map(a => new URL(a.href).pathname)};
}"""
DEBORDE = """() => {
    const limite = document.documentElement.clientWidth + 1;
    const cadre = e => e.closest('.js-plotly-plot') || ['auto', 'scroll'].includes(
        getComputedStyle(e.closest('.tableau') ?? document.body).overflowX);
    const trop = [...document.querySelectorAll('[data-testid=stMain] *')].filter(
        e => (e.getBoundingClientRect().right > limite || e.scrollWidth > e.clientWidth + 1 && e.matches('dd, p, li'))
            && !cadre(e)).slice(0, 3);
    const main = document.querySelector('[data-testid=stMain]');
    return {page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
            contenu: main.scrollWidth - main.clientWidth, elements: trop.map(e => e.outerHTML.slice(0, 120))};
}"""


@dataclass(frozen=True)
class Constat:
    """One visit: what is read, drawn, measured and found wrong."""

    texte: str
    mots: list[str]
    titre: str
    langue: str
    figures: list[dict]
    menu: list[str]
    violations: list[str]
    violations_depliees: list[str]
    debords: dict[int, dict]


def observe(page: Page, adresse: str, largeurs: tuple[int, ...], run_axe: Callable[[Page], list[str]]) -> Constat:
    """Open an address and look at it: as it comes, then with its blocks unfolded, then at each width."""
    page.goto(adresse)
    settle(page)
    vu, violations = page.evaluate(LIRE), run_axe(page)
    depliees = run_axe(page) if unfold(page) else []
    debords = {}
    for largeur in largeurs:
        page.set_viewport_size({"width": largeur, "height": 900})
        page.wait_for_function("(largeur) => innerWidth === largeur", arg=largeur)
        debords[largeur] = page.evaluate(DEBORDE)
    page.set_viewport_size({"width": largeurs[0], "height": 900})
    return Constat(**vu, violations=violations, violations_depliees=depliees, debords=debords)
