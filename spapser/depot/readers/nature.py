"""What a file is, from its first bytes: a name can lie."""

from spapser.errors import FichierIllisible

ACCEPTES = "CSV, XLSX, XLS, ODS ou Parquet"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
AUTRES = {b"%PDF": "un PDF", b"\x89PNG": "une image", b"\xff\xd8\xff": "une image", b"{\\rtf": "un texte RTF",
          b"\x1f\x8b": "une archive compressée", b"Rar!": "une archive compressée", b"7z\xbc\xaf": "une archive compressée",
          b"\x7fELF": "un programme", b"MZ": "un programme", b"<!DO": "une page web", b"<htm": "une page web"}
TABLEUR_ODS = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"


def recognise(nom: str, contenu: bytes) -> str:
    """« CSV », « XLSX », « ODS », « XLS » or « Parquet »; FichierIllisible says what the file is otherwise."""
    if not contenu.strip(b"\x00\r\n\t \xef\xbb\xbf"):
        raise FichierIllisible(f"Le fichier « {nom} » est vide : vérifier l’enregistrement, puis le déposer de nouveau.")
    if contenu[:4] == b"PAR1":
        return "Parquet"
    if contenu[:8] == OLE:
        return "XLS"
    if contenu[:4] == b"PK\x03\x04":
        return "ODS" if TABLEUR_ODS in contenu[:200] else "XLSX"
    for signature, quoi in AUTRES.items():
        if contenu.startswith(signature):
            raise FichierIllisible(f"Le fichier « {nom} » est {quoi}, pas un tableau : déposer un fichier {ACCEPTES}.")
    if contenu[:2] not in (b"\xff\xfe", b"\xfe\xff") and b"\x00" in contenu[:4096]:
        raise FichierIllisible(f"Le fichier « {nom} » n’est pas un tableau lisible : déposer un fichier {ACCEPTES}.")
    return "CSV"
