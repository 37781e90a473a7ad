"""Who may write, in a real browser: an OIDC provider, and the role that it gives to each.

The visit goes through everything once: a start of the product costs more than what is asked of it.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import oidc_provider_mock
import pytest
from playwright.sync_api import Page, expect

from spapser.acces.audit import read_entries, verify_chain
from spapser.store import load_edition
from tests.navigateur.acces import DEPOT, FICHIER, drop, leave, list_faults, open_at, replay, serve_with
from tests.server.chromium import wait_until_drawn

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




@pytest.fixture
def par_fournisseur(dossier_vu: Path) -> Iterator[str]:
    """The product in front of a provider that knows three persons."""
    (dossier_vu / "acces.toml").write_text(LISTE, "utf-8")
    with ExitStack() as pile:
        fournisseur = pile.enter_context(oidc_provider_mock.run_server_in_thread(user_claims=[
            oidc_provider_mock.User(sub=courriel, claims={"email": courriel, "name": nom, "groups": groupes})
            for courriel, nom, groupes in PERSONNES]))
        source = f"http://127.0.0.1:{fournisseur.server_port}"
        yield pile.enter_context(serve_with(dossier_vu, lambda adresse: SECRETS.format(adresse=adresse, fournisseur=source),
                                            SPAPSER_ACCES=str(dossier_vu / "acces.toml")))


def enter(page: Page, adresse: str, courriel: str) -> Page:
    """Sign in with the provider, as a person does."""
    open_at(page, adresse + DEPOT)
    page.locator(".stMain").get_by_role("button", name="Se connecter avec Identité d’essai").click()
    page.locator("input[name=sub]").fill(courriel)
    page.get_by_role("button", name="Authorize").click()
    page.wait_for_url(f"{adresse}/**")
    wait_until_drawn(page)
    return open_at(page, adresse + DEPOT)


def test_a_provider_gives_each_person_their_role(par_fournisseur: str, page_a: Callable[..., Page], anomalies: list[str],
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
