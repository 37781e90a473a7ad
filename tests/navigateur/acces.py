"""A product with accounts or a provider in front of it, and what somebody does there."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect

from tests.navigateur.attente import settle
from tests.server.lancement import PROJECT, free_port, serve

HEURES = "Opération;Type;Année;Valeur\nCollecte des ordures ménagères;Services;{annee};70 100,5\n"
DEPOT = "/deposer?jeu=Heures%20d%E2%80%99insertion%20par%20op%C3%A9ration"
FICHIER = "[data-testid=stFileUploader] input[type=file]"


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


def open_at(page: Page, adresse: str) -> Page:
    """Show an address and wait until it is drawn."""
    page.goto(adresse)
    return settle(page)


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


def replay(page: Page, temoins: list) -> Page:
    """A browser that somebody gave a copy of the cookies to."""
    contexte: BrowserContext = page.context.browser.new_context(locale="fr-FR")
    contexte.add_cookies(temoins)
    return contexte.new_page()
