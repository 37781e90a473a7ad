"""What the server asks before it opens."""

import tempfile
import time

import pytest

from spapser.catalogue import load_catalogue
from spapser.depot import check_edition, livraison, verify_shipped
from spapser.errors import CatalogueInvalide, DonneesInvalides
from spapser.store import base, list_sql, load_edition


def test_what_ships_is_whole_and_quickly_verified():
    debut = time.process_time()
    verify_shipped()
    assert time.process_time() - debut < 2


def test_no_edition_is_opened_and_nothing_is_left_behind(monkeypatch, tmp_path):
    monkeypatch.setattr(base.Base, "__init__", None)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    verify_shipped()
    assert list(tmp_path.iterdir()) == []


def test_every_shipped_dataset_is_judged_without_anomaly():
    catalogue = load_catalogue()
    rapports = check_edition(load_edition(0), catalogue)
    assert [rapport.jeu for rapport in rapports] == [jeu.nom for jeu in catalogue.jeux]
    assert [a.phrase for rapport in rapports for a in rapport.anomalies] == []


def test_one_bad_cell_stops_the_start(brouillon, monkeypatch):
    brouillon.change("marches", 9, "fiche", "fa99")
    monkeypatch.setattr(livraison, "load_edition", lambda numero: brouillon.edition)
    with pytest.raises(DonneesInvalides) as erreur:
        verify_shipped()
    assert str(erreur.value).startswith("Fichier « marches.csv », ligne 9, colonne « fiche » : le code « fa99 » ")
    assert str(erreur.value).endswith(".")
    assert "autre" not in str(erreur.value)


def test_other_anomalies_are_counted(brouillon, monkeypatch):
    brouillon.change("cibles", 2, "valeur", "vingt mille")
    brouillon.change("marches", 9, "fiche", "fa99")
    monkeypatch.setattr(livraison, "load_edition", lambda numero: brouillon.edition)
    with pytest.raises(DonneesInvalides, match=r"^Fichier « cibles.csv », ligne 2, .*, et 1 autre anomalie\.$"):
        verify_shipped()
    brouillon.change("marches", 8, "fiche", "fa98")
    with pytest.raises(DonneesInvalides, match=r", et 2 autres anomalies\.$"):
        verify_shipped()


def test_an_unknown_column_does_not_stop_the_start(brouillon):
    entete, *lignes = brouillon.lignes("reemploi")
    brouillon.write("reemploi", [[*entete, "avis"], *[[*ligne, ""] for ligne in lignes]])
    livraison.verify_reports(check_edition(brouillon.edition, brouillon.catalogue))


def test_computed_indicator_without_query():
    requetes = [code for code in list_sql("indicateurs") if code != "fa01_rencontres"]
    with pytest.raises(CatalogueInvalide, match=r"« fa01_rencontres » de « fa01.toml ».*écrire « sql/indicateurs/fa01_renc"):
        livraison.verify_queries(load_catalogue(), requetes)


def test_query_without_indicator():
    with pytest.raises(CatalogueInvalide, match=r"« sql/indicateurs/fa99_rien.sql » ne correspond à aucun indicateur"):
        livraison.verify_queries(load_catalogue(), [*list_sql("indicateurs"), "fa99_rien"])
