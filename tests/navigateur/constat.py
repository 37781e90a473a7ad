"""What is seen of a page in one visit, so that a page is opened once for all the tests of a width."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from tests.navigateur.attente import settle, unfold
from tests.server.lancement import PROJECT

SCENE = ("presenter", "presenter_notes")  # without the frame of the others: they have tests of their own
PAGES = sorted(file.stem for file in PROJECT.glob("pages/*.py") if file.stem not in SCENE)
MENU = sorted([*PAGES, "presenter"])
FICHES = [page for page in PAGES if re.match(r"fa\d\d_", page)]
THEMES = {"clair": "light", "sombre": "dark"}
MESURES = Path(__file__).with_name("mesures")
ETENDU = (MESURES / "espacement.css").read_text("utf-8")


def read_mesure(nom: str) -> str:
    """A measure that runs in the page."""
    return (MESURES / f"{nom}.js").read_text("utf-8")


LIRE, DEBORDE, CONTRASTE, STRUCTURE, CIBLES, COUPES = map(
    read_mesure, ("lire", "deborde", "contraste", "structure", "cibles", "coupes"))


@dataclass(frozen=True)
class Constat:
    """One visit: what is read, drawn, measured and found wrong. By theme: `violations` of axe, `contrastes` too weak.

    `etendu` is what is cut or goes beyond the page when the reader spaces the text out; `coupes`, when nobody does.
    """

    texte: str
    mots: list[str]
    titre: str
    langue: str
    figures: list[dict]
    menu: list[str]
    structure: list[str]
    cibles: list[str]
    coupes: list[str]
    violations: dict[str, list[str]]
    contrastes: dict[str, list[str]]
    debords: dict[int, dict]
    etendu: list[str]


def observe(page: Page, adresse: str, largeurs: tuple[int, ...], run_axe: Callable[[Page], list[str]]) -> Constat:
    """Open an address and look at it: as it comes, unfolded in each theme, then at each width, then with text spaced out."""
    page.emulate_media(color_scheme="light")
    page.goto(adresse)
    settle(page)
    vu, violations, contrastes = page.evaluate(LIRE), {"plié": run_axe(page)}, {}
    unfold(page)
    structure, cibles, coupes = page.evaluate(STRUCTURE), page.evaluate(CIBLES), page.evaluate(COUPES)
    debords = {largeur: measure_at(page, largeur) for largeur in largeurs}
    etendu = space_out(page)
    page.set_viewport_size({"width": largeurs[0], "height": 900})
    for nom, theme in THEMES.items():
        switch_theme(page, theme)
        violations[nom], contrastes[nom] = run_axe(page), page.evaluate(CONTRASTE)
    return Constat(**vu, structure=structure, cibles=cibles, coupes=coupes, violations=violations, contrastes=contrastes,
                   debords=debords, etendu=etendu)


def switch_theme(page: Page, theme: str) -> None:
    """What the system of the reader says; waits until the page follows, and draws its charts again."""
    page.emulate_media(color_scheme=theme)
    page.wait_for_function("(theme) => getComputedStyle(document.querySelector('[data-testid=stApp]')).colorScheme === theme",
                           arg=theme)
    settle(page)
    unfold(page)


def measure_at(page: Page, largeur: int) -> dict:
    """What goes beyond a width."""
    page.set_viewport_size({"width": largeur, "height": 900})
    page.wait_for_function("(largeur) => innerWidth === largeur", arg=largeur)
    return page.evaluate(DEBORDE)


def space_out(page: Page) -> list[str]:
    """What is cut, or goes beyond the page, when the reader spaces the text out."""
    feuille = page.add_style_tag(content=ETENDU)
    debord = page.evaluate(DEBORDE)
    fautes = page.evaluate(COUPES) + ([f"dépasse : {debord['elements']}"] if debord["page"] or debord["contenu"] else [])
    feuille.evaluate("(element) => element.remove()")
    return fautes
