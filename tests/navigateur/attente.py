"""Waiting for states of a page, never for a time."""

from playwright.sync_api import Page

from tests.server.chromium import wait_until_drawn

PEINTS = """() => !document.querySelector('[data-testid=stSkeleton]')
    && [...document.querySelectorAll('[data-testid=stPlotlyChart]')].every(
        cadre => cadre.querySelector('.main-svg :is(.trace, .shapelayer) path'))"""


def settle(page: Page) -> Page:
    """Wait for the foot of the page, for the end of the script, and for every chart to be painted."""
    wait_until_drawn(page)
    page.wait_for_selector("footer.pied", state="attached")
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", state="attached")
    page.wait_for_function(PEINTS)
    return page


def unfold(page: Page) -> int:
    """Open every folding block of the page and return how many there are.

    What is waited for is a function: an expression would be evaluated by the page, and its content policy refuses that.
    """
    blocs = "[...document.querySelectorAll('.stApp details')]"
    page.evaluate(f"{blocs}.filter(bloc => !bloc.open).forEach(bloc => bloc.querySelector('summary').click())")
    page.wait_for_function(f"() => {blocs}.every(bloc => bloc.open)")
    page.wait_for_function("() => document.getAnimations().every(animation => animation.playState !== 'running')")
    return page.evaluate(f"{blocs}.length")
