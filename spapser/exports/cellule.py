"""A cell of a CSV file or of a workbook: plain text that no spreadsheet runs as a formula."""

import math
import unicodedata

FORMULES = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def neutralise(texte: str) -> str:
    """Text that a spreadsheet would run, or that begins with a control character, marked with an apostrophe."""
    dangereux = texte.startswith(FORMULES) or (texte and unicodedata.category(texte[0]) in ("Cc", "Cf"))
    return f"'{texte}" if dangereux else texte


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
    return neutralise(valeur) if isinstance(valeur, str) else str(valeur)
