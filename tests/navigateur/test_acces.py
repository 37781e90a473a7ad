"""Who may write, in a real browser: an OIDC provider, local accounts, and the roles that each of them gives.

Each visit goes through everything once: a start of the product costs more than what is asked of it.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import oidc_provider_mock
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from spapser.acces.audit import read_entries, verify_chain
from spapser.store import load_edition
from tests.navigateur.attente import settle
from tests.server.chromium import wait_until_drawn
from tests.server.lancement import PROJECT, environment, free_port, serve

SECRET = "quatre mots sans lien"
HEURES = "Opération;Type;Année;Valeur\nCollecte des ordures ménagères;Services;{annee};70 100,5\n"
DEPOT = "/deposer?jeu=Heures%20d%E2%80%99insertion%20par%20op%C3%A9ration"
FICHIER = "[data-testid=stFileUploader] input[type=file]"
LISTE = """
[fournisseur]
nom = "Identité d’essai"

[[acces]]
role = "agent"
groupe = "finances"

[[acces]]
role = "responsable"
courriel = "camille@ept.fr"
"""
SECRETS = """
[auth]
redirect_uri = "{adresse}/oauth2callback"
cookie_secret = "un secret de test, long et sans valeur"
expose_tokens = ["access"]
client_id = "spapser"
client_secret = "essai"
server_metadata_url = "{fournisseur}/.well-known/openid-configuration"
"""
PERSONNES = [("anne@ept.fr", "Anne Martin", ["finances"]), ("camille@ept.fr", "Camille Durand", []),
             ("paul@exemple.fr", "Paul Dupont", ["autre"])]


@contextmanager
def serve_with(dossier: Path, port_secrets: Callable[[str], str] | None, **milieu: str) -> Iterator[str]:
    """The product with an environment and secrets of its own; its address."""
    avant = dict(os.environ)
    port = free_port()
    adresse = f"http://127.0.0.1:{port}"
    try:
        os.environ.update(milieu)
        if port_secrets:
            fichier = dossier / "secrets.toml"
            fichier.write_text(port_secrets(adresse), "utf-8")
            os.environ["STREAMLIT_SECRETS_FILES"] = str(fichier)
        with serve(PROJECT, dossier / "serveur.log", port) as servi:
            yield f"http://127.0.0.1:{servi}"
    finally:
        os.environ.clear()
        os.environ.update(avant)


@pytest.fixture
def depot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the editions, seen from here too."""
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path / "depot"))
    return tmp_path


@pytest.fixture
def par_fournisseur(depot: Path) -> Iterator[str]:
    """The product in front of a provider that knows three persons."""
    (depot / "acces.toml").write_text(LISTE, "utf-8")
    with ExitStack() as pile:
        fournisseur = pile.enter_context(oidc_provider_mock.run_server_in_thread(user_claims=[
            oidc_provider_mock.User(sub=courriel, claims={"email": courriel, "name": nom, "groups": groupes})
            for courriel, nom, groupes in PERSONNES]))
        source = f"http://127.0.0.1:{fournisseur.server_port}"
        yield pile.enter_context(serve_with(depot, lambda adresse: SECRETS.format(adresse=adresse, fournisseur=source),
                                            SPAPSER_ACCES=str(depot / "acces.toml")))


def open_at(page: Page, adresse: str) -> Page:
    """Show an address and wait until it is drawn."""
    page.goto(adresse)
    return settle(page)


def enter(page: Page, adresse: str, courriel: str) -> Page:
    """Sign in with the provider, as a person does."""
    open_at(page, adresse + DEPOT)
    page.locator(".stMain").get_by_role("button", name="Se connecter avec Identité d’essai").click()
    page.locator("input[name=sub]").fill(courriel)
    page.get_by_role("button", name="Authorize").click()
    page.wait_for_url(f"{adresse}/**")
    wait_until_drawn(page)
    return open_at(page, adresse + DEPOT)


def drop(page: Page, annee: int) -> None:
    """Drop a file and wait for its effect."""
    contenu = HEURES.format(annee=annee).encode()
    page.set_input_files(FICHIER, {"name": "heures.csv", "mimeType": "text/csv", "buffer": contenu})
    expect(page.get_by_role("heading", name="5. Publier")).to_be_visible(timeout=60_000)
    settle(page)


def leave(page: Page, adresse: str) -> None:
    """Press « Se déconnecter »."""
    page.get_by_role("button", name="Se déconnecter").click()
    expect(page.get_by_role("button", name="Se déconnecter")).to_have_count(0)


def list_faults(page: Page, run_axe: Callable[[Page], list[str]]) -> list[str]:
    """What is wrong with a page for whoever reads it on a phone or with a screen reader."""
    faults = run_axe(page)
    for largeur in (375, 1280):
        page.set_viewport_size({"width": largeur, "height": 900})
        if page.evaluate("document.documentElement.scrollWidth") > largeur:
            faults.append(f"dépasse {largeur} px")
    return faults


def test_a_provider_gives_each_person_their_role(page_a: Callable[..., Page], par_fournisseur: str, anomalies: list[str],
                                                 run_axe: Callable[[Page], list[str]]) -> None:
    adresse, page = par_fournisseur, page_a(1280)
    expect(open_at(page, adresse + DEPOT).locator(".stMain .bandeau")).to_contain_text("Il faut se connecter")
    expect(page.locator(FICHIER)).to_have_count(0)
    fautes = list_faults(page, run_axe)

    enter(page, adresse, "anne@ept.fr")
    expect(page.locator(".st-key-identite")).to_contain_text("Anne Martin, agent")
    drop(page, 2025)
    expect(page.get_by_text("publier une édition demande le rôle")).to_be_visible()
    expect(page.get_by_role("button", name="Publier une nouvelle édition")).to_have_count(0)
    fautes += list_faults(page, run_axe)
    temoins = page.context.cookies()
    leave(page, adresse)
    assert load_edition().numero == 0

    copie = replay(page, temoins)
    expect(open_at(copie, adresse + DEPOT).locator(".stMain .bandeau")).to_contain_text("Votre session est finie")
    copie.close()

    enter(page, adresse, "paul@exemple.fr")
    expect(page.locator(".stMain .bandeau")).to_contain_text("paul@exemple.fr ne figure pas parmi les personnes qui déposent")
    expect(page.locator(FICHIER)).to_have_count(0)
    leave(page, adresse)

    enter(page, adresse, "camille@ept.fr")
    drop(page, 2025)
    expect(page.locator(".signataire")).to_contain_text("Camille Durand")
    expect(page.get_by_label("Votre nom ou votre service")).to_have_count(0)
    page.get_by_label("Motif").fill("Heures de l’année")
    page.get_by_role("button", name="Publier une nouvelle édition").click()
    expect(page.locator(".bandeau.succes")).to_contain_text("publiée et relue", timeout=60_000)
    publication = load_edition(1).publication
    assert (publication.auteur, publication.compte) == ("Camille Durand", "camille@ept.fr")
    assert [(ligne["acte"], ligne["compte"]) for ligne in read_entries()] == [("publication", "camille@ept.fr")]
    assert (verify_chain().faute, fautes) == ("", [])
    anomalies.clear()  # the pages of the provider are another site


def replay(page: Page, temoins: list) -> Page:
    """A browser that somebody gave a copy of the cookies to."""
    contexte: BrowserContext = page.context.browser.new_context(locale="fr-FR")
    contexte.add_cookies(temoins)
    return contexte.new_page()


@pytest.fixture
def par_compte(depot: Path) -> Iterator[str]:
    """The product with two local accounts."""
    for nom, role in (("anne", "agent"), ("camille", "responsable")):
        subprocess.run([sys.executable, "-m", "spapser", "compte", "creer", nom, "--nom", nom.title(), "--role", role],
                       cwd=PROJECT, env=environment(), input=f"{SECRET}\n", text=True, check=True, capture_output=True)
    with serve_with(depot, None) as adresse:
        yield adresse


def sign_in(page: Page, adresse: str, nom: str, mot: str = SECRET) -> None:
    """Fill the form of the local accounts."""
    open_at(page, adresse + DEPOT)
    page.locator(".stMain").get_by_role("link", name="Se connecter").click()
    page.get_by_label("Identifiant").fill(nom)
    page.get_by_label("Mot de passe").fill(mot)
    page.get_by_role("button", name="Se connecter").click()


def test_a_local_account_signs_in_publishes_and_undoes_then_leaves(page_a: Callable[..., Page], par_compte: str,
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
