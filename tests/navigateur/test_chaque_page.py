"""Every page in a real browser, on a desk and on a phone: accessible, French, painted, within its width."""

import json
import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from spapser.catalogue.accessibilite import load_declaration
from tests.navigateur.constat import FICHES, MENU, PAGES, THEMES, Constat, observe
from tests.server.chromium import open_page
from tests.server.lancement import PROJECT

BUREAU, TELEPHONE = (1280, 640), (375, 320)  # 640 is what is left of 1280 at 200 %
TAILLES = pytest.mark.parametrize("largeurs", [BUREAU, TELEPHONE], ids=["1280", "375"])
CHAQUE_PAGE = pytest.mark.parametrize("nom", PAGES)
STREAMLIT = json.loads((PROJECT / "spapser/server/statique/libelles.json").read_text("utf-8"))["textes"]
MOTS = re.compile(
    r"\b(the|and|with|your|you|this|loading|running|search|select|choose|option[s]? found|download|upload|browse|show|hide|"
    r"zoom|reset axes|pan|close|clear|expand|collapse|open|settings|deploy|made with|press enter|fullscreen|no results?)\b",
    re.IGNORECASE)


@pytest.fixture(scope="module")
def anomalies_du_module() -> list[str]:
    """What the pages of this module did wrong."""
    return []


@pytest.fixture(scope="module")
def constat(chromium: Browser, adresse: str, run_axe: Callable[[Page], list[str]],
            anomalies_du_module: list[str]) -> Iterator[Callable[..., Constat]]:
    """A function that visits a page at given widths, once."""
    vus: dict[tuple, Constat] = {}
    onglets: dict[tuple, Page] = {}

    def visit(nom: str, largeurs: tuple[int, ...]) -> Constat:
        if largeurs not in onglets:
            onglets[largeurs] = open_page(chromium, largeurs[0], anomalies_du_module)
        if (nom, largeurs) not in vus:
            chemin = "" if nom == "synthese" else nom
            vus[nom, largeurs] = observe(onglets[largeurs], f"{adresse}/{chemin}", largeurs, run_axe)
        return vus[nom, largeurs]

    yield visit
    for onglet in onglets.values():
        onglet.context.close()


@TAILLES
@CHAQUE_PAGE
def test_page_breaks_no_accessibility_rule(constat: Callable[..., Constat], nom: str, largeurs: tuple[int, ...]) -> None:
    trouvees = constat(nom, largeurs).violations
    assert list(trouvees) == ["plié", *load_declaration().essais["themes"]]
    assert trouvees == {etat: [] for etat in trouvees}


@TAILLES
@CHAQUE_PAGE
def test_text_stands_out_from_what_is_behind_it(constat: Callable[..., Constat], nom: str, largeurs: tuple[int, ...]) -> None:
    trouves = constat(nom, largeurs).contrastes
    assert trouves == {theme: [] for theme in THEMES}


@CHAQUE_PAGE
def test_headings_landmarks_and_tables_make_a_skeleton(constat: Callable[..., Constat], nom: str) -> None:
    assert constat(nom, BUREAU).structure == []


@TAILLES
@CHAQUE_PAGE
def test_targets_are_large_enough(constat: Callable[..., Constat], nom: str, largeurs: tuple[int, ...]) -> None:
    assert constat(nom, largeurs).cibles == []


@TAILLES
@CHAQUE_PAGE
def test_no_text_is_cut_even_when_the_reader_spaces_it_out(constat: Callable[..., Constat], nom: str,
                                                           largeurs: tuple[int, ...]) -> None:
    assert constat(nom, largeurs).coupes == []
    assert constat(nom, largeurs).etendu == []


@TAILLES
@CHAQUE_PAGE
def test_page_never_scrolls_sideways(constat: Callable[..., Constat], nom: str, largeurs: tuple[int, ...]) -> None:
    for largeur, debord in constat(nom, largeurs).debords.items():
        assert (debord["page"], debord["contenu"]) == (0, 0), f"{largeur} px : {debord['elements']}"


@CHAQUE_PAGE
def test_page_is_french_in_an_english_browser(constat: Callable[..., Constat], nom: str) -> None:
    vu = constat(nom, BUREAU)
    assert vu.langue == "fr"
    lus = [*vu.texte.splitlines(), *vu.mots]
    assert [texte for texte in lus if texte.strip() in STREAMLIT and STREAMLIT[texte.strip()] != texte.strip()] == []
    assert sorted({texte for texte in lus if MOTS.search(texte)}) == []


@TAILLES
@CHAQUE_PAGE
def test_every_chart_is_painted(constat: Callable[..., Constat], nom: str, largeurs: tuple[int, ...]) -> None:
    figures = constat(nom, largeurs).figures
    assert figures or nom not in FICHES
    assert [figure for figure in figures if not figure["traces"]] == []
    assert [figure for figure in figures if figure["largeur"] > largeurs[0] or figure["hauteur"] < 40] == []


def test_every_page_has_its_own_title(constat: Callable[..., Constat]) -> None:
    titres = {nom: constat(nom, BUREAU).titre for nom in PAGES}
    assert len(set(titres.values())) == len(PAGES)
    assert [titre for titre in titres.values() if "SPAPSER" not in titre] == []


@CHAQUE_PAGE
def test_menu_leads_to_every_page(constat: Callable[..., Constat], nom: str) -> None:
    assert sorted(chemin.strip("/") or "synthese" for chemin in constat(nom, BUREAU).menu) == MENU


@pytest.mark.parametrize("nom", FICHES)
def test_a_fiche_says_on_which_lines_it_read_its_figures(constat: Callable[..., Constat], nom: str) -> None:
    assert re.search(r"Bilan 2024, lignes?\s\d+", constat(nom, TELEPHONE).texte)


def test_no_page_logged_an_error_or_called_another_site(constat: Callable[..., Constat],
                                                        anomalies_du_module: list[str]) -> None:
    for nom in PAGES:
        constat(nom, BUREAU)
    assert anomalies_du_module == []
