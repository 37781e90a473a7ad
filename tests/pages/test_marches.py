"""The page « Marchés », without a browser: what an address shows, what a choice writes there, one contract's sheet."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from spapser.catalogue import load_catalogue
from spapser.exports.contrats import export_contrats
from spapser.store import Base, load_edition
from spapser.suivi.contrats import list_tous
from spapser.suivi.filtres import Demande, Filtres
from spapser.suivi.portrait import AILLEURS, GROUPES
from tests.pages.contrats_pieges import ANNEE, CONTRATS, SCRIPT, publish_contrats
from tests.pages.ecran import Ecran
from tests.server.lancement import PROJECT

MACHINE = re.compile(r"\b(None|nan|NaN|True|False)\b|\{\w*\}|\[\]")


@pytest.fixture(scope="module", autouse=True)
def publie(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """An edition with a year of contracts, for all the tests of the module."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPAPSER_DEPOT", str(tmp_path_factory.mktemp("depot")))
        st.cache_resource.clear()
        publish_contrats()
        yield
    st.cache_resource.clear()


def visit(**parametres: str) -> Ecran:
    """Open an address of the page as somebody who received it does."""
    essai = AppTest.from_file(PROJECT / "app.py", default_timeout=60)
    essai.query_params["annee"] = str(ANNEE)
    essai.run()
    for nom, valeur in parametres.items():
        if nom != "annee":
            essai.query_params[nom] = valeur
    vu = Ecran(essai.switch_page("pages/marches.py").run())
    assert [erreur.value for erreur in essai.exception] == []
    return vu


def read_numero(identifiant: str) -> str:
    """The number of a contract in the addresses."""
    lignes = Base(load_edition()).query("select contrat from contrats where identifiant = ?", [identifiant])
    return lignes[0]["contrat"]


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


def test_a_sheet_says_everything_known_and_leads_back_to_the_filters():
    vu = visit(contrat=read_numero("2025000000101"), clause="sociale", tri="montant")
    textes = "\n".join(vu.textes)
    for dit in ("Réfection de la voirie", "Terrassements Seine", "Vitry-sur-Seine", "commune 75112", "Enrobés d’Île-de-France",
                "480\u202f000\u00a0€\u00a0HT",
                "512\u202f000,50\u00a0€\u00a0HT", "12\u00a0mois", "15\u00a0mois", "1er\u00a0septembre\u00a02025", "30\u00a0%",
                "Appel d’offres ouvert", "Non renseigné\u00a0: nom de l’acheteur.", "contrats 2025.csv (édition\u00a03)"):
        assert dit in textes
    assert [texte for texte in vu.textes if MACHINE.search(texte)] == []
    retour = next(html for html in vu.htmls if "Revenir à la liste" in html)
    assert "clause=sociale" in retour
    assert "tri=montant" in retour
    assert "contrat=" not in retour


def test_a_sheet_with_almost_nothing_known_says_so():
    textes = "\n".join(visit(contrat=read_numero("2025000000301")).textes)
    assert "Titulaires\u00a0: non renseigné" in textes
    assert "Aucune modification" in textes
    assert "Non renseigné\u00a0: considérations sociales, considérations environnementales." in textes


def test_a_sheet_says_each_fact_with_its_answer():
    tables = {table.split("</caption>")[0].split("<caption>")[1]: re.findall(r'scope="row">([^<]+)<', table)
              for html in visit(contrat=read_numero("2025000000101")).htmls for table in html.split("<table")[1:]}
    vrais, inconnus, faux = (tables[f"{mot} de ce contrat"] for mot in ("Vrai", "Inconnu", "Faux"))
    assert len({*vrais, *inconnus, *faux}) == len(vrais + inconnus + faux) == len(load_catalogue().faits)
    assert "avec une clause sociale" in vrais
    assert "attribués à une ESUS" in inconnus
    assert "réservés" in faux


def test_amounts_set_apart_are_listed_at_a_click():
    adresse = next(lien for lien in re.findall(r'href="([^"]+)"', "".join(visit().htmls)) if "montant_ecarte" in lien)
    assert "fait=montant_ecarte" in adresse
    vu = visit(fait="montant_ecarte", reponse="oui")
    assert any("1\u00a0contrat notifié" in texte for texte in vu.textes)


@pytest.mark.parametrize("numero", ["0" * 12, "x", "<b>", "'; drop view faits"])
def test_an_unknown_contract_is_one_sentence(numero):
    vu = visit(contrat=numero)
    assert vu.elements("h1") == ["Marchés"]
    assert any("Aucun contrat ne porte le numéro" in texte for texte in vu.textes)
    assert "<b>" not in "".join(vu.htmls)


def test_every_column_of_the_dataset_has_its_place_on_the_sheet():
    noms = [colonne.nom for colonne in load_catalogue().jeu("contrats").colonnes]
    assert sorted([*AILLEURS, *(nom for groupe in GROUPES.values() for nom in groupe)]) == sorted(noms)


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


def test_a_group_of_contracts_is_named():
    vu = visit(groupe="avance-inconnue")
    assert any("Contrats retenus\u00a0: sans réponse, avance." in texte for texte in vu.textes)
    assert any("réservés, Insertion (SIAE)." in texte for texte in visit(groupe="siae").textes)
