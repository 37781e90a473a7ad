"""The real server while its folder of editions goes away and comes back, or is damaged: figures or a sentence, never a trace."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from spapser.store import Edition, load_edition
from tests.pages.depot import publish_rows, shift_year
from tests.server.chromium import launch, open_page, wait_until_drawn
from tests.server.lancement import PROJECT, fetch, serve

HEURES = "insertion_operations"
PAGES = ("", "fa04_heures_insertion", "donnees", "journal")
FICHIERS = (f"/donnees/{HEURES}.csv", "/donnees/resultats-2025.csv", "/donnees/index", "/donnees/marches.csv?edition=1")
INTERDITS = ("Traceback", "IO Error", "Exception", ".py", "No such file", "n’a pas pu être calculée",
             "Aucune publication")


class Service:
    """A running server, a browser in front of it, and its folder."""

    def __init__(self, port: int, page: Page, depot: Path) -> None:
        self.port, self.page, self.depot = port, page, depot

    def read(self, adresse: str) -> str:
        """What a page says."""
        self.page.goto(f"http://127.0.0.1:{self.port}/{adresse}")
        wait_until_drawn(self.page)
        return self.page.locator("[data-testid=stMain]").inner_text()

    def ask_sante(self) -> dict:
        return json.loads(fetch(self.port, "/sante")[2])


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    dossier = tmp_path_factory.mktemp("service")
    depot = dossier / "depot"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPAPSER_DEPOT", str(depot))
        annee, lignes = shift_year(HEURES)
        publish_rows(HEURES, annee, lignes, "heures 2025.csv")
        publish_rows(HEURES, annee, lignes[:3], "heures 2025 bis.csv")
        with serve(PROJECT, dossier / "serveur.log") as port, launch() as chromium:
            yield Service(port, open_page(chromium, 1280, []), depot)


def rename(depot: Path) -> Callable[[], None]:
    parti = depot.rename(depot.with_name("parti"))
    return lambda: parti.rename(depot) and None


def unmount(depot: Path) -> Callable[[], None]:
    revenir = rename(depot)
    depot.mkdir()
    return lambda: depot.rmdir() or revenir()


def check_well(service: Service, edition: int) -> None:
    """Everything is served, and nothing is remarked."""
    assert (service.ask_sante()["etat"], service.ask_sante()["edition"]) == ("ok", edition)
    for adresse in PAGES:
        texte = service.read(adresse)
        assert [mot for mot in (*INTERDITS, "ne répond plus", "entière, est montrée") if mot in texte] == []
    assert [fetch(service.port, chemin)[0] for chemin in FICHIERS] == [200] * len(FICHIERS)


@pytest.mark.parametrize("partir", [rename, unmount])
def test_a_folder_gone_and_back_while_the_server_runs(service: Service, partir: Callable) -> None:
    check_well(service, 2)
    avant = service.read("fa04_heures_insertion")
    revenir = partir(service.depot)
    try:
        check_gone(service, avant)
    finally:
        revenir()
    check_well(service, 2)


def check_gone(service: Service, avant: str) -> None:
    """Figures stay, with a sentence about the folder; a file is served or refused in words."""
    sante = service.ask_sante()
    assert (sante["etat"], sante["edition"]) == ("dégradé", 2)
    assert sante["remarque"].startswith("Le dossier des éditions ne répond plus : ")
    for adresse in PAGES:
        texte = service.read(adresse)
        assert [mot for mot in INTERDITS if mot in texte] == []
        assert "Le dossier des éditions ne répond plus" in texte.replace("\u00a0", " ")
    restees = set(avant.splitlines()) & set(service.read("fa04_heures_insertion").splitlines())
    assert len(restees) > 0.9 * len(set(avant.splitlines()))
    for chemin in FICHIERS:
        statut, _, corps = fetch(service.port, chemin)
        assert statut in (200, 503)
        assert [mot for mot in INTERDITS if mot in corps.decode("utf-8", "replace")] == []


def flip(edition: Edition) -> tuple[Path, bytes]:
    """One byte of the rows of an edition, changed; its file as it was."""
    (partie,) = edition.parties
    fichier = edition.chemin(partie)
    entier = fichier.read_bytes()
    fichier.write_bytes(entier[:40] + bytes([entier[40] ^ 1]) + entier[41:])
    return fichier, entier


def spoil(edition: Edition) -> tuple[Path, bytes]:
    """One letter of its manifest changed: it is still JSON."""
    fichier = edition.depot / "editions" / f"{edition.numero:06d}.json"
    entier = fichier.read_bytes()
    fichier.write_bytes(entier.replace(b"bis.csv", b"ter.csv", 1))
    return fichier, entier


@pytest.mark.parametrize("abimer", [flip, spoil])
def test_an_edition_altered_while_the_server_runs(service: Service, abimer: Callable) -> None:
    check_well(service, 2)
    fichier, entier = abimer(load_edition(2))
    try:
        check_fallen_back(service, fichier)
    finally:
        fichier.write_bytes(entier)
    check_well(service, 2)


def check_fallen_back(service: Service, fichier: Path) -> None:
    """The edition before is served whole, and the altered file is named on every page and by /sante."""
    sante = service.ask_sante()
    assert (sante["etat"], sante["edition"], fichier.name in sante["remarque"]) == ("dégradé", 1, True)
    for adresse in PAGES[:3]:
        texte = service.read(adresse).replace("\u00a0", " ")
        assert "En attendant, l’édition 1, entière, est montrée." in texte
        assert f"« {fichier.name} »" in texte
        assert [mot for mot in INTERDITS if mot in texte] == []
    statut, _, corps = fetch(service.port, f"/donnees/{HEURES}.csv")
    assert (statut, corps) == (200, fetch(service.port, f"/donnees/{HEURES}.csv?edition=1")[2])
    assert fetch(service.port, f"/donnees/{HEURES}.csv?edition=2")[0] in (200, 503)


@pytest.mark.parametrize("abimer", [flip, spoil])
def test_an_edition_altered_before_the_server_opens_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                                       service: Service, abimer: Callable) -> None:
    fichier, entier = abimer(load_edition(2))
    try:
        with serve(PROJECT, tmp_path / "serveur.log") as port:
            check_fallen_back(Service(port, service.page, service.depot), fichier)
        assert f"« {fichier.name} »" in (tmp_path / "serveur.log").read_text("utf-8").replace("\u00a0", " ")
    finally:
        fichier.write_bytes(entier)
