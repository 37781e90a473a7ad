"""A proposed status confirmed by a person: signed, published, shown; the others left as they were."""

from pathlib import Path

import pytest

from spapser.store import Base, list_numeros, load_edition
from spapser.ui import poste
from tests.pages.ecran import Ecran
from tests.pages.saisie import open_page, read_texte, sign


@pytest.fixture(autouse=True)
def depot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of editions."""
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path / "depot"))
    return tmp_path / "depot"


def test_a_proposed_status_is_confirmed_with_a_name_and_a_reason_and_its_fiche_says_so() -> None:
    essai = open_page(objectif="fa04_o02")
    assert "proposé, à confirmer" in read_texte(essai)
    essai.button(key="oui_fa04_o02").click().run()
    cle = "statut_fa04_o02"
    assert "n’est pas signée" in read_texte(sign(essai, "Camille", "", cle))
    assert list_numeros() == [0]
    assert "Édition 1 publiée" in read_texte(sign(essai, "Camille", "Vérifié avec le facilitateur", cle))
    action = Base(load_edition(1)).query("select * from suivi_actions where objectif = 'fa04_o02' and annee = 2024")[0]
    assert action["statut_declare"] == action["statut_propose"] == "atteint"
    assert (action["declare_par"], action["motif_declare"]) == ("Camille", "Vérifié avec le facilitateur")
    html = next(h for h in Ecran(essai.switch_page("pages/fa04_heures_insertion.py").run()).htmls if 'class="objectifs"' in h)
    assert html.count("Déclaré par Camille le ") == 1
    assert "Motif\u00a0: Vérifié avec le facilitateur" in html
    assert "Bilan 2024, ligne\u00a038, repris dans saisie-suivi_actions-2024.csv (édition\u00a01)" in html


def test_the_other_objectives_are_left_as_they_were() -> None:
    essai = open_page(objectif="fa04_o02")
    sign(essai, "Camille", "Vérifié", "statut_fa04_o02")
    (changement,) = load_edition(1).publication.changements
    assert (changement.ajoutees, changement.modifiees, changement.retirees) == (0, 1, 0)
    (effet,) = load_edition(1).publication.effets
    assert (effet.code, effet.statut_avant, effet.statut_apres) == ("fa04_o02", "atteint (proposé)", "atteint")


def test_the_first_page_counts_declared_and_proposed_apart() -> None:
    essai = open_page(objectif="fa04_o02")
    sign(essai, "Camille", "Vérifié", "statut_fa04_o02")
    texte = read_texte(essai.switch_page("pages/synthese.py").run())
    assert "atteint (déclaré)" in texte
    assert "atteint (proposé)" in texte
    assert "Aucun statut n’est déclaré" not in texte


def test_a_fiche_offers_to_confirm_only_to_who_may_publish(monkeypatch: pytest.MonkeyPatch) -> None:
    essai = open_page()
    assert "Confirmer ce statut" in read_texte(essai.switch_page("pages/fa04_heures_insertion.py").run())
    monkeypatch.setattr(poste, "why_visit", lambda *arguments: poste.DISTANT)
    assert "Confirmer ce statut" not in read_texte(essai.run())
