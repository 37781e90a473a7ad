"""Going through a page with the Tab key, every stop being seen."""

from playwright.sync_api import Page

PAS = 160
NOMME = """(nom) => {
    const actif = document.activeElement, etiquettes = [...(actif.labels || [])].map(e => e.innerText).join(' ');
    return actif.matches('summary, button, a, input')
        && `${actif.getAttribute('aria-label') || ''} ${actif.innerText || ''} ${etiquettes}`.includes(nom);
}"""
SANS_MARQUE = """() => {
    const actif = document.activeElement, style = getComputedStyle(actif), cadre = actif.getBoundingClientRect();
    const marque = style.outlineStyle !== 'none' || style.boxShadow !== 'none', dehors = cadre.right <= 0;
    const nom = `${dehors ? 'hors de l’écran ' : ''}${actif.tagName} ${actif.innerText.trim().slice(0, 30)}`;
    return marque && !dehors || actif.matches('main, body') ? '' : nom;
}"""


def list_unseen(page: Page, nom: str) -> list[str]:
    """Press Tab until the element of that name has the focus; name the stops on the way that did not show it."""
    invisibles = []
    for _ in range(PAS):
        page.keyboard.press("Tab")
        invisibles.append(page.evaluate(SANS_MARQUE))
        if page.evaluate(NOMME, nom):
            return [element for element in invisibles if element]
    raise AssertionError(f"« {nom} » n’est pas atteint par la touche Tabulation")


def tab_to(page: Page, nom: str) -> None:
    """The same, every stop having been seen; a field marks its border, which its own style does not tell."""
    assert [element for element in list_unseen(page, nom) if element != "INPUT "] == []


def sign(page: Page, motif: str) -> None:
    """Go to the signature, type a name and a reason, and publish."""
    tab_to(page, "Votre nom ou votre service")
    page.keyboard.type("Camille Durand")
    page.keyboard.press("Tab")
    page.keyboard.type(motif)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
