"""The address of the contracts: what it asks, what it cannot mean, and that it is written back the same."""


import pytest

from spapser.catalogue import load_catalogue
from spapser.suivi.filtres import Demande, list_choix, read_demande, write_parametres
from tests.pages.contrats_pieges import ANNEE

CATALOGUE = load_catalogue()


def read(**parametres: str) -> Demande:
    return read_demande(parametres, ANNEE, CATALOGUE)


@pytest.mark.parametrize(("nom", "valeur"), [
    ("fait", "inexistant"), ("fait", "notifie; drop"), ("reponse", "peut-être"), ("parmi", "x"), ("fiche", "fa99"), ("type", "1"),
    ("division", "99"), ("procedure", "<b>"), ("clause", "rose"), ("montant_min", "beaucoup"), ("montant_max", "-3"),
    ("montant_max", "1e400"), ("page", "0"), ("page", "deux"), ("tri", "rowid"), ("sens", "asc"), ("periode", "2025")])
def test_what_an_address_cannot_mean_is_left_aside_and_said(nom, valeur):
    demande = read(**{nom: valeur})
    assert demande == read()
    (remarque,) = demande.remarques
    assert f"« {nom} »" in remarque
    assert valeur in remarque


def test_an_address_written_back_says_the_same():
    parametres = {"fait": "reserve", "reponse": "inconnu", "parmi": "travaux", "type": "services", "division": "77",
                  "procedure": "Procédure adaptée", "clause": "sociale", "titulaire": "Été & fils", "texte": "a+b",
                  "montant_min": "40 000", "montant_max": "90000,50", "tri": "montant", "sens": "croissant", "page": "3",
                  "periode": "toutes"}
    demande = read(**parametres)
    assert demande.remarques == ()
    assert read(**write_parametres(demande)) == demande
    assert write_parametres(read()) == {"annee": str(ANNEE)}


@pytest.mark.parametrize("nom", ["etat", "clause", "reservation", "entreprises", "type", "division", "procedure", "fait"])
def test_what_an_address_asks_is_written_back_in_it(nom):
    for code in list_choix(CATALOGUE)[nom]:
        assert write_parametres(read(**{nom: code}))[nom] == code
