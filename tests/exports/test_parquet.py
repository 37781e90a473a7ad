"""Parquet carries the types and words of the catalogue, and says « unknown » with a null."""

import io
from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from spapser.catalogue import Jeu, load_catalogue
from spapser.exports.tables import export_parquet
from spapser.store import Base, iter_colonnes
from tests.exports.fabrique import make_jeu, make_paquets

TYPES = {"string": pa.types.is_string, "integer": pa.types.is_integer, "year": pa.types.is_integer,
         "number": pa.types.is_floating, "boolean": pa.types.is_boolean, "date": pa.types.is_date}


def read(contenu: bytes) -> pa.Table:
    return pq.read_table(io.BytesIO(contenu))


@pytest.mark.parametrize("jeu", load_catalogue().jeux, ids=lambda jeu: jeu.nom)
def test_a_dataset_has_the_columns_and_types_of_the_catalogue(base: Base, jeu: Jeu) -> None:
    schema = read(export_parquet(jeu, iter_colonnes(base, jeu.nom))).schema
    assert schema.names == [colonne.nom for colonne in jeu.colonnes]
    for champ, colonne in zip(schema, jeu.colonnes, strict=True):
        assert TYPES[colonne.type](champ.type), colonne.nom
        assert champ.metadata[b"description"].decode() == colonne.description


@pytest.mark.parametrize("jeu", load_catalogue().jeux, ids=lambda jeu: jeu.nom)
def test_a_dataset_read_back_is_the_same(base: Base, jeu: Jeu) -> None:
    attendues = [{c.nom: ligne[c.nom] if ligne[c.nom] != "" else None for c in jeu.colonnes} for ligne in base.rows(jeu.nom)]
    assert read(export_parquet(jeu, iter_colonnes(base, jeu.nom))).to_pylist() == attendues


def test_empty_text_and_unknown_values_are_null() -> None:
    jeu = make_jeu(nom="string", valeur="number", jour="date", vu="boolean", annee="year")
    vide = {"nom": "", "valeur": None, "jour": None, "vu": None, "annee": None}
    (ligne,) = read(export_parquet(jeu, make_paquets(vide))).to_pylist()
    assert set(ligne.values()) == {None}


def test_zero_and_false_are_not_unknown() -> None:
    jeu = make_jeu(valeur="number", vu="boolean", jour="date")
    (ligne,) = read(export_parquet(jeu, make_paquets({"valeur": 0.0, "vu": False, "jour": date(2024, 1, 1)}))).to_pylist()
    assert ligne == {"valeur": 0.0, "vu": False, "jour": date(2024, 1, 1)}


def test_a_dataset_without_rows_keeps_its_columns() -> None:
    table = read(export_parquet(make_jeu(nom="string", valeur="number"), []))
    assert (table.num_rows, table.schema.names) == (0, ["nom", "valeur"])
