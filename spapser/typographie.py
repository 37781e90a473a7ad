"""French numbers and typography, the same on screen, in charts, exports and the command line."""

import math
import re
import unicodedata
from datetime import date

INSECABLE = "\u00a0"
FINE_INSECABLE = "\u202f"
MANQUANT = "n.d."
SECRET = "secret statistique"
CONTROLES = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
MILLIERS = re.compile(r"(?<![\d.,])(\d{1,3}) (?=\d{3}(?!\d))")
SYMBOLES = {"%": "%", "euros": "€"}
MOIS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre")


def format_nombre(valeur: float | None, decimales: int = 2) -> str:
    """French number: narrow no-break space between thousands, decimal comma, no trailing zero; « n.d. » for None."""
    if valeur is None or not math.isfinite(valeur):
        return MANQUANT
    texte = f"{valeur:,.{decimales}f}".replace(",", FINE_INSECABLE).replace(".", ",")
    if "," in texte:
        texte = texte.rstrip("0").rstrip(",")
    return "0" if texte == "-0" else texte.replace("-", "−")


def format_quantite(valeur: float | None, unite: str, decimales: int = 2) -> str:
    """Number with its unit: « 75 % », « 31 107,86 € », « 97 972 heures », « 1 marché »."""
    if valeur is None or not math.isfinite(valeur):
        return MANQUANT
    if unite == "euros" and valeur != int(valeur):
        nombre = f"{valeur:,.2f}".replace(",", FINE_INSECABLE).replace(".", ",").replace("-", "−")
    else:
        nombre = format_nombre(valeur, decimales)
    return f"{nombre}{INSECABLE}{format_unite(unite, valeur)}".strip()


def format_secret(seuil: int) -> str:
    """A hidden number of people: « < 5 » under the threshold, « secret statistique » when it would give a smaller one back."""
    return f"<{INSECABLE}{seuil}" if seuil else SECRET


def format_unite(unite: str, valeur: float | None = None) -> str:
    """Symbol or word of a unit, singular below two as French has it: « % », « € », « marché », « marchés »."""
    if unite in SYMBOLES:
        return SYMBOLES[unite]
    if valeur is not None and abs(valeur) < 2:
        return " ".join(mot.removesuffix("s") for mot in unite.split(" "))
    return unite


def insecables(texte: str) -> str:
    """No-break spaces where French punctuation wants them: before : ; ? ! % € », after «."""
    return re.sub(r" ([:;?!%€»])", rf"{INSECABLE}\1", texte).replace("« ", f"«{INSECABLE}")


def typographie_document(texte: str) -> str:
    """A plain text (no markup) as a document prints it: French spaces, thousands that hold together, no control character."""
    return imprimable(insecables(MILLIERS.sub(rf"\1{FINE_INSECABLE}", texte)))


def imprimable(texte: str) -> str:
    """The text without the control characters that no document can hold; tabs and line breaks stay."""
    return CONTROLES.sub("", texte)


def sans_accent(texte: str) -> str:
    """Lower case without accents or ligatures, for searching and matching."""
    decompose = unicodedata.normalize("NFKD", texte.replace("œ", "oe").replace("Œ", "OE").replace("’", "'"))
    return "".join(c for c in decompose if not unicodedata.combining(c)).casefold()


def enumere(elements: list[str]) -> str:
    """« a, b et c »."""
    if len(elements) < 2:
        return "".join(elements)
    return f"{', '.join(elements[:-1])} et {elements[-1]}"


def format_jour(jour: date) -> str:
    """« 1er mars 2024 », « 27 février 2024 »."""
    return f"{'1er' if jour.day == 1 else jour.day}{INSECABLE}{MOIS[jour.month - 1]}{INSECABLE}{jour.year}"
