"""Which files hold essential procurement data as a structure: JSON or XML, from their first characters."""

import codecs
import re

from spapser.depot.readers.encodage import guess_utf16

DEBUT = 512
JSON = re.compile(r'\s*(\{\s*["}]|\[\s*[\[{"\]])')
XML = re.compile(r"\s*<(?!!doctype\s+html|html|table|!--\s*html)[?!A-Za-z_]", re.IGNORECASE)
MARQUES = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def find_structure(contenu: bytes) -> str:
    """« JSON », « XML », or nothing for any other file."""
    codage = next((codage for marque, codage in MARQUES if contenu.startswith(marque)), guess_utf16(contenu) or "utf-8")
    debut = contenu[:DEBUT].decode(codage, "replace").removeprefix("\ufeff")
    return "JSON" if JSON.match(debut) else "XML" if XML.match(debut) else ""
