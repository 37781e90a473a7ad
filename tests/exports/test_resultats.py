"""Every result of a year, for machines: nothing left out, nothing rounded."""

import csv
import io
import json

import pytest

from spapser.catalogue import load_catalogue
from spapser.exports.resultats import CHAMPS, list_resultats, write_csv, write_json
from spapser.suivi import Suivi


def test_every_plain_indicator_is_there_once_known_or_not_but_those_that_wait_for_contracts(suivi: Suivi) -> None:
    simples = [i.code for i in load_catalogue().indicateurs if i.genre != "repartition" and not suivi.waits(i)]
    assert "fa04_part_clause_sociale" not in simples
    for annee in suivi.annees:
        assert [r["indicateur"] for r in list_resultats(suivi, annee) if not r["modalite"]] == simples


def test_json_and_csv_hold_the_same_results(suivi: Suivi) -> None:
    for annee in suivi.annees:
        resultats = list_resultats(suivi, annee)
        assert json.loads(write_json(resultats)) == resultats
        lignes = list(csv.DictReader(io.StringIO(write_csv(resultats))))
        assert tuple(lignes[0]) == CHAMPS
        assert [(r["indicateur"], r["modalite"], r["valeur"]) for r in resultats] == [
            (x["indicateur"], x["modalite"], float(x["valeur"]) if x["valeur"] else None) for x in lignes]


def test_every_value_has_its_source_lines(suivi: Suivi) -> None:
    for annee in suivi.annees:
        connues = [r for r in list_resultats(suivi, annee) if r["valeur"] is not None]
        assert connues
        assert [r["indicateur"] for r in connues if not r["lignes"] or not r["origine"] or not r["fiabilite"]] == []


def test_the_hours_of_2024(suivi: Suivi) -> None:
    (heures,) = [r for r in list_resultats(suivi, 2024) if r["indicateur"] == "fa04_heures"]
    assert (heures["valeur"], heures["cible"], heures["statut"]) == (97_972, 25_000, "atteint")
    assert heures["taux"] == pytest.approx(3.91888)
    assert heures["valeur_precedente"] == 58_526


@pytest.mark.parametrize("texte", ["=1+1", "+33 1", "-x", "@SOMME(A1)", "\t=1", "\r=1"])
def test_a_formula_becomes_text_in_results_too(suivi: Suivi, texte: str) -> None:
    resultat = list_resultats(suivi, 2024)[0] | {"note": texte, "modalite": texte}
    (ligne,) = csv.DictReader(io.StringIO(write_csv([resultat]), newline=""))  # one row, even with a carriage return
    assert (ligne["note"], ligne["modalite"]) == (f"'{texte}", f"'{texte}")
