"""The statement and the glossary on screen, and what every page says of them at its foot."""

from collections.abc import Callable

import pytest

from spapser.catalogue.glossaire import load_glossaire
from spapser.ui.accessibilite import CONTACT
from spapser.ui.glossaire import link_termes
from tests.pages.ecran import PAGES, Ecran, visit


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_its_conformity_and_leads_to_the_statement(page: str, ecran: Callable[[str, int], Ecran]) -> None:
    pied = next(html for html in ecran(page, 2024).htmls if 'class="pied"' in html)
    assert 'href="./accessibilite?annee=2024"' in pied
    assert "non conforme" in pied
    assert 'href="donnees/edition-2024.html"' in pied


def test_the_statement_has_every_part_of_the_template(ecran: Callable[[str, int], Ecran]) -> None:
    texte = " ".join(ecran("accessibilite", 2024).htmls)
    for partie in ("État de conformité", "Résultats des essais", "Contenus non accessibles", "Établissement de cette déclaration",
                   "Retour d’information et contact", "Voies de recours", "Schéma pluriannuel", "Défenseur des droits",
                   "75342 Paris CEDEX 07", "27\u00a0novembre\u00a02026"):
        assert partie in texte, partie


def test_the_contact_is_a_setting_shown_as_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CONTACT, "accueil@exemple.fr <script>")
    texte = " ".join(visit("accessibilite", 2024).htmls)
    assert "accueil@exemple.fr &lt;script&gt;" in texte
    monkeypatch.delenv(CONTACT)
    assert "n’est pas réglée" in " ".join(visit("accessibilite", 2024).htmls)


def test_the_glossary_explains_every_term(ecran: Callable[[str, int], Ecran]) -> None:
    texte = " ".join(ecran("glossaire", 2024).htmls)
    assert [terme.sigle for terme in load_glossaire() if terme.sigle not in texte] == []


def test_the_first_mention_of_a_term_alone_leads_to_it_and_tags_are_left_alone() -> None:
    html = link_termes('<p title="SIAE">Les SIAE et les SIAE.</p>')
    assert html.count("<a ") == 1
    assert html.startswith('<p title="SIAE">Les <a class="terme" href="./glossaire?')
    assert html.count("terme=siae") == 1


def test_a_fiche_explains_its_words(ecran: Callable[[str, int], Ecran]) -> None:
    texte = " ".join(ecran("fa05_marches_reserves", 2024).htmls)
    assert 'href="./glossaire?annee=2024&amp;terme=' in texte
    assert "<dt>" in texte
    assert "structure d’insertion par l’activité économique" in texte
