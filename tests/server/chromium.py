"""The browser already on the machine, and what a page does wrong in it."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HEIGHTS = {1280: 900, 375: 812}
TIME_LIMIT = 30_000


def give_up(reason: str) -> None:
    """Skip on a machine without the tool, with a line that says so; fail in CI, where it must be there."""
    if os.environ.get("CI"):
        pytest.fail(f"{reason} (obligatoire en intégration continue)", pytrace=False)
    pytest.skip(reason)


def find_browser() -> str:
    """Return the path of the first Chromium found."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        give_up(f"Aucun navigateur parmi {', '.join(NAMES)} : vérifications dans le navigateur non faites")
    return found


@contextmanager
def launch() -> Iterator[Browser]:
    """Open a headless browser."""
    executable = find_browser()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        yield browser
        browser.close()


def open_page(browser: Browser, width: int, anomalies: list[str], **options: object) -> Page:
    """Open an empty page in an English browser: what is French on screen is French for everybody."""
    viewport = {"width": width, "height": HEIGHTS.get(width, 900)}
    page = browser.new_context(locale="en-US", viewport=viewport, **options).new_page()
    page.set_default_timeout(TIME_LIMIT)
    watch(page, anomalies)
    return page


def watch(page: Page, anomalies: list[str]) -> None:
    """Collect console errors (broken security rules are among them), script errors and requests to another site."""

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error" and not is_address_search(message):
            anomalies.append(f"console : {message.text}")

    def on_request(request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in {"http", "https"} and address.hostname != "127.0.0.1":
            anomalies.append(f"autre site : {request.url}")

    page.on("console", on_console)
    page.on("request", on_request)
    page.on("pageerror", lambda error: anomalies.append(f"script : {error}"))


def is_address_search(message: ConsoleMessage) -> bool:
    """Tell apart Streamlit's own search for its server: from /page it first tries /page/_stcore/…, and gets a 404."""
    path = urlsplit(message.location.get("url", "")).path
    return "404" in message.text and "/_stcore/" in path and not path.startswith("/_stcore/")


def wait_until_drawn(page: Page) -> None:
    """Wait until Streamlit has run the page's script to its end: it says that nothing runs before it starts too, so its
    title is awaited first."""
    page.wait_for_selector("[data-testid=stMain] h1")
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", state="attached")
