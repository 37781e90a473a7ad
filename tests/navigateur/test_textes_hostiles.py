"""What a published file, its name and the reason of its edition say is shown to the letter by every page, and runs nowhere."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from spapser.store import Base
from tests.navigateur.attente import settle, unfold
from tests.navigateur.hostile import (
    AUTEUR,
    MOTIF,
    NOM,
    TEXTES,
    list_alive,
    list_missing,
    publish_hostile,
    write_csv,
    write_marches,
)
from tests.server.lancement import PROJECT, serve

PAGES = {  # address, and what it shows to the letter
    "/?annee=2025": (), "/fa09_construction_durable?annee=2025": TEXTES, "/matinale?annee=2025": TEXTES,
    "/journal?publication=1": (NOM, MOTIF, AUTEUR), "/journal?publication=2": (f"../../{NOM}.csv", MOTIF, AUTEUR),
    "/marches?annee=2025": TEXTES[-24:], "/marches?annee=2025&page=2": TEXTES[:5], "/marches?annee=2025&tri=titulaire": (),
    "/donnees?annee=2025": (), "/exporter?annee=2025": (), "/controles?annee=2025": (), "/methode?annee=2025": (),
    "/obligations?annee=2025": (), "/territoire?annee=2025": (), "/?annee=2025&edition=2": (MOTIF,), "/presenter?annee=2025": ()}
MOTS = ("alert", "pirate", "material", "streamlit", "smile", "gras", "x^2", "frac", "calc", "cmd", "SUM", "drop", "passwd",
        "titre")


@pytest.fixture(scope="module")
def numero(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The number of the contract that holds every text; the editions are those of the fixture `adresse`."""
    with pytest.MonkeyPatch.context() as ailleurs:
        ailleurs.setenv("SPAPSER_DEPOT", str(tmp_path_factory.mktemp("hostile") / "editions"))
        base = Base(publish_hostile())
        tout = max(base.rows("faits"), key=lambda ligne: len(ligne["objet"]))
        base.close()
        yield tout["contrat"]


@pytest.fixture(scope="module")
def adresse(numero: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The product over the hostile edition."""
    with serve(PROJECT, tmp_path_factory.mktemp("produit") / "serveur.log") as port:
        yield f"http://127.0.0.1:{port}"


@pytest.fixture
def page(page_a: Callable[..., Page], anomalies: list[str]) -> Page:
    """An empty page, where a window that opens is an anomaly."""
    ouverte = page_a(1280)
    ouverte.on("dialog", lambda fenetre: (anomalies.append(f"fenêtre : {fenetre.message}"), fenetre.dismiss()))
    return ouverte


@pytest.mark.parametrize("chemin", PAGES)
def test_each_page_shows_the_texts_to_the_letter(page: Page, ouvrir: Callable[..., Page], chemin: str) -> None:
    ouvrir(page, chemin)
    if not chemin.startswith("/presenter"):
        unfold(settle(page))
    assert list_alive(page) == []
    assert list_missing(page, PAGES[chemin]) == []


def test_the_sheet_of_a_contract_shows_them_all(page: Page, ouvrir: Callable[..., Page], numero: str) -> None:
    unfold(settle(ouvrir(page, f"/marches?annee=2025&contrat={numero}")))
    assert list_alive(page) == []
    assert list_missing(page, (*TEXTES, NOM)) == []


def test_what_the_search_finds_is_shown_to_the_letter(page: Page, ouvrir: Callable[..., Page]) -> None:
    vivants, trouves = {}, set()
    for mot in MOTS:
        settle(ouvrir(page, f"/?annee=2025&recherche={mot.replace('^', '%5E')}"))
        vivants |= {mot: vus} if (vus := list_alive(page)) else {}
        trouves |= set(TEXTES) - set(list_missing(page))
    assert vivants == {}
    assert {texte for texte in TEXTES if any(mot in texte for mot in MOTS)} - trouves == set()


def test_the_edition_without_script_shows_them_to_the_letter(page: Page, adresse: str) -> None:
    for nom in ("edition-2025.html", "index"):
        page.goto(f"{adresse}/donnees/{nom}")
        assert list_alive(page) == []
    page.goto(f"{adresse}/donnees/edition-2025.html")
    assert list_missing(page, (NOM,)) == []


def test_the_original_is_given_back_under_a_name_that_is_no_path(page: Page, ouvrir: Callable[..., Page]) -> None:
    settle(ouvrir(page, "/journal?publication=2"))
    with page.expect_download() as original:
        page.get_by_role("button", name="Télécharger l’original").click()
    assert original.value.path().read_bytes() == write_marches()
    assert not set(original.value.suggested_filename) & set('/\\<>:"|?*')


def test_a_file_that_is_only_looked_at_says_nothing_but_text(page: Page, ouvrir: Callable[..., Page]) -> None:
    settle(ouvrir(page, "/deposer?jeu=Structures+de+l’économie+sociale"))
    contenu = write_csv(("Structure", "Année", *TEXTES), [("x", TEXTES[0], *TEXTES), (TEXTES[1], "2025", *TEXTES)])
    page.set_input_files("[data-testid=stFileUploader] input[type=file]",
                         {"name": f"{NOM}.csv", "mimeType": "text/csv", "buffer": contenu})
    expect(page.locator(".verdict")).to_be_visible(timeout=60_000)
    unfold(settle(page))
    assert list_alive(page) == []
    assert list_missing(page, (NOM, *TEXTES)) == []
