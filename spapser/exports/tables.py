"""A dataset as CSV and as Parquet, for anyone to reuse."""

import io
from collections.abc import Iterable
from itertools import chain

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from spapser.catalogue import Jeu
from spapser.exports.cellule import neutralise, write_cellule
from spapser.exports.csv_tableur import write_cellules

TYPES = {"string": pa.string(), "integer": pa.int32(), "year": pa.int32(), "number": pa.float64(), "boolean": pa.bool_(),
         "date": pa.date32()}


def export_csv(jeu: Jeu, paquets: Iterable[pa.RecordBatch]) -> bytes:
    """UTF-8 CSV with a byte-order mark, commas, catalogue columns in order; cells that a spreadsheet would run are quoted."""
    noms = [colonne.nom for colonne in jeu.colonnes]
    lues = (zip(*(write_column(paquet.column(nom)) for nom in noms), strict=True) for paquet in paquets)
    return write_cellules(chain([noms], chain.from_iterable(lues)))


def write_column(colonne: pa.Array) -> list[str]:
    """The cells of a column; what a spreadsheet would run is known by its first character, of which a column has few."""
    if not pa.types.is_string(colonne.type):
        return [write_cellule(valeur) for valeur in colonne.to_pylist()]
    textes, debuts = colonne.fill_null("").to_pylist(), pc.unique(pc.utf8_slice_codeunits(colonne, 0, 1)).to_pylist()
    sure = all(neutralise(debut) == debut for debut in debuts if debut)
    return textes if sure else [neutralise(texte) for texte in textes]


def export_parquet(jeu: Jeu, paquets: Iterable[pa.RecordBatch]) -> bytes:
    """Parquet with the types of the catalogue; empty text and unknown numbers are null. Rows come a batch at a time."""
    champs = [pa.field(c.nom, TYPES[c.type], metadata={"titre": c.titre, "description": c.description})
              for c in jeu.colonnes]
    schema, sortie = pa.schema(champs, metadata={"titre": jeu.titre}), io.BytesIO()
    with pq.ParquetWriter(sortie, schema) as ecrivain:
        for paquet in paquets:
            colonnes = [type_column(paquet.column(c.nom), TYPES[c.type]) for c in jeu.colonnes]
            ecrivain.write_table(pa.table(colonnes, schema=schema))
    return sortie.getvalue()


def type_column(colonne: pa.Array, type: pa.DataType) -> pa.Array:
    """A column in its type of the catalogue, empty text being unknown."""
    if pa.types.is_string(colonne.type):
        colonne = pc.if_else(pc.equal(colonne, ""), None, colonne)
    return colonne.cast(type)
