"""A spreadsheet is a ZIP archive: what it would become once opened is weighed first, for real, without keeping it."""

import io
import re
import zipfile
import zlib

from spapser.errors import FichierIllisible

TAILLE = 1 << 30
ENTREES = 5000
RATIO, RATIO_DES = 300, 50 << 20
MORCEAU = 1 << 20
REPETEES = re.compile(rb'number-(rows|columns)-repeated="(\d+)"')
CELLULES = 50_000_000


def check_archive(nom: str, contenu: bytes, format: str) -> None:
    """FichierIllisible when the archive is cut, holds no workbook, or swells beyond reason (a « zip bomb »)."""
    if format == "XLS":
        return
    try:
        with zipfile.ZipFile(io.BytesIO(contenu)) as archive:
            entrees = archive.infolist()
            if not any(e.filename.endswith(("workbook.xml", "workbook.bin", "content.xml")) for e in entrees):
                raise FichierIllisible(f"Le fichier « {nom} » est une archive, pas un classeur : déposer le tableau qu’elle "
                                       "contient.")
            if len(entrees) > ENTREES or sum(measure(archive, entree) for entree in entrees) > TAILLE:
                raise OverflowError
    except OverflowError:
        raise FichierIllisible(f"Le classeur « {nom} » devient démesuré une fois ouvert : ne garder que la feuille utile, ou "
                               "l’enregistrer en CSV.") from None
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
        raise FichierIllisible(f"Le classeur « {nom} » est coupé ou abîmé : l’ouvrir dans le tableur, l’enregistrer de "
                               "nouveau, puis le déposer.") from None


def measure(archive: zipfile.ZipFile, entree: zipfile.ZipInfo) -> int:
    """Bytes that an entry really gives; OverflowError as soon as they are out of proportion."""
    total = 0
    with archive.open(entree) as flux:
        while morceau := flux.read(MORCEAU):
            total += len(morceau)
            if total > TAILLE or (total > RATIO_DES and total > RATIO * max(entree.compress_size, 1)):
                raise OverflowError
            if entree.filename.endswith("content.xml"):
                check_repetitions(morceau)
    return total


def check_repetitions(morceau: bytes) -> None:
    """An ODS cell may say « repeat me a million times »: OverflowError beyond what a sheet can hold and mean."""
    for genre, nombre in REPETEES.findall(morceau):
        if int(nombre) > (1_048_576 if genre == b"rows" else 16_384):
            raise OverflowError
