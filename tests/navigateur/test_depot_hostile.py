"""Files meant to harm, dropped on the page in a browser: one French sentence each, nothing published, the service goes on."""

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from spapser.store import list_numeros
from tests.depot.decp import MARCHE
from tests.depot.fichiers import HEURES, write_xlsx
from tests.navigateur.attente import settle
from tests.server.lancement import PROJECT, fetch, serve
from tests.server.seance import find_server, read_memory

FICHIER = "[data-testid=stFileUploader] input[type=file]"
CONTRATS, OPERATIONS = "Contrats", "Heures d’insertion par opération"
TITRES = "Opération;Type;Année;Valeur\n"
MILLIARD = ('<!DOCTYPE m [<!ENTITY a "rire">' + "".join(
    f'<!ENTITY {apres} "{f"&{avant};" * 10}">' for avant, apres in zip("abcdefghi", "bcdefghij", strict=True))
    + "]><marches><marche><id>&j;</id></marche></marches>").encode()
DEHORS = ('<!DOCTYPE m [<!ENTITY {0}a SYSTEM "{1}">{2}]><marches><marche><id>{3}</id><objet>{3}</objet></marche></marches>')


def zip_bomb() -> bytes:
    """A workbook of a few hundred kilobytes that would unfold into half a gigabyte."""
    with zipfile.ZipFile(io.BytesIO(write_xlsx({"F": HEURES}))) as sain:
        parties = {nom: sain.read(nom) for nom in sain.namelist()}
    flux = io.BytesIO()
    with zipfile.ZipFile(flux, "w", zipfile.ZIP_DEFLATED) as archive:
        for nom, contenu in (parties | {"xl/worksheets/sheet1.xml": bytes(500 << 20)}).items():
            archive.writestr(nom, contenu)
    return flux.getvalue()


def zip_in_zip() -> bytes:
    """An archive whose names leave their folder."""
    flux = io.BytesIO()
    with zipfile.ZipFile(flux, "w") as archive:
        archive.writestr("../../../../tmp/spapser-echappe", b"x")
        archive.writestr("xl/../../spapser-echappe.xml", b"x")
    return flux.getvalue()


def write_nombre(valeur: str) -> bytes:
    """A contract whose amount is this very number, as JSON writes it."""
    return json.dumps({"marches": {"marche": [MARCHE | {"montant": 0.125}]}}).replace("0.125", valeur).encode()


REFUSES = {
    "bombe.xlsx": (OPERATIONS, zip_bomb, "démesuré"), "echappe.xlsx": (OPERATIONS, zip_in_zip, "est une archive"),
    "milliard.xml": (CONTRATS, lambda: MILLIARD, "entités"),
    "passwd.xml": (CONTRATS, lambda: DEHORS.format("", "file:///etc/passwd", "", "&a;").encode(), "entités"),
    "reseau.xml": (CONTRATS, lambda: DEHORS.format("", "http://127.0.0.1:9/a", "", "&a;").encode(), "entités"),
    "parametre.xml": (CONTRATS, lambda: DEHORS.format("% ", "file:///etc/passwd", "%a;", "").encode(), "entités"),
    "profond.json": (CONTRATS, lambda: b'{"marches":[' + b"[" * 3_000_000, "64 niveaux"),
    "profond.xml": (CONTRATS, lambda: b"<marches><marche>" + b"<a>" * 1_000_000, "64 niveaux"),
    "long.json": (CONTRATS, lambda: write_nombre("9" * 100_000), "bien formé"),
    "exposant.json": (CONTRATS, lambda: write_nombre("1e" + "9" * 30), "bien formé"),
}
NOMBRES = ["1e309", "-1e309", "-1", "9" * 400, "Infinity", "0x10", "1e-400", "=1+1", "'; drop table marches; --"]
MONTANTS = ["1e309", "-1", "9" * 400, "-1e309"]


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where this product keeps its editions, its temporary files and its log."""
    return tmp_path_factory.mktemp("hostile")


@pytest.fixture(scope="module")
def adresse(dossier: Path) -> Iterator[str]:
    """The product over an empty folder of editions of its own."""
    with serve(PROJECT, dossier / "serveur.log", SPAPSER_DEPOT=str(dossier / "editions")) as port:
        yield f"http://127.0.0.1:{port}"


@pytest.fixture(autouse=True)
def indemne(adresse: str, dossier: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whatever was dropped: nothing published, no trace, bounded memory, and the service goes on."""
    port = int(adresse.rpartition(":")[2])
    yield
    monkeypatch.setenv("SPAPSER_DEPOT", str(dossier / "editions"))
    assert list_numeros() == [0]
    assert fetch(port, "/sante")[0] == 200
    assert read_memory(find_server(port), "VmHWM") < 1500
    assert not Path("/tmp/spapser-echappe").exists()
    journal = (dossier / "serveur.log").read_text("utf-8")
    assert not re.search(r"Traceback|root:|imprévue", journal)


@pytest.fixture
def deposer(page_a: Callable[..., Page], ouvrir: Callable[..., Page]) -> Callable[..., Page]:
    """A function that drops files on the page of a dataset, one after the other, and gives what the page says of each."""

    def drop(jeu: str, fichiers: Mapping[str, bytes], attendu: str) -> dict[str, str]:
        page, dits = settle(ouvrir(page_a(1280), f"/deposer?jeu={jeu.replace(' ', '+')}")), {}
        for nom, contenu in fichiers.items():
            page.set_input_files(FICHIER, {"name": nom, "mimeType": "application/octet-stream", "buffer": contenu})
            expect(page.locator(attendu).filter(has_text=nom)).to_be_visible(timeout=60_000)
            dits[nom] = settle(page).locator(attendu).inner_text()
            assert page.get_by_text("5. Publier").count() == page.get_by_text("à cocher à l’étape 3").count()
            assert "root:" not in page.content()
        return dits

    return drop


@pytest.mark.parametrize("jeu", [OPERATIONS, CONTRATS])
def test_each_file_meant_to_harm_is_refused_in_one_sentence(deposer: Callable[..., dict], dossier: Path, jeu: str) -> None:
    attendus = {nom: mots for nom, (vise, _, mots) in REFUSES.items() if vise == jeu}
    dits = deposer(jeu, {nom: REFUSES[nom][1]() for nom in attendus}, ".bandeau.faute")
    assert {nom: mots for nom, mots in attendus.items() if mots not in dits[nom]} == {}
    assert [dit for dit in dits.values() if len(re.findall(r"\.(?:\s|$)", dit)) != 1] == []
    assert [chemin.name for chemin in dossier.glob("spapser-*")] == []


def test_each_number_that_means_nothing_is_an_anomaly_of_its_cell(deposer: Callable[..., dict]) -> None:
    lignes = "".join(f'Collecte {rang};Services;2025;"{nombre}"\n' for rang, nombre in enumerate(NOMBRES))
    dit = deposer(OPERATIONS, {"heures.csv": f"{TITRES}{lignes}".encode()}, ".verdict")["heures.csv"]
    assert f"{len(NOMBRES)}\u00a0anomalies à corriger avant de publier" in dit


def test_an_amount_that_no_contract_has_is_a_point_to_confirm(deposer: Callable[..., dict]) -> None:
    fichiers = {f"montant {rang}.json": write_nombre(montant) for rang, montant in enumerate(MONTANTS)}
    assert [dit for dit in deposer(CONTRATS, fichiers, ".verdict").values() if not dit.startswith("À vérifier")] == []
