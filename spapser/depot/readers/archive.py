"""A spreadsheet is a ZIP archive: what it says it becomes once opened is weighed before anything is opened."""

import io
import zipfile

from spapser.errors import FichierIllisible

TAILLE, ENTREES = 1 << 30, 5000
RATIO, RATIO_DES = 300, 50 << 20
DOCUMENTS = {"word/": "un document Word", "ppt/": "un diaporama", "Index/": "un document Numbers, Pages ou Keynote"}


def check_archive(nom: str, contenu: bytes) -> None:
    """FichierIllisible when the archive is cut, holds no workbook, or swells beyond reason (a « zip bomb »)."""
    try:
        with zipfile.ZipFile(io.BytesIO(contenu)) as archive:
            entrees = archive.infolist()
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
        raise report_damage(nom) from None
    noms = [entree.filename for entree in entrees]
    if any(entree.endswith("workbook.bin") for entree in noms):
        raise FichierIllisible(f"Le classeur « {nom} » est au format binaire XLSB : l’enregistrer au format XLSX.")
    if quoi := next((quoi for debut, quoi in DOCUMENTS.items() if any(entree.startswith(debut) for entree in noms)), ""):
        raise FichierIllisible(f"Le fichier « {nom} » est {quoi}, pas un tableau : en copier le tableau dans un classeur, "
                               "l’enregistrer en XLSX, puis le déposer.")
    if not any(entree.endswith(("workbook.xml", "content.xml")) for entree in noms):
        raise FichierIllisible(f"Le fichier « {nom} » est une archive, pas un classeur : déposer le tableau qu’elle contient.")
    taille = sum(entree.file_size for entree in entrees)
    if len(entrees) > ENTREES or taille > TAILLE or (taille > RATIO_DES and taille > RATIO * len(contenu)):
        raise report_excess(nom)


def report_excess(nom: str) -> FichierIllisible:
    """What to say of a workbook that does not fit in the memory of a deposit."""
    return FichierIllisible(f"Le classeur « {nom} » devient démesuré une fois ouvert : ne garder que les lignes et les colonnes "
                            "utiles, ou l’enregistrer en CSV.")


def report_damage(nom: str) -> FichierIllisible:
    """What to say of a workbook that cannot be opened."""
    return FichierIllisible(f"Le classeur « {nom} » est coupé ou abîmé : l’ouvrir dans le tableur, l’enregistrer de nouveau, "
                            "puis le déposer.")
