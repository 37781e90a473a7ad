"""The page of exports: every format with what it is for, its size, an address that answers; for the year or one fiche."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from spapser.exports.formats import FORMATS, find_format
from spapser.store import load_edition
from spapser.typographie import insecables
from spapser.ui.exporter import format_taille
from spapser.ui.restitution import DocumentImpossible, open_contenu, open_edition
from tests.pages.ecran import ANNEES, Ecran
from tests.server.lancement import PROJECT

LIEN = re.compile(r'href="donnees/([^"?]+)"')


def open_page(**demandes: str) -> Ecran:
    essai = AppTest.from_file(PROJECT / "app.py", default_timeout=120)
    for nom, valeur in demandes.items():
        essai.query_params[nom] = valeur
    essai.run()
    return Ecran(essai.switch_page("pages/exporter.py").run())


def list_liens(vu: Ecran) -> list[str]:
    return LIEN.findall("".join(vu.htmls))


@pytest.mark.parametrize("annee", ANNEES)
def test_each_format_has_its_card_with_purpose_size_and_address(ecran: Callable[[str, int], Ecran], annee: int) -> None:
    vu = ecran("exporter", annee)
    html, liens = "".join(vu.htmls), list_liens(vu)
    for forme in FORMATS:
        nom = forme.nom_fichier(annee)
        assert nom in liens
        assert insecables(forme.usage) in vu.elements("p")
        if forme.leger:
            taille = format_taille(len(open_contenu(nom, load_edition(0)).octets))
            assert f"{forme.extension.upper()} · {taille}" in html.replace("&nbsp;", "\u00a0")


def test_every_address_of_the_page_leads_to_a_file(ecran: Callable[[str, int], Ecran]) -> None:
    connus = open_edition(load_edition(0)).fichiers
    for annee in ANNEES:
        assert [nom for nom in list_liens(ecran("exporter", annee)) if nom not in connus and nom != "index"] == []


def test_each_drawn_chart_is_offered_as_image(ecran: Callable[[str, int], Ecran]) -> None:
    images = [nom for nom in list_liens(ecran("exporter", ANNEES[-1])) if nom.startswith("figure-")]
    bilan = open_edition(load_edition(0)).contextes[ANNEES[-1], ""].bilan
    dessines = [graphique for section in bilan.sections for graphique in section.graphiques]
    assert len(images) == 2 * len(dessines) > 20
    assert open_contenu(images[0], load_edition(0)).octets.startswith(b"<svg")


def test_a_format_that_fails_hides_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    pdf, contexte = find_format("pdf"), open_edition(load_edition(0)).contextes[ANNEES[-1], "fa06"]
    nom = pdf.nom_fichier(ANNEES[-1], "fa06")

    def fail() -> bytes:
        raise ZeroDivisionError

    fichiers = open_edition(load_edition(0)).fichiers
    monkeypatch.setitem(fichiers, nom, replace(fichiers[nom], fabrique=fail))
    vu = open_page(emporter=f"Fiche 6 · {contexte.fiches[0].titre_court}", annee=str(ANNEES[-1]))
    assert [erreur.value for erreur in vu.essai.exception] == []
    assert {forme.nom_fichier(ANNEES[-1], "fa06") for forme in FORMATS if forme.par_fiche} <= set(list_liens(vu))
    with pytest.raises(DocumentImpossible, match="bilan-fa06"):
        open_contenu(nom, load_edition(0))


def test_one_fiche_is_chosen_in_the_address() -> None:
    vu = open_page(emporter="Fiche 4 · Heures d’insertion", annee="2024")
    liens = list_liens(vu)
    assert {forme.nom_fichier(2024, "fa04") for forme in FORMATS if forme.par_fiche} <= set(liens)
    assert [nom for nom in liens if nom.startswith("figure-") and "fa04" not in nom] == []
    assert "paquet.zip" not in liens
    assert any("fiche 4" in titre for titre in vu.elements("h2"))


def test_the_data_page_leads_there(ecran: Callable[[str, int], Ecran]) -> None:
    liens = [noeud.proto.page for noeud in ecran("donnees", ANNEES[-1]).noeuds if noeud.type == "page_link"]
    assert liens == ["exporter"]


@pytest.mark.parametrize(("octets", "texte"), [(1, "1\u00a0ko"), (84_300, "84\u00a0ko"), (999_999, "1\u00a0Mo"),
                                               (1_240_000, "1,2\u00a0Mo")])
def test_a_size_is_written_as_people_say_it(octets: int, texte: str) -> None:
    assert format_taille(octets) == texte
