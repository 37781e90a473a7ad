"""The present: the last edition that is whole. Found again at each run by listing the folder, weighed once per process."""

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from spapser.errors import EditionIllisible, SpapserError
from spapser.store import Edition, depot_folder, list_numeros, load_edition
from spapser.store.empreinte import hash_file
from spapser.store.registre import manifeste_path

MANIFESTES, FICHIERS = 500, 2000
EDITION = {Edition: lambda edition: edition.identite}



@dataclass(frozen=True)
class Presente:
    """The last whole edition; `remarque` says in one French sentence which later ones cannot be read, empty otherwise."""

    edition: Edition
    remarque: str = ""


def find_presente() -> Presente:
    """The edition to show by default, whoever published it and from which process."""
    fautes: list[str] = []
    for numero in reversed(list_numeros()[1:]):
        try:
            edition = read_edition(numero)
            check_whole(edition)
            return Presente(edition, describe_fautes(fautes, edition))
        except SpapserError as erreur:
            fautes.append(str(erreur))
    return Presente(load_edition(0), describe_fautes(fautes, load_edition(0)))


def describe_fautes(fautes: list[str], edition: Edition) -> str:
    """« L’édition 4 ne peut pas être montrée (…) ; l’édition 3 l’est à sa place. »"""
    if not fautes:
        return ""
    return f"{fautes[0]} En attendant, l’édition {edition.numero}, entière, est montrée."


def read_edition(numero: int) -> Edition:
    """An edition, its manifest read once as long as its file does not change. CodeInconnu or EditionIllisible."""
    if numero == 0:
        return load_edition(0)
    chemin = manifeste_path(numero, depot_folder())
    return keep_edition(numero, str(chemin), stamp(chemin))


@st.cache_resource(show_spinner=False, max_entries=MANIFESTES)
def keep_edition(numero: int, chemin: str, marque: tuple) -> Edition:
    """The edition behind a manifest file of that size and date."""
    return load_edition(numero)


def check_whole(edition: Edition) -> None:
    """EditionIllisible names the first file of rows that is missing or altered."""
    faute = keep_fault(edition, tuple(stamp(edition.chemin(partie)) for partie in edition.parties))
    if faute:
        raise EditionIllisible(faute)


@st.cache_resource(show_spinner=False, max_entries=MANIFESTES, hash_funcs=EDITION)
def keep_fault(edition: Edition, marques: tuple) -> str:
    """What is wrong with the rows of an edition whose files have these sizes and dates, empty when nothing is."""
    for partie, marque in zip(edition.parties, marques, strict=True):
        if not marque or keep_hash(str(edition.chemin(partie)), marque) != partie.empreinte:
            return (f"Les données « {partie.donnees} » de l’édition {edition.numero} manquent ou ont été modifiées : les "
                    "rétablir depuis une sauvegarde.")
    return ""


@st.cache_resource(show_spinner=False, max_entries=FICHIERS)
def keep_hash(chemin: str, marque: tuple) -> str:
    """SHA-256 of a file of that size and date, empty when it cannot be read."""
    try:
        return hash_file(Path(chemin))
    except OSError:
        return ""


def stamp(chemin: Path) -> tuple:
    """Size and date of a file, empty when it is not there."""
    try:
        etat = chemin.stat()
    except OSError:
        return ()
    return etat.st_size, etat.st_mtime_ns
