"""Whatever the bytes, a verification ends with a report of one-line sentences."""

import csv
import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spapser.catalogue import load_catalogue
from spapser.depot import check_file
from spapser.store import load_edition

CATALOGUE = load_catalogue()
JEUX = st.sampled_from(CATALOGUE.jeux)
CELLULES = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            "",
            "oui",
            "2024",
            "-1",
            "1.5",
            "1,5",
            "2024-02-30",
            "fa04",
            "fa04_heures",
            "²",
            "٣",
            "1e9",
            "9" * 400,
            "a\nb",
            '"',
        ]
    ),
)
FRUGAL = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def dossier(tmp_path_factory):
    return tmp_path_factory.mktemp("octets")


def judge(dossier, jeu, contenu: bytes) -> None:
    chemin = dossier / f"{jeu.nom}.csv"
    chemin.write_bytes(contenu)
    rapport = check_file(chemin, jeu, CATALOGUE)
    for anomalie in rapport.anomalies:
        assert anomalie.phrase.startswith(f"Fichier « {jeu.nom}.csv »")
        assert anomalie.phrase.endswith(".")
        assert len(anomalie.phrase.splitlines()) == 1


@FRUGAL
@given(jeu=JEUX, contenu=st.binary(max_size=400))
def test_any_bytes(dossier, jeu, contenu):
    judge(dossier, jeu, contenu)


@FRUGAL
@given(jeu=JEUX, ajout=st.binary(min_size=1, max_size=20), part=st.floats(0, 1), retrait=st.integers(0, 50))
def test_a_shipped_file_with_foreign_bytes(dossier, jeu, ajout, part, retrait):
    contenu = load_edition(0).fichier(jeu.nom).read_bytes()
    place = int(part * len(contenu))
    judge(dossier, jeu, contenu[:place] + ajout + contenu[place + retrait :])


@FRUGAL
@given(donnees=st.data(), jeu=JEUX)
def test_any_cells_under_the_right_header(dossier, donnees, jeu):
    noms = [colonne.nom for colonne in jeu.colonnes]
    lignes = donnees.draw(st.lists(st.lists(CELLULES, min_size=len(noms), max_size=len(noms)), max_size=4))
    flux = io.StringIO()
    csv.writer(flux).writerows([noms, *lignes])
    judge(dossier, jeu, flux.getvalue().encode("utf-8", errors="replace"))
