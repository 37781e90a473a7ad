"""The name under which a file is given back: readable on any system, never a path, never a command."""

import re

from spapser.store import Edition

LONGUEUR = 120


def name_emporte(nom: str, edition: Edition) -> str:
    """« spapser-marches-edition-3.csv » for the public file « marches.csv »; the name of a file with invented rows says so."""
    base, point, extension = nom.partition(".")
    fictif = "-donnees-fictives" if edition.fictives else ""
    return f"spapser-{base}{fictif}-edition-{edition.numero}{point}{extension}"


def safe_name(nom: str, defaut: str = "fichier") -> str:
    """The name without separators, control characters or what a system reserves; its extension is kept when it is cut."""
    propre = re.sub(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u200b-\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff]', "_", nom)
    propre = propre.strip(" .") or defaut
    if len(propre) <= LONGUEUR:
        return propre
    base, point, extension = propre.rpartition(".")
    if not point or len(extension) > 10:
        return propre[:LONGUEUR]
    return f"{base[:LONGUEUR - len(extension) - 1]}.{extension}"
