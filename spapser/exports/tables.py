"""A dataset as CSV and as Parquet, for anyone to reuse."""

import io
from collections.abc import Iterable
from itertools import islice

import pyarrow as pa
import pyarrow.parquet as pq

from spapser.catalogue import Jeu
from spapser.exports.csv_tableur import write_csv

PAQUET = 100_000
TYPES = {"string": pa.string(), "integer": pa.int32(), "year": pa.int32(), "number": pa.float64(), "boolean": pa.bool_(),
         "date": pa.date32()}


def export_csv(jeu: Jeu, lignes: Iterable[dict]) -> bytes:
    """UTF-8 CSV with a byte-order mark, commas, catalogue columns in order; cells that a spreadsheet would run are quoted."""
    noms = [colonne.nom for colonne in jeu.colonnes]
    return write_csv(noms, ([ligne[nom] for nom in noms] for ligne in lignes))


def export_parquet(jeu: Jeu, lignes: Iterable[dict]) -> bytes:
    """Parquet with the types of the catalogue; empty text and unknown numbers are null. Rows come a batch at a time."""
    champs = [pa.field(c.nom, TYPES[c.type], metadata={"titre": c.titre, "description": c.description})
              for c in jeu.colonnes]
    schema, sortie, flux = pa.schema(champs, metadata={"titre": jeu.titre}), io.BytesIO(), iter(lignes)
    with pq.ParquetWriter(sortie, schema) as ecrivain:
        while paquet := list(islice(flux, PAQUET)):
            colonnes = [pa.array([ligne[c.nom] if ligne[c.nom] != "" else None for ligne in paquet], type=TYPES[c.type])
                        for c in jeu.colonnes]
            ecrivain.write_table(pa.table(colonnes, schema=schema))
    return sortie.getvalue()
