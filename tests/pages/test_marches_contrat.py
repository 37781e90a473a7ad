"""The sheet of one contract: everything known, what is not, the facts, and the way back."""

import re

import pytest

from spapser.catalogue import load_catalogue
from spapser.suivi.portrait import AILLEURS, GROUPES
from tests.pages.marches import read_numero, visit

MACHINE = re.compile(r"\b(None|nan|NaN|True|False)\b|\{\w*\}|\[\]")
pytestmark = pytest.mark.usefixtures("contrats_publies")


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


@pytest.mark.parametrize("numero", ["0" * 12, "x", "<b>", "'; drop view faits"])
def test_an_unknown_contract_is_one_sentence(numero):
    vu = visit(contrat=numero)
    assert vu.elements("h1") == ["Marchés"]
    assert any("Aucun contrat ne porte le numéro" in texte for texte in vu.textes)
    assert "<b>" not in "".join(vu.htmls)


def test_every_column_of_the_dataset_has_its_place_on_the_sheet():
    noms = [colonne.nom for colonne in load_catalogue().jeu("contrats").colonnes]
    assert sorted([*AILLEURS, *(nom for groupe in GROUPES.values() for nom in groupe)]) == sorted(noms)
