"""The presentation without a browser: what the address says is what is shown, and every choice goes back into it."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.ecran import ANNEES, FICHES, Ecran, Lecteur
from tests.pages.scene import open_page

DERNIERE = ANNEES[-1]


def read_diapo(essai: AppTest) -> tuple[int, int, str]:
    """Number, total and title of the slide that is shown."""
    scene = next(html for html in Ecran(essai).htmls if "data-diapo" in html)
    numero, total = re.search(r'data-diapo="(\d+)" data-total="(\d+)"', scene).groups()
    return int(numero), int(total), next(texte for balise, texte in Lecteur(scene).elements if balise == "h1")


def read_adresse(essai: AppTest, nom: str) -> str:
    """One parameter of the address; AppTest gives a text or a list of one."""
    valeur = essai.query_params[nom]
    return valeur if isinstance(valeur, str) else valeur[0]


def read_codes(essai: AppTest) -> list[str]:
    return read_adresse(essai, "diapos").split(",")


def read_total() -> int:
    return read_diapo(open_page(diapo=1))[1]


def press(essai: AppTest, cle: str) -> AppTest:
    return essai.button(key=cle).click().run()


@pytest.mark.parametrize("annee", ANNEES)
def test_every_slide_runs_with_one_heading_and_no_frame(annee: int) -> None:
    total = read_diapo(open_page(annee=annee, diapo=1))[1]
    vus = set()
    for numero in range(1, total + 1):
        essai = open_page(annee=annee, diapo=numero)
        vu = Ecran(essai)
        assert [erreur.value for erreur in essai.exception] == []
        assert len(vu.elements("h1")) == 1
        assert [noeud for noeud in vu.noeuds if noeud.type == "button_group"] == []
        assert [html for html in vu.htmls if "<footer" in html] == []
        vus.add(read_diapo(essai)[2])
    assert len(vus) == total


def test_every_fiche_of_the_last_year_has_its_slide() -> None:
    total = read_total()
    surtitres = [Ecran(open_page(diapo=numero)).elements("p")[0] for numero in range(1, total + 1)]
    assert [f"Fiche {fiche.numero} · {fiche.titre_court}" for fiche in FICHES] == [s for s in surtitres if s.startswith("Fiche ")]


def test_buttons_go_through_the_slides_and_the_address_follows() -> None:
    essai = open_page(diapo=1)
    total = read_diapo(essai)[1]
    assert essai.button(key="scene_precedente").disabled
    assert essai.button(key="scene_premiere").disabled
    for cle, attendu in (("suivante", 2), ("suivante", 3), ("precedente", 2), ("derniere", total), ("premiere", 1)):
        press(essai, f"scene_{cle}")
        assert read_diapo(essai)[0] == attendu
        assert read_adresse(essai, "diapo") == str(attendu)
    press(essai, "scene_derniere")
    assert essai.button(key="scene_suivante").disabled


def test_full_screen_changes_nothing_on_the_server() -> None:
    essai = press(open_page(diapo=4), "scene_plein_ecran")
    assert read_diapo(essai)[0] == 4


def test_the_preparation_starts_the_slides_and_the_slides_lead_back_to_it() -> None:
    essai = open_page()
    assert Ecran(essai).elements("h1") == ["Présenter le bilan"]
    press(essai, "commencer")
    assert read_diapo(essai)[0] == 1
    press(essai, "scene_preparation")
    assert Ecran(essai).elements("h1") == ["Présenter le bilan"]
    assert "diapo" not in essai.query_params


@pytest.mark.parametrize(("demandee", "vue"), [("999", "dernière"), ("0", 1), ("-3", None), ("abc", None), ("", None),
                                               ("99999999999999999999", None), ("²", None)])
def test_a_position_that_does_not_exist_breaks_nothing(demandee: str, vue: object) -> None:
    essai = open_page(diapo=demandee)
    assert [erreur.value for erreur in essai.exception] == []
    if vue is None:
        assert Ecran(essai).elements("h1") == ["Présenter le bilan"]
    else:
        numero, total, _ = read_diapo(essai)
        assert numero == (total if vue == "dernière" else vue)


@pytest.mark.parametrize("adresse", [{"annee": "1999"}, {"edition": "77"}, {"diapos": "lune,,mars"}, {"annee": "<b>"}])
def test_choices_that_do_not_exist_are_left_aside(adresse: dict) -> None:
    essai = open_page(diapo=1, **adresse)
    assert [erreur.value for erreur in essai.exception] == []
    assert read_diapo(essai)[:2] == (1, read_total())
    assert str(DERNIERE) in read_diapo(essai)[2]


def test_the_address_chooses_and_orders_the_slides() -> None:
    essai = open_page(diapo=1, diapos="fa09,cloture,fa04")
    assert read_diapo(essai)[1] == 3
    assert Ecran(essai).elements("p")[0].startswith("Fiche 9")
    press(essai, "scene_derniere")
    assert Ecran(essai).elements("p")[0].startswith("Fiche 4")


def test_unticking_moving_and_ticking_again_go_into_the_address() -> None:
    essai = open_page()
    total = read_total()
    essai.checkbox(key="montrer_fa03").uncheck().run()
    codes = read_codes(essai)
    assert len(codes) == total - 1
    assert "fa03" not in codes
    press(essai, "monter_fa02")
    codes = read_codes(essai)
    assert codes.index("fa02") == codes.index("fa01") - 1
    essai.checkbox(key="montrer_fa03").check().run()
    codes = read_codes(essai)
    assert len(codes) == total
    assert codes.index("fa03") < codes.index("fa04")
    press(essai, "descendre_ouverture")
    assert read_codes(essai)[:2] == ["phrase", "ouverture"]
    assert read_diapo(press(essai, "commencer"))[2] == f"{DERNIERE} en une phrase"


def test_the_last_slide_cannot_be_taken_away() -> None:
    essai = open_page(diapos="fa04")
    essai.checkbox(key="montrer_fa04").uncheck().run()
    assert [erreur.value for erreur in essai.exception] == []
    assert essai.checkbox(key="montrer_fa04").value


def test_the_year_is_chosen_before_the_talk() -> None:
    essai = open_page()
    essai.button_group(key="presenter_annee").set_value(str(ANNEES[0])).run()
    assert read_adresse(essai, "annee") == str(ANNEES[0])
    assert not essai.checkbox(key="montrer_achats").value
    press(essai, "commencer")
    assert str(ANNEES[0]) in read_diapo(essai)[2]


@pytest.mark.parametrize("annee", ANNEES)
def test_notes_follow_the_same_number_and_order(annee: int) -> None:
    adresse = {"annee": annee, "diapos": "fa09,fa04,fa11"}
    for numero in (1, 2, 3):
        pages = [open_page(page, diapo=numero, **adresse) for page in ("presenter", "presenter_notes")]
        assert read_diapo(pages[0]) == read_diapo(pages[1])


def test_notes_say_what_the_speaker_may_be_asked() -> None:
    vu = Ecran(open_page("presenter_notes", diapos="fa11", diapo=1))
    assert "Ce que l’on peut vous demander" in vu.elements("h2")
    assert any("La cible de 2024 est au moins 50\u00a0%" in texte for texte in vu.elements("li"))
    assert any(texte.startswith("Source\u00a0: Bilan 2024, ligne") for texte in vu.elements("p"))


def test_notes_lead_straight_to_a_slide() -> None:
    essai = press(open_page("presenter_notes", diapo=1), "aller_7")
    assert read_diapo(essai)[0] == 7
    assert read_diapo(press(essai, "scene_suivante"))[0] == 8
