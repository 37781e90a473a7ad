"""The present: the last edition that is whole. Found again at each run by listing the folder, weighed once per process."""

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from spapser.errors import EditionIllisible, SpapserError
from spapser.store import Edition, depot_folder, list_numeros, load_edition
from spapser.store.empreinte import hash_file
from spapser.store.registre import is_closed, manifeste_path

MANIFESTES, FICHIERS = 500, 2000
EDITION = {Edition: lambda edition: edition.identite}
PARTI = "Le dossier des éditions ne répond plus : le rétablir, rien n’est à relancer."
FERME = "Le dossier des éditions ne s’ouvre pas : corriger ses droits, rien n’est à relancer."


@dataclass(frozen=True)
class Presente:
    """The last whole edition; `remarque` says in one French sentence which later ones cannot be read, empty otherwise."""

    edition: Edition
    remarque: str = ""


def find_presente() -> Presente:
    """The edition to show by default, whoever published it and from which process.

    Editions are never removed: when the last one found is no longer listed, the folder is out of reach; what was read of
    it is shown until it comes back.
    """
    numeros, gardee = list_numeros(), find_gardee()
    if gardee and gardee.numero not in numeros:
        return Presente(gardee, f"{PARTI} L’édition {gardee.numero} reste montrée telle qu’elle a été lue ; ce qui ne l’avait "
                                "pas encore été s’affichera à son retour.")
    presente = find_entiere(numeros)
    keep_gardees()[str(depot_folder())] = presente.edition
    return presente


def find_entiere(numeros: list[int]) -> Presente:
    """The last whole edition of those."""
    fautes = [FERME] if is_closed() else []
    for numero in reversed(numeros[1:]):
        try:
            edition = read_edition(numero)
            check_whole(edition)
            return Presente(edition, describe_fautes(fautes, edition))
        except SpapserError as erreur:
            fautes.append(str(erreur))
    return Presente(load_edition(0), describe_fautes(fautes, load_edition(0)))


def find_gardee() -> Edition | None:
    """The last edition that this process found in the folder."""
    return keep_gardees().get(str(depot_folder()))


@st.cache_resource(show_spinner=False)
def keep_gardees() -> dict[str, Edition]:
    """That edition, by folder."""
    return {}


def describe_fautes(fautes: list[str], edition: Edition) -> str:
    """« L’édition 4 ne peut pas être montrée (…) ; l’édition 3 l’est à sa place. »"""
    if not fautes:
        return ""
    return f"{fautes[0]} En attendant, l’édition {edition.numero}, entière, est montrée."


def read_edition(numero: int) -> Edition:
    """An edition, its manifest read once as long as its file does not change. CodeInconnu or EditionIllisible."""
    if numero == 0:
        return load_edition(0)
    chemin, gardee = manifeste_path(numero, depot_folder()), find_gardee()
    marque = stamp(chemin)
    if not marque and gardee and numero <= gardee.numero:
        raise EditionIllisible(PARTI)
    return keep_edition(numero, str(chemin), marque)


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
