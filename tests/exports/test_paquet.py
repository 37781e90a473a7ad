"""The data package is one: frictionless reads it, finds every row valid, and its figures are those of the results."""

import io
import json
import zipfile
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from frictionless import Package, validate

from spapser.exports.licence import CODE
from spapser.exports.paquet import PAQUET, build_fichiers, export_paquet
from spapser.exports.resultats import CHAMPS, list_resultats
from spapser.exports.schema_resultats import DESCRIPTIONS
from spapser.store import Base
from spapser.suivi import Suivi


@pytest.fixture(scope="module")
def dossier(base: Base, suivi: Suivi, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as anyone unpacks it."""
    racine = tmp_path_factory.mktemp("paquet")
    with zipfile.ZipFile(io.BytesIO(export_paquet(base, suivi))) as archive:
        archive.extractall(racine)
    return racine


def test_frictionless_finds_the_package_valid(dossier: Path) -> None:
    rapport = validate(str(dossier / PAQUET))
    assert rapport.flatten(["type", "message"]) == []
    assert rapport.valid
    assert rapport.stats["tasks"] == len(json.loads((dossier / PAQUET).read_text("utf-8"))["resources"])


def test_frictionless_sees_what_is_broken(dossier: Path, tmp_path: Path) -> None:
    for fichier in dossier.iterdir():
        (tmp_path / fichier.name).write_bytes(fichier.read_bytes().replace(b",2024,", b",hier,", 1))
    assert not validate(str(tmp_path / PAQUET)).valid


def test_every_dataset_is_there_in_both_forms_with_its_rows(dossier: Path, base: Base, suivi: Suivi) -> None:
    for jeu in suivi.catalogue.jeux:
        assert pq.read_table(dossier / f"{jeu.nom}.parquet").num_rows == len(base.rows(jeu.nom))
        lues = Package(str(dossier / PAQUET)).get_resource(f"{jeu.nom.replace('_', '-')}-csv").read_rows()
        assert len(lues) == len(base.rows(jeu.nom))
        assert lues or jeu.facultatif


def test_results_read_by_frictionless_are_those_of_the_year(dossier: Path, suivi: Suivi) -> None:
    for annee in suivi.annees:
        lues = Package(str(dossier / PAQUET)).get_resource(f"resultats-{annee}-csv").read_rows()
        attendues = list_resultats(suivi, annee)
        assert [(r["indicateur"], r["modalite"] or "", r["statut"]) for r in lues] == [
            (r["indicateur"], r["modalite"], r["statut"]) for r in attendues]
        assert [float(r["valeur"]) if r["valeur"] is not None else None for r in lues] == [r["valeur"] for r in attendues]


def test_licence_source_and_edition_are_stated(dossier: Path, base: Base) -> None:
    descripteur = json.loads((dossier / PAQUET).read_text("utf-8"))
    assert descripteur["licenses"][0]["name"] == CODE
    assert "Licence Ouverte 2.0" in descripteur["licenses"][0]["title"]
    assert descripteur["sources"][0]["title"]
    assert (descripteur["version"], base.edition.libelle in descripteur["description"]) == (str(base.edition.numero), True)


def test_one_form_alone_holds_nothing_of_the_other(base: Base, suivi: Suivi) -> None:
    for forme, autre in (("csv", "parquet"), ("parquet", "csv")):
        noms = build_fichiers(base, suivi, (forme,))
        assert [nom for nom in noms if nom.endswith(f".{autre}")] == []
        assert {r["path"] for r in json.loads(noms[PAQUET])["resources"]} == set(noms) - {PAQUET}


def test_the_same_edition_gives_the_same_bytes(base: Base, suivi: Suivi) -> None:
    assert export_paquet(base, suivi) == export_paquet(base, suivi)


def test_every_field_of_the_results_is_described() -> None:
    assert tuple(DESCRIPTIONS) == CHAMPS
