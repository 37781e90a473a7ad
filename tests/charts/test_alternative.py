"""The text alternative: true, French, in short sentences."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spapser.charts import CHARTS, describe, describe_frise
from tests.charts import fabrique

MESURES = [fabrique.make_cibles(), fabrique.make_evolutions(), fabrique.make_operations(), fabrique.make_parcours(),
           fabrique.make_structures(), fabrique.make_quartiers(), [], [fabrique.make_part("Part", None)]]


def read_mots(texte):
    return texte.replace("\u202f", " ").replace("\u00a0", " ")


def list_phrases(texte):
    return re.split(r"(?<=[.…]) ", texte)


@pytest.mark.parametrize("genre", [*CHARTS, "territoire", "multiples", "autre"])
@pytest.mark.parametrize("mesures", MESURES)
def test_sentences_are_short_and_finished(genre, mesures):
    for phrase in list_phrases(describe(genre, "Les clauses d’insertion dépassent de loin la cible fixée", mesures)):
        assert len(phrase.split()) <= 25
        assert phrase[-1] in ".…"


def test_says_what_how_many_and_the_extremes():
    texte = read_mots(describe("barres", "Heures par opération", fabrique.make_operations()))
    assert texte.startswith("Diagramme en barres : Heures par opération. 11 éléments en 2024, en 2 groupes, dont 1 ")
    assert "la plus élevée : Collecte des ordures ménagères (2022/2026) (Services), 64 932,57 heures." in texte
    assert "la plus faible : Gardiennage et sécurité des sites (Services), 820,5 heures." in texte


def test_says_where_the_target_stands():
    texte = read_mots(describe("cible", "Heures", [fabrique.make_heures()]))
    assert "97 972 heures en 2024." in texte
    assert "L’année précédente, 2023 : 58 526 heures." in texte
    assert "Cible 25 000 heures, réalisée à 392 %." in texte
    assert "3 cibles atteintes sur 4 évaluées." in describe("cible", "Parts", fabrique.make_cibles())


def test_missing_data_is_said_in_words():
    assert describe("part", "Titre", []) == "Barre de répartition : Titre. Aucune donnée publiée pour cette année."
    assert "donnée non disponible" in describe("evolution", "Titre", fabrique.make_evolutions())


def test_the_timeline_counts_states_and_dates_each_milestone():
    texte = read_mots(describe_frise("Les rendez-vous", fabrique.make_jalons()))
    assert "6 jalons, dont 4 réalisés, 1 non réalisé et 1 annoncé." in texte
    assert "Matinale des achats responsables : 27 février 2024, réalisé." in texte
    assert describe_frise("Rien", []) == "Frise chronologique : Rien. Aucun jalon publié."


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400), st.text(max_size=400))
def test_long_names_never_make_long_sentences(titre, nom):
    mesures = fabrique.make_repartition("personnes en insertion", ("", nom, 3), ("", "x" + nom, 1))
    for phrase in list_phrases(describe("barres", titre.replace(".", " "), mesures)):
        assert len(phrase.split()) <= 25
