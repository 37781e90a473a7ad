"""The journal of a running server: events that help, and nothing of who visits or of what they deposit."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.server.chromium import launch, open_page, wait_until_drawn
from tests.server.lancement import PROJECT, fetch, serve
from tests.store.publication import publish_hours

SECRET, TELEPHONE = "secret-de-la-visite", "0612345678"


@pytest.fixture(scope="module")
def lignes(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What the real server wrote during a visit, a refused deposit and a page that failed."""
    dossier = tmp_path_factory.mktemp("journal")
    fichier = dossier / f"releve-{TELEPHONE}.csv"
    fichier.write_text(f"operation;annee;valeur\nAppeler {TELEPHONE};2025;12\n", "utf-8")
    journal = dossier / "serveur.log"
    avant = dict(os.environ)
    os.environ |= {"SPAPSER_JOURNAL": "json", "SPAPSER_DEPOT": str(dossier / "depot")}
    try:
        publish_hours()
        with serve(PROJECT, journal) as port, launch() as chromium:
            fetch(port, f"/donnees/{SECRET}?q={SECRET}", Cookie=SECRET, User_Agent=SECRET)
            page = open_page(chromium, 1280, [])
            page.goto(f"http://127.0.0.1:{port}/deposer?jeu=insertion_operations&q={SECRET}")
            wait_until_drawn(page)
            page.set_input_files("[data-testid=stFileUploaderDropzoneInput]", fichier)
            expect(page.get_by_text("Le fichier contient des données personnelles").first).to_be_visible()
            (dossier / "depot" / "editions" / "000001.json").write_bytes(b"{")
            fetch(port, "/donnees/marches.csv")
    finally:
        os.environ.clear()
        os.environ |= avant
    return [ligne for ligne in journal.read_text("utf-8").splitlines() if ligne.strip() and "SPAPSER est prêt" not in ligne]


def test_every_line_is_an_event(lignes: list[str]) -> None:
    lues = [json.loads(ligne) for ligne in lignes]
    assert [ligne for ligne in lues if not {"date", "niveau", "evenement", "source"} <= set(ligne)] == []
    (depart,) = [ligne["phrase"] for ligne in lues if ligne["evenement"] == "demarrage" and "Version" in ligne["phrase"]]
    assert "édition 1" in depart


def test_nothing_of_a_visit_or_of_a_deposit_is_written(lignes: list[str]) -> None:
    tout = "\n".join(lignes)
    assert [mot for mot in (SECRET, TELEPHONE, "127.0.0.1", "releve-", "HeadlessChrome") if mot in tout] == []


def test_errors_are_told_by_kind_and_place_only() -> None:
    code = ("import logging, spapser.server.journal as j\n"
            "j.open_journal()\n"
            f"try: raise ValueError('{TELEPHONE}')\n"
            "except ValueError as e:\n"
            "    logging.getLogger('uvicorn.error').exception('GET /?q=%s', 'x')\n"
            "    logging.getLogger('streamlit.web').error('visite de 192.0.2.1')\n"
            "    logging.getLogger('spapser.essai').error('perdu', exc_info=e, extra={'evenement': 'erreur', "
            "'identifiant': 'ab12'})\n")
    fini = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, text=True,
                          capture_output=True, env=os.environ | {"SPAPSER_JOURNAL": "json"}, timeout=60, check=True)
    technique, autre, erreur = (json.loads(ligne) for ligne in fini.stderr.splitlines())
    assert (technique["evenement"], technique["genre"]) == ("technique", "ValueError")
    assert autre["source"] == "streamlit.web"
    assert (erreur["identifiant"], erreur["genre"], erreur["trace"]) == ("ab12", "ValueError", ["<string>:3 <module>"])
    assert TELEPHONE not in fini.stderr
    assert "192.0.2.1" not in fini.stderr


def test_a_publication_is_an_event(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path / "depot"))
    with caplog.at_level("INFO", "spapser.store.publication"):
        publish_hours()
    (ecrit,) = [r for r in caplog.records if getattr(r, "evenement", "") == "publication"]
    assert (ecrit.edition, ecrit.nature) == (1, "depot")
    assert "Camille" not in str(vars(ecrit))
