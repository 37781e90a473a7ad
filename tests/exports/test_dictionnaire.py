"""The dictionary for people, and the Table Schema for machines, say the same as the files."""

import csv
import io
import json
import re

import pytest

from spapser.catalogue import Jeu, load_catalogue
from spapser.exports.dictionnaire import COLONNES, build_schema, describe_colonne, write_dictionnaire, write_indicateurs
from spapser.exports.tables import export_csv
from spapser.store import Base, iter_colonnes
from tests.server.lancement import PROJECT

JEUX = load_catalogue().jeux
TYPES = {"string", "integer", "number", "boolean", "date", "year"}
CONTRAINTES = {"required", "enum", "minimum", "maximum", "pattern"}


def read_rows(base: Base, jeu: Jeu) -> list[dict]:
    return list(csv.DictReader(io.StringIO(export_csv(jeu, iter_colonnes(base, jeu.nom)).decode("utf-8-sig"))))


@pytest.mark.parametrize(("nom", "ecrire"), [("indicateurs", write_indicateurs), ("dictionnaire", write_dictionnaire)])
def test_committed_documentation_is_the_one_of_the_catalogue(nom: str, ecrire) -> None:
    ecrit = (PROJECT / "docs" / f"{nom}.md").read_text("utf-8")
    assert ecrit == ecrire(load_catalogue()), "lancer « make docs »"


def test_documentation_names_every_indicator_and_column() -> None:
    catalogue = load_catalogue()
    assert [i.code for i in catalogue.indicateurs if f"`{i.code}`" not in write_indicateurs(catalogue)] == []
    texte = write_dictionnaire(catalogue)
    assert [c.nom for jeu in catalogue.jeux for c in jeu.colonnes if f"| {c.nom} |" not in texte] == []


@pytest.mark.parametrize("jeu", JEUX, ids=lambda jeu: jeu.nom)
def test_schema_is_a_table_schema(jeu: Jeu) -> None:
    schema = json.loads(json.dumps(build_schema(jeu)))
    noms = [champ["name"] for champ in schema["fields"]]
    assert noms == [colonne.nom for colonne in jeu.colonnes]
    assert set(schema["primaryKey"]) <= set(noms)
    assert schema["missingValues"] == [""]
    for champ in schema["fields"]:
        assert champ["type"] in TYPES
        assert champ["title"]
        assert champ["description"]
        assert set(champ.get("constraints", {})) <= CONTRAINTES


@pytest.mark.parametrize("jeu", JEUX, ids=lambda jeu: jeu.nom)
def test_schema_reads_the_booleans_of_the_file(jeu: Jeu) -> None:
    for champ in build_schema(jeu)["fields"]:
        if champ["type"] == "boolean":
            assert (champ["trueValues"], champ["falseValues"]) == (["oui"], ["non"]), champ["name"]


@pytest.mark.parametrize("jeu", JEUX, ids=lambda jeu: jeu.nom)
def test_the_file_obeys_its_schema(base: Base, jeu: Jeu) -> None:
    lignes = read_rows(base, jeu)
    for champ in build_schema(jeu)["fields"]:
        cellules, regles = [ligne[champ["name"]] for ligne in lignes], champ.get("constraints", {})
        pleines = [cellule for cellule in cellules if cellule]
        assert not regles.get("required") or pleines == cellules, champ["name"]
        assert set(pleines) <= set(regles.get("enum", pleines)), champ["name"]
        assert all(re.fullmatch(regles.get("pattern", ".*"), cellule, re.DOTALL) for cellule in pleines), champ["name"]
        assert all(float(cellule) >= regles["minimum"] for cellule in pleines if "minimum" in regles), champ["name"]


@pytest.mark.parametrize("jeu", JEUX, ids=lambda jeu: jeu.nom)
def test_the_key_tells_rows_apart(base: Base, jeu: Jeu) -> None:
    cles = [tuple(ligne[nom] for nom in jeu.cle) for ligne in base.rows(jeu.nom)]
    assert len(set(cles)) == len(cles)


@pytest.mark.parametrize("jeu", JEUX, ids=lambda jeu: jeu.nom)
def test_the_dictionary_leaves_no_cell_empty(jeu: Jeu) -> None:
    for colonne in jeu.colonnes:
        cellules = describe_colonne(colonne)
        assert len(cellules) == len(COLONNES)
        assert all(cellules), colonne.nom
