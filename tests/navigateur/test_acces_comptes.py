"""Who may write, in a real browser: a local account signs in, publishes, undoes and leaves, all in one visit."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from spapser.acces.audit import verify_chain
from spapser.store import load_edition
from tests.navigateur.acces import DEPOT, drop, leave, list_faults, open_at, replay, serve_with
from tests.navigateur.attente import settle
from tests.server.lancement import PROJECT, environment

SECRET = "quatre mots sans lien"


@pytest.fixture
def par_compte(dossier_vu: Path) -> Iterator[str]:
    """The product with two local accounts."""
    for nom, role in (("anne", "agent"), ("camille", "responsable")):
        subprocess.run([sys.executable, "-m", "spapser", "compte", "creer", nom, "--nom", nom.title(), "--role", role],
                       cwd=PROJECT, env=environment(), input=f"{SECRET}\n", text=True, check=True, capture_output=True)
    with serve_with(dossier_vu, None) as adresse:
        yield adresse


def sign_in(page: Page, adresse: str, nom: str, mot: str = SECRET) -> None:
    """Fill the form of the local accounts."""
    open_at(page, adresse + DEPOT)
    page.locator(".stMain").get_by_role("link", name="Se connecter").click()
    page.get_by_label("Identifiant").fill(nom)
    page.get_by_label("Mot de passe").fill(mot)
    page.get_by_role("button", name="Se connecter").click()


def test_a_local_account_signs_in_publishes_and_undoes_then_leaves(par_compte: str, page_a: Callable[..., Page],
                                                                   anomalies: list[str],
                                                                   run_axe: Callable[[Page], list[str]]) -> None:
    adresse, page = par_compte, page_a(1280)
    sign_in(page, adresse, "camille", "ce n’est pas celui-là")
    expect(page.get_by_role("alert")).to_have_text("Identifiant ou mot de passe incorrect.")
    fautes = list_faults(page, run_axe)
    sign_in(page, adresse, "camille")
    page.wait_for_url("**/deposer")
    open_at(page, adresse + DEPOT)
    (temoin,) = [c for c in page.context.cookies() if c["name"] == "spapser_session"]
    assert (temoin["httpOnly"], temoin["sameSite"]) == (True, "Strict")
    drop(page, 2025)
    page.get_by_label("Motif").fill("Heures de l’année")
    page.get_by_role("button", name="Publier une nouvelle édition").click()
    expect(page.locator(".bandeau.succes")).to_contain_text("publiée et relue", timeout=60_000)
    open_at(page, f"{adresse}/journal")
    page.get_by_role("button", name="Voir ce que l’annulation changerait").click()
    page.get_by_label("Motif").fill("Mauvais fichier")
    page.get_by_role("button", name="Annuler l’édition 1").click()
    expect(page.locator(".bandeau.succes")).to_contain_text("l’édition 1 est annulée", timeout=60_000)
    fautes += list_faults(settle(page), run_axe)
    leave(page, adresse)
    copie = replay(page, [temoin])
    expect(open_at(copie, adresse + DEPOT).locator(".stMain .bandeau")).to_contain_text("Votre session est finie")
    copie.context.close()
    assert [(e.publication.auteur, e.publication.compte) for e in map(load_edition, (1, 2))] == [("Camille", "camille")] * 2
    assert (verify_chain().faute, fautes) == ("", [])
    anomalies[:] = [anomalie for anomalie in anomalies if "401" not in anomalie]
