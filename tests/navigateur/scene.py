"""A slide in a browser: which one is shown, among how many."""

from playwright.sync_api import Page, expect

SCENE = {"width": 1280, "height": 720}


def expect_diapo(page: Page, numero: int) -> None:
    expect(page.locator("[data-diapo]")).to_have_attribute("data-diapo", str(numero))


def read_total(page: Page) -> int:
    return int(page.locator("[data-diapo]").get_attribute("data-total"))
