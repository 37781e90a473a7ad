"""The memory that DuckDB may take, and what its refusals are in French."""

import os
import re
import time
from collections.abc import Callable
from threading import Lock
from typing import TypeVar

import duckdb

from spapser.errors import CatalogueInvalide, EditionIllisible, MemoireDepassee, ReglageInvalide, SpapserError
from spapser.store.edition import Edition
from spapser.typographie import INSECABLE

DEPOTS, PAGES = "SPAPSER_MEMOIRE", "SPAPSER_MEMOIRE_PAGES"  # one deposited file; the pages of one edition
DEFAUTS, ATTENTE = {DEPOTS: "900MB", PAGES: "1GB"}, 0.3  # seconds
Trouve = TypeVar("Trouve")
PLEIN = ("No space left", "File too large", "quota exceeded", '"errno":"28"', '"errno":"27"', '"errno":"122"')
TAILLE = re.compile(r"(\d+(?:[.,]\d+)?) ?([KMGT])(?:i?[Bo])?", re.IGNORECASE)


def read_memoire(variable: str) -> str:
    """The size in an environment variable, as DuckDB wants it: « 512MB », « 2GB ». ReglageInvalide when it is none."""
    ecrite = os.environ.get(variable, "").strip() or DEFAUTS[variable]
    lue = TAILLE.fullmatch(ecrite)
    if lue is None or not float(lue[1].replace(",", ".")):
        raise ReglageInvalide(f"La variable {variable} vaut « {ecrite[:40]} », qui n’est pas une taille : écrire par exemple "
                              "512MB ou 2GB.")
    return f"{lue[1].replace(',', '.')}{lue[2].upper()}B"


def lessen(taille: str, octets: int) -> str:
    """A size that `read_memoire` gave, less so many bytes, and at least half of it."""
    entiere = float(taille[:-2]) * 1000 ** ("KMGT".index(taille[-2]) + 1)
    return f"{max(entiere - octets, entiere / 2):.0f}B"


def open_memory(memoire: str, debord: str = "") -> duckdb.DuckDBPyConnection:
    """An empty base in memory, bounded: nothing is fetched from elsewhere, nothing overflows to the disk but in `debord`.

    With `debord` it is a workshop, never checkpointed: that would compress, seconds long, tables that are soon forgotten.
    """
    passagere = {"checkpoint_threshold": "1TB"} if debord else {}
    return duckdb.connect(":memory:", config={
        "autoinstall_known_extensions": "false", "autoload_known_extensions": "false", "memory_limit": memoire,
        "temp_directory": debord} | passagere)


def insist(tour: Lock, tente: Callable[[], Trouve]) -> Trouve:
    """What the attempt gives. Memory is shared: one that was refused may have met another's peak, and is made once more, a
    little later, one at a time."""
    try:
        return tente()
    except (duckdb.OutOfMemoryException, MemoryError):
        with tour:
            time.sleep(ATTENTE)
            return tente()


def translate(erreur: Exception, edition: Edition, requete: str = "") -> SpapserError:
    """What a refusal of DuckDB over an edition means: memory is short, files are out of reach, or a query is wrong."""
    by_arrow = isinstance(erreur, OSError) and "Out of Memory" in str(erreur)
    if by_arrow or isinstance(erreur, (duckdb.OutOfMemoryException, MemoryError)):
        return MemoireDepassee(
            f"Cette page demande plus de mémoire que les {name_taille(read_memoire(PAGES))} réservés à une édition : choisir une "
            f"seule année ou d’autres filtres ; la personne qui tient ce site peut augmenter {PAGES}.")
    if isinstance(erreur, duckdb.IOException) or ".parquet" in str(erreur):
        return EditionIllisible(f"Des données de l’édition {edition.numero} ne se lisent plus : recharger la page dans un "
                                "instant ; si cela dure, rétablir le dossier des éditions ou le reprendre d’une sauvegarde.")
    nom = f" « {requete}.sql »" if requete else ""
    return CatalogueInvalide(f"La requête{nom} ne s’exécute pas : {str(erreur).splitlines()[0]}")


def is_full(erreur: duckdb.Error) -> bool:
    """True when DuckDB could not write for want of room."""
    return isinstance(erreur, duckdb.IOException) and any(mot in str(erreur) for mot in PLEIN)


def name_taille(taille: str) -> str:
    """« 1 Go » for « 1GB »."""
    return f"{taille[:-2].replace('.', ',')}{INSECABLE}{taille[-2]}o"
