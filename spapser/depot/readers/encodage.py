"""The text of a file, whatever it was written with: UTF-8, UTF-16 or the Windows code page; by pieces, in bounded memory."""

import codecs
import re
from collections.abc import Iterator

from spapser.errors import FichierIllisible

MARQUES = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
MORCEAU, DEBUT = 1 << 20, 1 << 20  # the system is up to four times as long to find room for pieces of 4 MB
ACCENTS_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
ACCENTS_SURS = 3


def guess_encoding(nom: str, contenu: bytes) -> tuple[str, int]:
    """Encoding (« utf-8 », « utf-16-le », « utf-16-be » or « cp1252 ») and length of its mark. FichierIllisible otherwise."""
    for marque, codage in MARQUES:
        if contenu.startswith(marque):
            return check(nom, contenu, codage, len(marque)), len(marque)
    if codage := guess_utf16(contenu):
        return check(nom, contenu, codage, 0), 0
    faute = find_fault(contenu, "utf-8", 0)
    if faute is None:
        return "utf-8", 0
    if len(ACCENTS_UTF8.findall(contenu, max(faute - MORCEAU, 0), faute)) >= ACCENTS_SURS:
        raise report_fault(nom, contenu, faute)
    return check(nom, contenu, "cp1252", 0), 0


def guess_quickly(contenu: bytes) -> tuple[str, int]:
    """Encoding and mark of a big file from its beginning, to be confirmed by whoever reads it all; empty when unsure."""
    marque = len(codecs.BOM_UTF8) if contenu.startswith(codecs.BOM_UTF8) else 0
    debut = contenu[:DEBUT]
    fin = len(contenu) if len(contenu) <= DEBUT else max(debut.rfind(b"\n"), 0)
    return ("utf-8" if b"\x00" not in debut and find_fault(debut[:fin], "utf-8", marque) is None else "", marque)


def guess_utf16(contenu: bytes) -> str:
    """The order of bytes of a UTF-16 text without mark: one byte in two is zero, or nearly; empty otherwise."""
    for codage, rang in (("utf-16-le", 1), ("utf-16-be", 0)):
        hauts, bas = contenu[rang:400:2], contenu[1 - rang : 400 : 2]
        if len(hauts) > 3 and hauts.count(0) >= len(hauts) * 0.8 and not bas.count(0):
            return codage
    return ""


def check(nom: str, contenu: bytes, codage: str, debut: int) -> str:
    """The encoding, once all the text reads so; FichierIllisible names the line of the first byte that has no meaning."""
    faute = find_fault(contenu, codage, debut)
    if faute is not None:
        raise report_fault(nom, contenu, faute)
    return codage


def report_fault(nom: str, contenu: bytes, faute: int) -> FichierIllisible:
    """What to say of a byte without meaning."""
    ligne = contenu.count(b"\n", 0, faute) + 1
    return FichierIllisible(f"Le texte du fichier « {nom} » a un caractère illisible vers la ligne {ligne} : l’enregistrer de "
                            "nouveau au format « CSV UTF-8 ».")


def find_fault(contenu: bytes, codage: str, debut: int) -> int | None:
    """Where the first byte without meaning is; None when there is none."""
    place = debut
    try:
        for texte in decode(contenu, codage, debut):
            place = min(place + MORCEAU, len(contenu))
            del texte
    except UnicodeDecodeError as erreur:
        return max(place + erreur.start - 3, debut)
    return None


def decode(contenu: bytes, codage: str, debut: int) -> Iterator[str]:
    """The text, piece by piece; UnicodeDecodeError when a byte has no meaning."""
    decodeur, vue = codecs.getincrementaldecoder(codage)(), memoryview(contenu)
    for place in range(debut, len(contenu), MORCEAU):
        yield decodeur.decode(vue[place : place + MORCEAU], place + MORCEAU >= len(contenu))


def iter_utf8(contenu: bytes, codage: str, debut: int) -> Iterator[bytes]:
    """The same text in UTF-8 without mark nor empty lines at its end, piece by piece."""
    if codage == "utf-8":
        queue = contenu[-MORCEAU:]
        fin = max(len(contenu) - len(queue) + len(queue.rstrip(b"\r\n")), debut)
        yield from (contenu[place : min(place + MORCEAU, fin)] for place in range(debut, fin, MORCEAU))
    else:
        yield from (texte.encode() for texte in decode(contenu, codage, debut))
