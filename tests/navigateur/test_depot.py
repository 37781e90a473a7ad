"""The whole journey in a real browser: template, file with errors, mended file, preview, publication, changed chart, undo."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.navigateur import clavier
from tests.navigateur.attente import settle, unfold
from tests.navigateur.constat import LIRE
from tests.navigateur.test_chaque_page import MOTS, STREAMLIT
from tests.pages.bureau import ABIME, BON
from tests.server.lancement import PROJECT, serve

HEURES = "/deposer?jeu=Heures+d%E2%80%99insertion+par+op%C3%A9ration"
FICHIER = "input[type=file]"
ETATS = {  # a file, and what the page says once it has read it
    "abime": "2 anomalies à corriger avant de publier", "bon": "5. Publier", "avertissement": "À vérifier avant de publier",
    "colonnes": "1 colonne à préciser", "marches": "ressemble plutôt au jeu", "personnes": "données personnelles",
    "pdf": "est un PDF, pas un tableau"}
CONTENUS = {
    "abime": ABIME, "bon": BON, "avertissement": BON + "Total;;;80 000\n", "colonnes": BON.replace("Valeur", "Volume constaté"),
    "marches": "Marché;Titulaire;Fiche;Année;Source\nMarché fictif;Entreprise fictive;fa04;2025;essai\n",
    "personnes": "Opération;Prénom;Valeur\nÉcole;Camille;3\n", "pdf": "%PDF-1.7 rapport"}
TAILLES = pytest.mark.parametrize(("largeur", "theme"), [(1280, "light"), (375, "light"), (1280, "dark"), (375, "dark")])

OUVRE = """() => document.querySelector('input[type=file]').addEventListener(
    'click', evenement => { evenement.preventDefault(); window.ouvert = true; })"""


@pytest.fixture(scope="module")
def adresse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The product over an empty folder of editions of its own."""
    dossier = tmp_path_factory.mktemp("depot")
    with pytest.MonkeyPatch.context() as ailleurs:
        ailleurs.setenv("SPAPSER_DEPOT", str(dossier / "editions"))
        with serve(PROJECT, dossier / "serveur.log") as port:
            yield f"http://127.0.0.1:{port}"


@pytest.fixture(scope="module")
def fichiers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Files to drop, as a spreadsheet on Windows writes them: path by name."""
    dossier = tmp_path_factory.mktemp("fichiers")
    for nom, contenu in CONTENUS.items():
        (dossier / f"{nom}.csv").write_bytes(contenu.encode("cp1252"))
    return {nom: str(dossier / f"{nom}.csv") for nom in CONTENUS}


def drop(page: Page, chemin: str, attendu: str) -> Page:
    """Drop a file and wait for what it makes the page say."""
    page.set_input_files(FICHIER, chemin)
    expect(page.get_by_text(attendu).first).to_be_visible(timeout=60_000)
    return settle(page)


def sign(page: Page, motif: str = "Heures de l’année 2025") -> None:
    """Name, reason, publish: with the keyboard alone."""
    page.get_by_label("Votre nom ou votre service").focus()
    page.keyboard.type("Camille Durand")
    page.keyboard.press("Tab")
    page.keyboard.type(motif)
    page.keyboard.press("Enter")


@TAILLES
def test_each_state_is_accessible_within_the_page_and_french(
    page_a: Callable[..., Page], ouvrir: Callable[..., Page], run_axe: Callable[[Page], list[str]], fichiers: dict[str, str],
    largeur: int, theme: str,
) -> None:
    page, fautes = settle(ouvrir(page_a(largeur, color_scheme=theme), HEURES)), {}
    for etat, phrase in ETATS.items():
        unfold(drop(page, fichiers[etat], phrase))
        vu = page.evaluate(LIRE)
        lus = [*vu["texte"].splitlines(), *vu["mots"]]
        anglais = [mot for mot in lus if MOTS.search(mot) or STREAMLIT.get(mot.strip(), mot.strip()) != mot.strip()]
        depasse = page.evaluate("document.documentElement.scrollWidth") > largeur
        fautes[etat] = [*run_axe(page), *anglais, *(["dépasse la largeur"] if depasse else [])]
    assert fautes == {etat: [] for etat in ETATS}


def test_from_the_spreadsheet_to_the_chart_and_back(page_a: Callable[..., Page], ouvrir: Callable[..., Page],
                                                    run_axe: Callable[[Page], list[str]], fichiers: dict[str, str]) -> None:
    page = settle(ouvrir(page_a(1280), HEURES))
    with page.expect_download() as modele:
        page.get_by_role("button", name="Modèle pour tableur (XLSX)").click()
    assert modele.value.suggested_filename == "modele-insertion_operations-2025.xlsx"
    drop(page, fichiers["abime"], ETATS["abime"])
    expect(page.get_by_role("row", name="Cellule B2")).to_contain_text("Écrire «\u00a0Services\u00a0».")
    with page.expect_download() as annote:
        page.get_by_role("button", name="Télécharger mon fichier annoté").click()
    assert annote.value.suggested_filename == "abime-annote.xlsx"
    drop(page, fichiers["bon"], ETATS["bon"])
    sign(page)
    expect(page.locator(".bandeau.succes")).to_contain_text("publiée et relue", timeout=60_000)
    assert run_axe(settle(page)) == []
    page.get_by_role("link", name="Voir la fiche 4").click()
    expect(page.locator("p.sp-surtitre")).to_contain_text("2025")
    expect(page.locator(".mesures").first).to_contain_text("74\u202f300,5")
    expect(page.locator(".mesures").first).to_contain_text("bon.csv (édition 1)")
    expect(settle(page).locator(".js-plotly-plot").first).to_contain_text("2025")
    undo(page, ouvrir)
    page = settle(ouvrir(page, "/fa04_heures_insertion"))
    expect(page.locator(".mesures").first).to_contain_text("97\u202f972")
    assert page.get_by_text("74\u202f300").count() == 0


def test_the_template_filled_is_accepted(page_a: Callable[..., Page], ouvrir: Callable[..., Page], tmp_path: Path) -> None:
    page = settle(ouvrir(page_a(1280), HEURES))
    with page.expect_download() as modele:
        page.get_by_role("button", name="Modèle en CSV").click()
    titres, *lignes = csv.reader(modele.value.path().read_text("utf-8-sig").splitlines(), delimiter=";")
    place = next(rang for rang, titre in enumerate(titres) if titre.startswith("Valeur"))
    for ligne in lignes:
        ligne[place] = "1 000"
    rempli = tmp_path / modele.value.suggested_filename
    rempli.write_text("\n".join(";".join(ligne) for ligne in (titres, *lignes)), "utf-8-sig")
    drop(page, str(rempli), "5. Publier")
    expect(page.locator(".verdict")).to_contain_text("rien n’empêche de publier")


def undo(page: Page, ouvrir: Callable[..., Page]) -> None:
    """Undo the first edition from the journal."""
    settle(ouvrir(page, "/journal?publication=1"))
    page.get_by_role("button", name="Voir ce que l’annulation changerait").click()
    page.get_by_label("Motif").wait_for(timeout=60_000)
    sign(page, "Mauvais fichier")
    expect(page.locator(".bandeau.succes")).to_contain_text("annulée", timeout=60_000)


def test_a_deposit_needs_no_mouse(page_a: Callable[..., Page], ouvrir: Callable[..., Page], fichiers: dict[str, str]) -> None:
    page = settle(ouvrir(page_a(1280), HEURES))
    clavier.tab_to(page, "Choisir un fichier")
    page.evaluate(OUVRE)
    page.keyboard.press("Enter")
    page.wait_for_function("() => window.ouvert")  # what the browser then opens is its own
    drop(page, fichiers["avertissement"], ETATS["avertissement"])
    clavier.tab_to(page, "vérifié, c’est voulu")
    page.keyboard.press("Space")
    expect(page.get_by_text("à cocher à l’étape 3")).to_have_count(0)
    settle(page)
    clavier.sign(page, "Sans souris")
    expect(page.locator(".bandeau.succes")).to_contain_text("publiée et relue", timeout=60_000)


def test_a_column_is_named_on_screen(page_a: Callable[..., Page], ouvrir: Callable[..., Page],
                                     fichiers: dict[str, str]) -> None:
    page = drop(settle(ouvrir(page_a(375), HEURES)), fichiers["colonnes"], ETATS["colonnes"])
    page.get_by_label("La colonne D donne").focus()
    page.keyboard.type("Valeur")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Appliquer ces réponses").click()
    expect(page.get_by_text("5. Publier")).to_be_visible(timeout=60_000)


def test_a_file_too_big_is_refused_in_plain_sight(page_a: Callable[..., Page], ouvrir: Callable[..., Page],
                                                  tmp_path: Path) -> None:
    with (tmp_path / "zeros.csv").open("wb") as flux:
        flux.truncate(300 * 1024**2)
    page = settle(ouvrir(page_a(375), HEURES))
    page.set_input_files(FICHIER, str(tmp_path / "zeros.csv"))
    expect(page.get_by_role("alert")).to_contain_text("Le fichier dépasse 200\u00a0Mo\u00a0: le découper en plusieurs fichiers.")
    assert page.get_by_role("alert").bounding_box()["height"] > 15


def test_a_visit_through_a_relay_gets_the_template_and_the_reason(page_a: Callable[..., Page],
                                                                  ouvrir: Callable[..., Page]) -> None:
    page = settle(ouvrir(page_a(1280, extra_http_headers={"X-Forwarded-For": "203.0.113.7"}), HEURES))
    expect(page.locator(".bandeau")).to_contain_text("passe par un relais")
    expect(page.get_by_role("button", name="Modèle en CSV")).to_be_visible()
    assert page.locator(FICHIER).count() == 0
