"""Whose contracts are kept from a national file: those of one buyer, told by its SIREN, or everybody's."""

import os
import re

from spapser.errors import FichierIllisible

VARIABLE, SIREN, TOUS = "SPAPSER_ACHETEUR", "200058014", "tous"


def default_acheteur() -> str:
    """The SIREN that `SPAPSER_ACHETEUR` gives, by default that of Grand-Orly Seine Bièvre; empty for everybody."""
    return read_acheteur(os.environ.get(VARIABLE) or SIREN)


def read_acheteur(texte: str) -> str:
    """A SIREN or a SIRET in digits, empty for « tous ». FichierIllisible when it is neither."""
    chiffres = re.sub(r"\s", "", texte)
    if chiffres.lower() in ("", TOUS):
        return ""
    if not re.fullmatch(r"[0-9]{9}([0-9]{5})?", chiffres):
        raise FichierIllisible(f"« {texte[:40]} » ne désigne aucun acheteur : écrire les neuf chiffres d’un SIREN, ou "
                               f"« {TOUS} ».")
    return chiffres
