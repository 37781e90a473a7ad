"""A cell of a CSV file: plain text that no spreadsheet runs as a formula."""

import math

FORMULES = ("=", "+", "-", "@", "\t", "\r")


def write_cellule(valeur) -> str:
    """Booleans as oui/non, whole numbers without decimals, what is not a number empty, text never a formula."""
    if valeur is None:
        return ""
    if isinstance(valeur, bool):
        return "oui" if valeur else "non"
    if isinstance(valeur, float):
        if not math.isfinite(valeur):
            return ""
        return str(int(valeur)) if valeur == int(valeur) else repr(valeur)
    texte = str(valeur)
    return f"'{texte}" if isinstance(valeur, str) and texte.startswith(FORMULES) else texte
