"""What one takes away, made once per edition and kept: for the page « Exporter » and for the addresses /donnees/…"""

import logging
from dataclasses import dataclass
from hashlib import sha256

import streamlit as st

from spapser.catalogue import load_catalogue
from spapser.errors import CodeInconnu, DonneesInvalides, SpapserError
from spapser.exports.fichiers import Fichier, Guichet, open_guichet
from spapser.exports.nom import name_emporte
from spapser.exports.secours import open_lisible
from spapser.store import Edition
from spapser.suivi import load_suivi
from spapser.ui.cache import EDITIONS, open_base, open_suivi
from spapser.ui.presente import EDITION

JOURNAL = logging.getLogger(__name__)
GARDES = 200


class DocumentImpossible(SpapserError):
    """A document could not be made; the others can."""


@dataclass(frozen=True)
class Contenu:
    """The bytes of a public file, the name under which it is kept, the hash by which a browser knows that it has it already."""

    fichier: Fichier
    nom: str
    octets: bytes
    empreinte: str


# The edition is always said: a cache takes a default value and the same value given for two different things.
@st.cache_resource(show_spinner=False, max_entries=EDITIONS, hash_funcs=EDITION)
def open_edition(edition: Edition) -> Guichet:
    """All that may be taken of an edition.

    When a file of the edition is missing or broken, the documents are made without it and say so.
    """
    try:
        return open_guichet(open_base(edition), open_suivi(edition))
    except DonneesInvalides:
        catalogue = load_catalogue()
        base, manques = open_lisible(edition, catalogue)
        return open_guichet(base, load_suivi(base, catalogue), manques)


@st.cache_resource(show_spinner=False, max_entries=GARDES, hash_funcs=EDITION)
def open_contenu(nom: str, edition: Edition) -> Contenu:
    """A public file, made at the first demand; CodeInconnu when no file has that name, DocumentImpossible when it fails."""
    fichier = open_edition(edition).fichiers.get(nom)
    if fichier is None:
        raise CodeInconnu(f"Le fichier « {nom} » n’existe pas : voir la liste des fichiers à l’adresse /donnees/index.")
    try:
        octets = fichier.fabrique()
    except SpapserError:
        raise
    except Exception as erreur:  # whatever a library of documents may raise: one sentence for the reader, the detail in the log
        JOURNAL.exception("%s, édition %s", nom, edition.numero)
        raise DocumentImpossible(f"Le fichier « {nom} » n’a pas pu être préparé : signaler son nom aux services de l’EPT, "
                                 "les autres fichiers restent disponibles.") from erreur
    open_tailles()[nom, edition.identite] = len(octets)
    return Contenu(fichier, name_emporte(nom, edition), octets, sha256(octets).hexdigest()[:32])


@st.cache_resource(show_spinner=False)
def open_tailles() -> dict[tuple, int]:
    """Sizes in bytes of the files made so far, by name and edition."""
    return {}


def read_taille(nom: str, edition: Edition) -> int | None:
    """Size of a file in bytes, None until somebody asked for it."""
    return open_tailles().get((nom, edition.identite))
