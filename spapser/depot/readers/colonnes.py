"""A big regular CSV read by Arrow, a column at a time: its text or, when few values repeat, a code a row and each value once."""

import re
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from mmap import mmap

import numpy
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from spapser.depot.readers.brouillon import CELLULE_MAXIMUM, Brouillon, is_closed
from spapser.depot.repetees import create_type
from spapser.store import Atelier

BEAUCOUP, RETOURS = (1 << 16) - 1, 8  # values of a column; rows that each of them has, on average
PART = 0.95  # of the lines of the extract
BLOCS, BLOC, BLOC_MAXIMUM = 16, 1 << 20, 1 << 23  # pieces of a file, bytes: several threads read them; no line may be longer
COUPURE = re.compile(rb"\n(?!\xef\xbb\xbf)")  # Arrow takes a mark for the beginning of a text wherever it begins
PARTIE = 1 << 28  # bytes read at once, whatever the number of pieces: Arrow may cut them all before it converts the first
LUE, CODE = pa.dictionary(pa.int32(), pa.string()), pa.dictionary(pa.uint16(), pa.string())  # as Arrow reads it; as it is kept


def guess_repeated(extrait: bytes, separateur: str, champs: Sequence[str]) -> list[str]:
    """From an extract of the file: the columns that may repeat a few values. None when it is no regular text."""
    try:
        table = csv.read_csv(pa.py_buffer(extrait), csv.ReadOptions(column_names=list(champs)),
                             csv.ParseOptions(delimiter=separateur, invalid_row_handler=lambda ligne: "skip"),
                             convert(dict.fromkeys(champs, pa.string())))
    except pa.ArrowInvalid:
        return []
    return [champ for champ in champs if 0 < pc.count_distinct(table.column(champ)).as_py() <= table.num_rows * PART]


def read_columns(brouillon: Brouillon, separateur: str, sautees: int, champs: Sequence[str], repetees: Sequence[str]
                 ) -> pa.Table | None:
    """The columns of the file under its first lines, null where empty or blank: a row a record, blank lines included, as the
    long way counts them. None when Arrow finds it irregular or too big, or when the long way would refuse it."""
    types = {champ: LUE if champ in repetees else pa.string() for champ in champs}
    octets = brouillon.map_bytes()
    taille = min(max(len(octets) // BLOCS, BLOC), BLOC_MAXIMUM)
    citee = octets.find(b'"') >= 0
    coupure = csv.ParseOptions(delimiter=separateur, newlines_in_values=citee, ignore_empty_lines=False)
    try:
        lus = pa.concat_tables(
            csv.read_csv(partie, csv.ReadOptions(column_names=list(champs), block_size=taille, skip_rows=0 if rang else sautees),
                         coupure, convert(types), choose_memory()) for rang, partie in enumerate(cut(octets, citee)))
    except (pa.ArrowInvalid, MemoryError):
        return None
    if not lus.num_rows or not all(is_sure(colonne, citee) for colonne in lus.columns):
        return None
    if citee and not is_closed(octets, separateur, [colonne[-1].as_py() or "" for colonne in lus.columns]):
        return None
    colonnes = dict(zip(champs, lus.columns, strict=True))
    del lus
    with ThreadPoolExecutor(2) as fils:  # each column as read is forgotten once it is cleaned
        return pa.table(list(fils.map(lambda champ: clean(colonnes.pop(champ)), champs)), list(champs))


def cut(octets: bytes | mmap, citee: bool) -> Iterator[pa.Buffer]:
    """The parts of a file, of whole lines; the file itself when a line may end within quotation marks."""
    entier, debut = pa.py_buffer(octets), 0
    while debut < len(octets):
        trouvee = None if citee else COUPURE.search(octets, debut + PARTIE)
        fin = trouvee.end() if trouvee else len(octets)
        yield entier.slice(debut, fin - debut)
        debut = fin


def convert(types: Mapping[str, pa.DataType]) -> csv.ConvertOptions:
    """Cells as they are written, null where empty."""
    return csv.ConvertOptions(column_types=types, null_values=[""], strings_can_be_null=True)


def choose_memory() -> pa.MemoryPool:
    """Memory asked of the system by small pages: big ones are dear when it has few of them left."""
    return pa.jemalloc_memory_pool() if "jemalloc" in pa.supported_memory_backends() else pa.default_memory_pool()


def is_sure(colonne: pa.ChunkedArray, citee: bool) -> bool:
    """False when a cell is longer than the long way admits, or quoted around a « \\r »: Arrow loses the « \\n » that follows one
    between two of its blocks."""
    for morceau in colonne.chunks:
        textes = morceau.dictionary if colonne.type == LUE else morceau
        if (pc.max(pc.binary_length(textes)).as_py() or 0) > CELLULE_MAXIMUM:
            return False
        if citee and pc.any(pc.match_substring(textes, "\r")).as_py():
            return False
    return True


def clean(colonne: pa.ChunkedArray) -> pa.ChunkedArray:
    """A column as read, cells of blanks alone being null; as text when it is none of few values."""
    if colonne.type == LUE:
        colonne = colonne.unify_dictionaries(choose_memory())
        if len(colonne.chunk(0).dictionary) > BEAUCOUP:
            colonne = colonne.cast(pa.string())
    codee = colonne.type == LUE
    if pc.any(pc.utf8_is_space(colonne.chunk(0).dictionary if codee else colonne)).as_py():
        textes = colonne.cast(pa.string())
        colonne = pc.if_else(pc.utf8_is_space(textes), pa.scalar(None, pa.string()), textes)
        colonne = colonne.dictionary_encode() if codee else colonne
    return shorten(colonne) if codee else colonne


def shorten(colonne: pa.ChunkedArray) -> pa.ChunkedArray:
    """The same codes, on two bytes."""
    pool = choose_memory()
    return pa.chunked_array([pa.DictionaryArray.from_arrays(pc.cast(m.indices, pa.uint16(), memory_pool=pool), m.dictionary)
                             for m in colonne.chunks], CODE)


def show_columns(atelier: Atelier, lus: pa.Table, champs: Sequence[str], entier: bool) -> dict[str, str]:
    """Relation `lus` of the rows that are kept: their number, the text of their cells, and `code_<champ>`, the rank from 0 of
    the text among those of its column, when these are few. Returns the ENUM of these columns: their values and no other.

    `entier`: all the rows of the file are kept, so that all the values are.
    """
    with ThreadPoolExecutor(2) as fils:
        rangees = list(fils.map(lambda champ: keep_column(atelier, champ, lus.column(champ), entier), champs))
    textes = dict(zip(champs, rangees, strict=True))
    codes = {f"code_{champ}": pa.chunked_array([morceau.indices for morceau in texte.chunks], pa.uint16())
             for champ, texte in textes.items() if texte.type == CODE}
    atelier.show("lus", pa.table({"ligne": lus.column("ligne")} | textes | codes))
    return {champ: f"code_{champ}" for champ in textes if f"code_{champ}" in codes}


def keep_column(atelier: Atelier, champ: str, colonne: pa.ChunkedArray, entier: bool) -> pa.ChunkedArray:
    """The column with its type `code_<champ>` when it has few values, as text otherwise; several columns at once."""
    if colonne.type != CODE or not len(colonne):
        return colonne.cast(pa.string())
    colonne = colonne if entier else shorten(colonne.cast(pa.string()).dictionary_encode())
    valeurs = colonne.chunk(0).dictionary
    if not 0 < len(valeurs) <= len(colonne) / RETOURS:
        return colonne.cast(pa.string())
    relation = pa.table({"valeur": valeurs, "place": numpy.arange(len(valeurs))})
    with closing(atelier.beside()) as etabli, etabli.lend("valeurs_lues", relation):
        create_type(etabli, f"code_{champ}", "select * from valeurs_lues", "place")
    return colonne
