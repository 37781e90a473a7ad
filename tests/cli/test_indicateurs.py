"""`python -m spapser indicateurs`: every result of a year, for a reader, a spreadsheet or a program."""

import csv
import io
import json
import subprocess
import sys

import pytest

from spapser.catalogue import load_catalogue
from spapser.store import Base, load_edition
from spapser.suivi import load_suivi
from tests.cli.lancement import assert_refused, run
from tests.server.lancement import PROJECT

ESPACES = str.maketrans("\u00a0\u202f", "  ")
CODES = {indicateur.code for indicateur in load_catalogue().indicateurs}


def test_text_gives_the_last_year_in_french() -> None:
    ended = run("indicateurs")
    texte = ended.stdout.translate(ESPACES)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "Indicateur (2024)" in texte
    (heures,) = [ligne for ligne in texte.splitlines() if ligne.startswith("Heures d’insertion réalisées")]
    for morceau in ("97 972 heures", "25 000 heures", "392 %", "atteint"):
        assert morceau in heures


def test_text_names_every_plain_indicator() -> None:
    texte = run("indicateurs").stdout
    suivi = load_suivi(Base(load_edition()), load_catalogue())
    simples = [i for i in suivi.catalogue.indicateurs if i.genre != "repartition" and not suivi.waits(i)]
    assert [i.libelle for i in simples if i.libelle[:40] not in texte] == []


def test_text_writes_figures_as_the_screen_does() -> None:
    suivi, lignes = load_suivi(Base(load_edition()), load_catalogue()), run("indicateurs").stdout.splitlines()
    for mesure in suivi.resultats(suivi.annees[-1]):
        debut = mesure.indicateur.libelle[:40]
        assert any(ligne.startswith(debut) and f" {mesure.texte} " in ligne for ligne in lignes), mesure.indicateur.code


def test_json_is_for_programs() -> None:
    ended = run("indicateurs", "--json")
    resultats = json.loads(ended.stdout)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert {r["indicateur"] for r in resultats} <= CODES
    assert {r["annee"] for r in resultats} == {2024}
    assert next(r["valeur"] for r in resultats if r["indicateur"] == "fa04_heures") == 97_972


def test_csv_is_for_spreadsheets_and_says_the_same_as_json() -> None:
    lignes = list(csv.DictReader(io.StringIO(run("indicateurs", "--csv").stdout)))
    resultats = json.loads(run("indicateurs", "--json").stdout)
    assert [x["indicateur"] for x in lignes] == [r["indicateur"] for r in resultats]
    assert [x["statut"] for x in lignes] == [r["statut"] for r in resultats]


def test_another_year_has_its_own_figures() -> None:
    resultats = json.loads(run("indicateurs", "--annee", "2023", "--json").stdout)
    (heures,) = [r for r in resultats if r["indicateur"] == "fa04_heures"]
    assert (heures["annee"], heures["valeur"], heures["cible"]) == (2023, 58_526, 20_000)


@pytest.mark.parametrize("annee", ["1999", "0", "-1", "99999"])
def test_a_year_without_data_is_refused_with_the_years_that_have_some(annee: str) -> None:
    assert_refused(run("indicateurs", f"--annee={annee}"), annee, "2023", "2024")


def test_a_reader_that_leaves_early_is_no_error() -> None:
    command = [sys.executable, "-m", "spapser", "indicateurs", "--json"]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"[\n"
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) in (0, 1)
