"""The text of a file, whatever it was written with: UTF-8, UTF-16 or the Windows code page; by pieces, in bounded memory."""

import codecs
from collections.abc import Iterator

from spapser.errors import FichierIllisible

MARQUES = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
MORCEAU = 1 << 22


def guess_encoding(nom: str, contenu: bytes) -> str:
    """« utf-8-sig », « utf-16 », « utf-8 » or « cp1252 »; FichierIllisible when no text reads so."""
    for marque, codage in MARQUES:
        if contenu.startswith(marque):
            candidats = (codage,)
            break
    else:
        candidats = ("utf-8", "cp1252")
    for codage in candidats:
        try:
            for _ in decode(contenu, codage):
                pass
            return codage
        except UnicodeDecodeError:
            continue
    raise FichierIllisible(f"Le texte du fichier « {nom} » est illisible : l’enregistrer de nouveau au format « CSV UTF-8 ».")


def decode(contenu: bytes, codage: str) -> Iterator[str]:
    """The text, piece by piece; UnicodeDecodeError when a byte has no meaning."""
    decodeur = codecs.getincrementaldecoder(codage)()
    for debut in range(0, len(contenu), MORCEAU):
        yield decodeur.decode(contenu[debut : debut + MORCEAU], debut + MORCEAU >= len(contenu))


def to_utf8(contenu: bytes, codage: str) -> bytes:
    """The same text in UTF-8 without mark; the very bytes when they already are."""
    if codage == "utf-8":
        return contenu
    if codage == "utf-8-sig":
        return contenu[len(codecs.BOM_UTF8):]
    return b"".join(morceau.encode("utf-8", "surrogatepass") for morceau in decode(contenu, codage)).removeprefix(codecs.BOM_UTF8)
