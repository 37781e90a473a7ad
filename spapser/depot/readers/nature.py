"""What a file is, from its first bytes: a name can lie."""

import re

from spapser.depot.readers.encodage import guess_utf16
from spapser.errors import FichierIllisible

ACCEPTES = "CSV, XLSX, XLS, ODS ou Parquet"
ACCEPTES_CONTRATS = "CSV, XLSX, XLS, ODS, Parquet, JSON ou XML"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PAGE_WEB = "une page web"
AUTRES = {b"%pdf": "un PDF", b"\x89png": "une image", b"\xff\xd8\xff": "une image", b"gif8": "une image",
          b"{\\rtf": "un texte RTF",
          b"\x1f\x8b": "une archive compressée", b"rar!": "une archive compressée", b"7z\xbc\xaf": "une archive compressée",
          b"\x7felf": "un programme", b"mz\x90": "un programme", b"<!do": PAGE_WEB, b"<html": PAGE_WEB, b"<table": PAGE_WEB}
TABLEUR_ODS = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
PLEIN = re.compile(rb"[^\x00\r\n\t \xef\xbb\xbf\xff\xfe]")


def recognise(nom: str, contenu: bytes) -> str:
    """« CSV », « XLSX », « ODS », « XLS » or « Parquet »; FichierIllisible says what the file is otherwise."""
    if not PLEIN.search(contenu):
        raise FichierIllisible(f"Le fichier « {nom} » est vide : vérifier l’enregistrement, puis le déposer de nouveau.")
    if contenu[:4] == b"PAR1":
        return "Parquet"
    if contenu[:8] == OLE:
        return "XLS"
    if contenu[:4] == b"PK\x03\x04":
        return "ODS" if TABLEUR_ODS in contenu[:200] else "XLSX"
    debut = contenu[:64].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for signature, quoi in AUTRES.items():
        if debut.startswith(signature) and quoi == PAGE_WEB:
            raise FichierIllisible(f"Le fichier « {nom} » est une page web, même si son nom dit autre chose : l’ouvrir dans le "
                                   "tableur et l’enregistrer en XLSX, puis le déposer.")
        if debut.startswith(signature):
            raise FichierIllisible(f"Le fichier « {nom} » est {quoi}, pas un tableau : déposer un fichier {ACCEPTES}.")
    if contenu[:2] not in (b"\xff\xfe", b"\xfe\xff") and b"\x00" in contenu[:4096] and not guess_utf16(contenu):
        raise FichierIllisible(f"Le fichier « {nom} » n’est pas un tableau lisible : déposer un fichier {ACCEPTES}.")
    return "CSV"
