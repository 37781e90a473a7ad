"""Editions in a real browser: the past is said and shared, the journal gives the file back, typing changes a figure."""

import hashlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, WebSocket, expect

from spapser.store import load_edition
from tests.navigateur.attente import settle, unfold
from tests.pages.depot import publish_rows, shift_year
from tests.server.lancement import PROJECT, serve

HEURES = "insertion_operations"
NOM = "heures « 2025 ».csv"
TAILLES = pytest.mark.parametrize(("largeur", "theme"), [(1280, "light"), (375, "light"), (1280, "dark")])
LENT = 60_000  # a page that nobody opened yet is computed, on a machine that may be busy
BANDEAU = "Vous regardez l’édition 1"


@pytest.fixture(scope="module")
def adresse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The product over two publications of its own; the tests publish more of them, from this process."""
    dossier = tmp_path_factory.mktemp("editions")
    with pytest.MonkeyPatch.context() as ailleurs:
        ailleurs.setenv("SPAPSER_DEPOT", str(dossier / "depot"))
        annee, lignes = shift_year(HEURES)
        publish_rows(HEURES, annee, lignes[:1], NOM, "Premières heures")
        publish_rows("insertion_publics", *shift_year("insertion_publics"))
        with serve(PROJECT, dossier / "serveur.log") as port:
            yield f"http://127.0.0.1:{port}"


def wait_for_titre(page: Page, titre: str) -> Page:
    expect(page.locator("h1")).to_contain_text(titre, timeout=LENT)
    return settle(page)


@TAILLES
def test_the_past_is_said_in_every_light_and_size(page_a: Callable[..., Page], ouvrir: Callable[..., Page],
                                                  run_axe: Callable[[Page], list[str]], largeur: int, theme: str) -> None:
    page = settle(ouvrir(page_a(largeur, color_scheme=theme), "/fa04_heures_insertion?edition=1"))
    expect(page.locator(".bandeau")).to_be_visible()
    expect(page.locator(".bandeau")).to_contain_text(BANDEAU, timeout=LENT)
    expect(page.locator(".bandeau")).to_contain_text("Premières heures", timeout=LENT)
    assert run_axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= largeur


def test_the_past_follows_the_visitor_and_the_link_they_share(page_a: Callable[..., Page], ouvrir: Callable[..., Page]) -> None:
    page = settle(ouvrir(page_a(1280), "/?edition=1"))
    page.get_by_role("link", name="Ouvrir la fiche 4").click()
    wait_for_titre(page, "Heures d’insertion")
    expect(page).to_have_url(re.compile("edition=1"))
    page.get_by_role("link", name="Trajectoires").click()
    wait_for_titre(page, "Trajectoires")
    expect(page.locator(".bandeau")).to_contain_text(BANDEAU, timeout=LENT)
    autre = page_a(375)
    autre.goto(page.url)
    settle(autre)
    expect(autre.locator(".bandeau")).to_contain_text(BANDEAU, timeout=LENT)


def test_the_button_goes_back_to_the_present_and_the_way_back_to_the_past(page_a: Callable[..., Page],
                                                                          ouvrir: Callable[..., Page]) -> None:
    page = settle(ouvrir(page_a(1280), "/trajectoires?edition=1"))
    page.get_by_role("button", name="Revenir au présent").click()
    expect(page.locator(".bandeau")).to_have_count(0, timeout=LENT)
    assert "edition" not in page.url
    page.go_back()
    expect(page.locator(".bandeau")).to_contain_text(BANDEAU, timeout=LENT)


def test_the_past_follows_the_visitor_on_the_stage_and_back(page_a: Callable[..., Page], ouvrir: Callable[..., Page]) -> None:
    page = settle(ouvrir(page_a(1280), "/trajectoires?edition=1"))
    page.get_by_role("link", name="Présenter").click()
    expect(page.get_by_role("combobox", name="Édition")).to_have_value(re.compile("édition 1"), timeout=LENT)
    page.get_by_role("link", name="Revenir au tableau de bord").click()
    wait_for_titre(page, "Où en est")
    expect(page.locator(".bandeau")).to_contain_text(BANDEAU, timeout=LENT)


@pytest.mark.parametrize("demande", ["99", "abc", "%3Cscript%3E"])
def test_an_unknown_number_is_said(page_a: Callable[..., Page], ouvrir: Callable[..., Page], demande: str) -> None:
    page = settle(ouvrir(page_a(1280), f"/controles?edition={demande}"))
    expect(page.locator(".bandeau")).to_contain_text("n’existe pas", timeout=LENT)
    expect(page.locator("footer.pied")).to_contain_text("Édition 2", timeout=LENT)


def test_what_another_process_publishes_is_seen_at_the_next_click(page_a: Callable[..., Page],
                                                                  ouvrir: Callable[..., Page]) -> None:
    page = settle(ouvrir(page_a(1280), "/fa04_heures_insertion?annee=2025"))
    publish_rows("reemploi", *shift_year("reemploi"), motif="Pendant la visite")
    numero = load_edition().numero
    page.get_by_role("radio", name="2024").click()
    expect(page.locator("footer.pied")).to_contain_text(f"Édition {numero}", timeout=LENT)


@TAILLES
def test_the_journal_breaks_no_accessibility_rule(page_a: Callable[..., Page], ouvrir: Callable[..., Page],
                                                  run_axe: Callable[[Page], list[str]], largeur: int, theme: str) -> None:
    page = settle(ouvrir(page_a(largeur, color_scheme=theme), "/journal?publication=1"))
    page.get_by_role("button", name="Voir ce que l’annulation changerait").click()
    page.get_by_label("Motif").wait_for(timeout=LENT)
    unfold(settle(page))
    assert run_axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= largeur


def test_the_file_is_given_back_to_the_byte_and_never_opened_by_the_browser(page_a: Callable[..., Page],
                                                                            ouvrir: Callable[..., Page], tmp_path: Path) -> None:
    page = settle(ouvrir(page_a(1280), "/journal?publication=1"))
    with page.expect_response(lambda reponse: "/media/" in reponse.url) as reponse, page.expect_download() as fichier:
        page.get_by_role("button", name="Télécharger l’original").click()
    assert reponse.value.headers["content-type"] == "application/octet-stream"
    assert reponse.value.headers["x-content-type-options"] == "nosniff"
    assert fichier.value.suggested_filename == NOM
    fichier.value.save_as(tmp_path / "original")
    empreinte = hashlib.sha256((tmp_path / "original").read_bytes()).hexdigest()
    assert load_edition(1).parties[0].original == empreinte
    expect(page.locator("code.empreinte")).to_have_text(empreinte)


@TAILLES
def test_the_grid_breaks_no_accessibility_rule(page_a: Callable[..., Page], ouvrir: Callable[..., Page],
                                               run_axe: Callable[[Page], list[str]], largeur: int, theme: str) -> None:
    page = settle(ouvrir(page_a(largeur, color_scheme=theme), "/saisir?annee=2024&jeu=Cibles"))
    page.locator("[data-testid=stDataFrame] canvas").first.wait_for()
    assert run_axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= largeur


def select(page: Page, colonne: int) -> None:
    """Wait until a cell of the first row is the one that the keyboard writes in."""
    page.locator(f"#glide-cell-{colonne}-0[aria-selected=true]").wait_for(state="attached")


def type_value(page: Page, liaison: WebSocket, texte: str) -> None:
    """Type in the column « Valeur » of the first row, right of its code, and wait until the grid sends it: not at once."""
    page.locator("[data-testid=stDataFrame] .dvn-scroller").click(position={"x": 140, "y": 55})
    select(page, 2)
    page.keyboard.press("ArrowRight")
    select(page, 3)
    page.keyboard.press("Enter")
    champ = page.locator("#portal textarea")
    champ.fill(texte)
    with liaison.expect_event("framesent"):
        champ.press("Enter")
    page.locator("#glide-cell-3-0", has_text=texte).wait_for(state="attached")
    settle(page)


def sign(page: Page, motif: str) -> None:
    page.get_by_label("Votre nom ou votre service").fill("Camille Durand")
    page.get_by_label("Motif").fill(motif)
    page.get_by_label("Motif").press("Enter")


def test_a_value_typed_in_the_grid_is_published_and_seen_then_undone(page_a: Callable[..., Page],
                                                                     ouvrir: Callable[..., Page]) -> None:
    page, liaisons = page_a(1280), []
    page.on("websocket", lambda liaison: liaisons.append(liaison))
    settle(ouvrir(page, "/saisir?annee=2024&jeu=Observations"))
    type_value(page, liaisons[-1], "81,5 %")
    page.get_by_role("button", name="Vérifier et voir l’effet").click()
    page.get_by_text("1 ligne modifiée ; 1 chiffre ou statut change.").wait_for(timeout=LENT)
    sign(page, "Chiffre définitif")
    expect(page.locator(".bandeau.succes")).to_contain_text("publiée", timeout=LENT)
    numero = load_edition().numero
    page = settle(ouvrir(page, "/fa01_petites_structures?annee=2024"))
    expect(page.locator(".mesures").first).to_contain_text("81,5", timeout=LENT)
    expect(page.locator(".mesures").first).to_contain_text(f"saisie-observations-2024.csv (édition {numero})", timeout=LENT)
    page = settle(ouvrir(page, f"/journal?publication={numero}"))
    page.get_by_role("button", name="Voir ce que l’annulation changerait").click()
    page.get_by_label("Motif").wait_for(timeout=LENT)
    sign(page, "Erreur de saisie")
    expect(page.locator(".bandeau.succes")).to_contain_text(f"l’édition {numero} est annulée", timeout=LENT)
    page = settle(ouvrir(page, "/fa01_petites_structures?annee=2024"))
    expect(page.locator(".mesures").first).to_contain_text("Bilan 2024, ligne 11", timeout=LENT)


def test_a_status_is_confirmed_from_its_fiche(page_a: Callable[..., Page], ouvrir: Callable[..., Page],
                                              run_axe: Callable[[Page], list[str]]) -> None:
    page = settle(ouvrir(page_a(1280), "/fa04_heures_insertion?annee=2024"))
    page.get_by_role("link", name="Confirmer ce statut").first.click()
    wait_for_titre(page, "Saisir")
    page.get_by_label("Motif").wait_for()
    assert run_axe(page) == []
    sign(page, "Vérifié avec le facilitateur")
    expect(page.locator(".bandeau.succes")).to_contain_text("est déclaré atteint", timeout=LENT)
    page = settle(ouvrir(page, "/fa04_heures_insertion?annee=2024"))
    expect(page.locator(".objectifs")).to_contain_text("Déclaré par Camille Durand", timeout=LENT)


def test_a_visit_through_a_relay_may_read_but_not_publish(page_a: Callable[..., Page], ouvrir: Callable[..., Page]) -> None:
    page = settle(ouvrir(page_a(1280, extra_http_headers={"X-Forwarded-For": "203.0.113.7"}), "/saisir"))
    expect(page.locator(".bandeau")).to_contain_text("passe par un relais", timeout=LENT)
    assert page.locator("[data-testid=stDataFrame]").count() == 0
