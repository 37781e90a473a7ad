"""A figure counted among contracts leads to exactly the rows behind it."""

import re
from dataclasses import replace

import pytest

from spapser.catalogue import load_catalogue
from spapser.suivi import Mesure, Valeur
from spapser.ui.marches.adresse import link_contrats

INDICATEUR = replace(load_catalogue().indicateur("fa02_part_marches_reserves"), fait="reserve", parmi="marche_public", unite="%")
PUBLIEE = Valeur(2.0, 3.0, 119.0, "publiee", True, (12,), "sure", "")
CALCULEE = Valeur(25.0, 3.0, 12.0, "calculee", True, (), "sure", "", "contrats 2025.csv")


def build_mesure(tenue: Valeur | None, *autres: Valeur, **plus) -> Mesure:
    return Mesure(replace(INDICATEUR, **plus), 2025, tenue, autres)


def test_a_share_leads_to_the_contracts_of_its_numerator():
    lien = link_contrats(build_mesure(CALCULEE))
    assert re.sub("<[^>]+>", "", lien) == "Voir les 3 contrats"
    assert 'href="./marches?annee=2025&amp;fait=reserve&amp;reponse=oui&amp;parmi=marche_public"' in lien


def test_a_computed_reading_that_does_not_lead_has_its_contracts_too():
    assert "Voir les 3 contrats" in link_contrats(build_mesure(PUBLIEE, CALCULEE))


@pytest.mark.parametrize(("valeur", "texte"), [
    (2.0, "Voir les 2 contrats"), (1.0, "Voir le contrat"), (0.0, "Voir les contrats")])
def test_a_count_leads_to_as_many_contracts(valeur, texte):
    lecture = replace(CALCULEE, valeur=valeur, numerateur=None)
    assert re.sub("<[^>]+>", "", link_contrats(build_mesure(lecture, unite="marchés"))) == texte


def test_a_figure_that_no_contract_gave_has_no_link():
    assert link_contrats(build_mesure(PUBLIEE)) == ""
    assert link_contrats(build_mesure(None)) == ""
    assert link_contrats(build_mesure(CALCULEE, fait="")) == ""
    assert link_contrats(build_mesure(replace(CALCULEE, valeur=None))) == ""


def test_a_share_of_the_money_leads_to_contracts_without_counting_euros():
    valeur = build_mesure(replace(CALCULEE, numerateur=551000.5), code="fa02_valeur_reservee")
    assert re.sub("<[^>]+>", "", link_contrats(valeur)) == "Voir les contrats"
