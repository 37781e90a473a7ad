"""The page « Marchés », without a browser: what an address shows, what a choice writes there, one contract's sheet."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from spapser.catalogue import load_catalogue
from spapser.exports.contrats import export_contrats
from spapser.store import Base, load_edition
from spapser.suivi.contrats import list_tous
from spapser.suivi.filtres import Demande, Filtres
from tests.pages.contrats_pieges import ANNEE, CONTRATS, SCRIPT, publish_contrats
from tests.pages.ecran import Ecran
from tests.pages.marches import read_numero, visit
from tests.server.lancement import PROJECT

MACHINE = re.compile(r"\b(None|nan|NaN|True|False)\b|\{\w*\}|\[\]")
pytestmark = pytest.mark.usefixtures("contrats_publies")


def result(vu: Ecran) -> str:
    return next(re.sub(r"<[^>]+>", "", html) for html in vu.htmls if "resultat" in html)


def test_a_cold_visit_shows_the_contracts_of_the_year():
    vu = visit()
    assert vu.elements("h1") == ["Marchés"]
    assert "33\u00a0contrats notifiés en 2025" in result(vu)
    assert "Contrats 1 à 25 sur 33" in vu.elements("caption")
    assert "Page 1 sur 2" in "".join(vu.elements("p"))


def test_an_address_opens_on_its_filters_and_its_page():
    vu = visit(type="fournitures", tri="montant", page="2")
    assert vu.essai.selectbox(key="marches_type").value == "fournitures"
    assert vu.essai.selectbox(key="marches_ordre").value == "montant decroissant"
    assert vu.elements("caption") == ["Contrats 26 à 30 sur 30"]


def test_a_choice_is_written_in_the_address_and_starts_from_the_first_page():
    essai = visit(page="2").essai
    essai.selectbox(key="marches_clause").select("reservation").run()
    assert essai.query_params["clause"] == "reservation"
    assert essai.query_params["page"] == "1"
    assert "1\u00a0contrat notifié en 2025" in result(Ecran(essai))
    assert f'href="./marches?annee={ANNEE}" target="_self">Effacer les filtres' in "".join(Ecran(essai).htmls)
    essai.selectbox(key="marches_clause").select("").run()
    assert "clause" not in essai.query_params
    assert "33\u00a0contrats" in result(Ecran(essai))


def test_typed_words_and_every_year_are_kept_together():
    essai = visit(texte="contrat").essai
    essai.checkbox(key="marches_periode_toutes").check().run()
    assert essai.query_params["periode"] == "toutes"
    assert "1\u00a0contrat notifié, toutes années confondues" in result(Ecran(essai))


def test_the_next_page_is_one_click_away():
    essai = visit().essai
    essai.button(key="marches_suivante").click().run()
    assert essai.query_params["page"] == "2"
    assert Ecran(essai).elements("caption") == ["Contrats 26 à 33 sur 33"]


def test_the_three_answers_to_a_fact_are_said_each_with_its_contracts():
    html = "".join(visit(fait="clause_sociale", reponse="inconnu").htmls)
    assert "<strong>réponse inconnue\u00a0: 2</strong>" in html
    assert "reponse=oui" in html
    assert "reponse=non" in html


def test_what_the_address_cannot_mean_is_said_and_left_aside():
    vu = visit(fait="<b>lune</b>", montant_min="beaucoup")
    assert next(html for html in vu.htmls if "ne peut pas valoir" in html).count("<p>") == 2
    assert "33\u00a0contrats" in result(vu)
    assert "<b>lune" not in "".join(vu.htmls)


def test_no_contract_for_these_filters_is_one_sentence():
    assert any("en retirer un" in texte for texte in visit(texte="introuvable").textes)


def test_an_amount_set_apart_is_flagged_and_unknown_is_said_in_words():
    textes = "\n".join(visit(texte="groupement").textes)
    assert "écarté des totaux" in textes
    assert "SIRET\u00a0720\u00a0058\u00a0014\u00a000016" in textes
    inconnu = "\n".join(visit(texte="œuvre").textes)
    assert "Sociales\u00a0: inconnues" in inconnu
    assert "Environnementales\u00a0: inconnues" in inconnu
    assert "non renseigné" in inconnu


def test_hostile_text_stays_text_in_the_list_and_on_the_sheet():
    for parametres in ({"texte": "alert"}, {"contrat": read_numero("2025000000501")}):
        html = "".join(visit(**parametres).htmls)
        assert "&lt;script&gt;alert(1)" in html
        assert "<script" not in html
        assert "<img" not in html


def test_amounts_set_apart_are_listed_at_a_click():
    adresse = next(lien for lien in re.findall(r'href="([^"]+)"', "".join(visit().htmls)) if "montant_ecarte" in lien)
    assert "fait=montant_ecarte" in adresse
    vu = visit(fait="montant_ecarte", reponse="oui")
    assert any("1\u00a0contrat notifié" in texte for texte in vu.textes)


def test_the_selection_taken_away_is_whole_and_no_cell_of_it_runs():
    catalogue, base = load_catalogue(), Base(load_edition())
    lignes = export_contrats(catalogue, list_tous(base, catalogue, Demande(Filtres(ANNEE)))).decode("utf-8-sig").splitlines()
    assert len(lignes) == len(CONTRATS) + 1
    assert lignes[0].endswith(",source")
    hostile = next(ligne for ligne in lignes if "alert(1)" in ligne)
    assert "'=HYPERLINK" in hostile
    assert not re.search(r'(^|,)"?=', hostile)
    assert hostile.endswith("contrats 2025.csv (édition\u00a03)")
    assert SCRIPT.split("[")[0].strip() in hostile


def test_an_edition_without_contract_says_what_the_page_will_show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path))
    essai = AppTest.from_file(PROJECT / "app.py", default_timeout=60).run()
    vu = Ecran(essai.switch_page("pages/marches.py").run())
    assert "Aucun contrat n’est encore publié" in vu.elements("h2")
    assert [noeud.proto.page for noeud in vu.noeuds if noeud.type == "page_link"] == ["deposer"]


def test_invented_rows_are_said_on_every_page_and_in_the_name_of_the_edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path))
    edition = publish_contrats("exemple-fictif-contrats-2025.csv")
    assert edition.libelle.endswith("données fictives")
    for page in ("marches", "trajectoires"):
        essai = AppTest.from_file(PROJECT / "app.py", default_timeout=60).run()
        html = "".join(Ecran(essai.switch_page(f"pages/{page}.py").run()).htmls)
        assert "Données fictives" in html
        assert "exemple-fictif-contrats-2025.csv" in html


def test_real_rows_are_never_called_invented():
    assert "fictive" not in "".join(visit().htmls)
    assert "fictive" not in load_edition().libelle


@pytest.mark.parametrize(("nom", "code", "mots"), [
    ("reservation", "siae", "Insertion (SIAE)"), ("entreprises", "1m", "plus de 1")])
def test_the_filter_behind_a_figure_is_shown_where_it_can_be_changed(nom, code, mots):
    noeuds = visit(**{nom: code}).noeuds
    (liste,) = [noeud for noeud in noeuds if noeud.type == "selectbox" and noeud.key == f"marches_{nom}"]
    assert liste.value == code
    assert any(mots in option for option in liste.options)
