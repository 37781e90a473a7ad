"""The keys of the stage: each moves as it says, none is lost, those of the browser stay its own."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.navigateur.scene import expect_diapo, read_total


def test_keys_go_through_the_slides_and_the_address_follows(ouvre: Callable[..., Page]) -> None:
    page = ouvre("/presenter?diapo=1")
    total = read_total(page)
    pas = (("ArrowRight", 2), ("PageDown", 3), ("ArrowDown", 4), ("ArrowLeft", 3), ("PageUp", 2), ("ArrowUp", 1),
           ("ArrowLeft", 1), ("End", total), ("ArrowRight", total), ("Home", 1))
    for touche, numero in pas:
        page.keyboard.press(touche)
        expect_diapo(page, numero)
        expect(page).to_have_url(re.compile(rf"[?&]diapo={numero}(&|$)"))


def test_a_key_pressed_while_the_bar_is_being_drawn_is_not_lost(ouvre: Callable[..., Page]) -> None:
    page = ouvre("/presenter?diapo=1")
    page.evaluate("""() => {
        const bouton = document.querySelector('.st-key-scene_suivante');
        bouton.classList.remove('st-key-scene_suivante');
        setTimeout(() => bouton.classList.add('st-key-scene_suivante'), 500);
    }""")
    page.keyboard.press("ArrowRight")
    expect_diapo(page, 2)


def test_keys_pressed_in_a_row_are_all_counted(ouvre: Callable[..., Page]) -> None:
    page = ouvre("/presenter?diapo=1")
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    expect_diapo(page, 7)


def test_the_full_screen_key_and_button_enter_and_leave(ouvre: Callable[..., Page]) -> None:
    page = ouvre("/presenter?diapo=3")
    for agir in (lambda: page.keyboard.press("f"), page.get_by_role("button", name="Plein écran").click):
        agir()
        page.wait_for_function("() => document.fullscreenElement !== null")
        page.keyboard.press("f")
        page.wait_for_function("() => document.fullscreenElement === null")
    expect_diapo(page, 3)


def test_keys_of_the_browser_and_of_streamlit_are_left_alone(ouvre: Callable[..., Page]) -> None:
    page = ouvre("/presenter?diapo=3")
    for touche in ("r", "c", "Control+ArrowRight", "Alt+F", "x", "Enter"):
        page.keyboard.press(touche)
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", state="attached")
    expect_diapo(page, 3)
    assert page.evaluate("() => document.fullscreenElement") is None
    assert page.get_by_role("dialog").count() == 0


def test_keys_stay_those_of_the_field_where_one_chooses(ouvre: Callable[..., Page]) -> None:
    page = ouvre("/presenter")
    page.get_by_role("combobox", name="Édition").focus()
    for touche in ("f", "End", "Home"):
        page.keyboard.press(touche)
    expect(page.locator("h1")).to_have_text("Présenter le bilan")
    assert page.evaluate("() => document.fullscreenElement") is None
