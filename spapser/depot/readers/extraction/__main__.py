"""A program of its own: a workbook becomes one CSV file a sheet, in a process whose memory and time are bounded.

What a hostile workbook can do at worst is to end this process. It imports nothing of the package, so that it starts at once.
Run as `python -I extraction [FOLDER]`, the workbook on the standard input; prints a JSON list of sheets, or {"refus": why}.
Without a folder, only lists.
"""

import csv
import io
import json
import re
import resource
import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path

from marques import Marques, read_marques
from marques_xls import open_xls, read_xls
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError
from textes import read_textes

DISQUE = 2 << 30
# Memory, and seconds of processor, that any workbook may take, then for each of its bytes; the most.
MEMOIRE, PAR_OCTET, PLAFOND = 384 << 20, 300, 2 << 30
SECONDES, PAR_MO, LONGUE = 5, 30, 240
FUSIONS, FORMULES = 50, 1000
DUREE = re.compile(r"PT(\d{1,6})H(\d{1,2})M(\d{1,2})S")


def limit(octets: int) -> None:
    """Beyond these bounds the system ends the process: a small file that asks for gigabytes or minutes is no workbook."""
    memoire = min(PLAFOND, MEMOIRE + PAR_OCTET * octets)
    secondes = min(LONGUE, SECONDES + PAR_MO * octets // (1 << 20))
    for quoi, borne in ((resource.RLIMIT_AS, memoire), (resource.RLIMIT_FSIZE, DISQUE), (resource.RLIMIT_CPU, secondes),
                        (resource.RLIMIT_CORE, 0)):
        resource.setrlimit(quoi, (borne, borne))


def extract(contenu: io.BytesIO, dossier: Path | None) -> list[dict] | dict:
    """Sheets that hold something, in the order of the tabs; with a folder, the rows of each go to a file there."""
    try:
        classeur = CalamineWorkbook.from_filelike(contenu)
        feuilles, vieux = [], open_xls(contenu) if dossier else None
        for rang, fiche in enumerate(classeur.sheets_metadata):
            if not str(fiche.typ).endswith("WorkSheet"):
                continue
            feuille = classeur.get_sheet_by_name(fiche.name)
            if feuille.height:
                feuilles.append(describe(feuille, str(fiche.visible).endswith(".Visible"), f"feuille-{rang}.csv"))
                if dossier:
                    marques = read_xls(vieux, fiche.name) if vieux else read_marques(contenu, rang)
                    write_rows(feuille, marques, dossier / f"feuille-{rang}.csv")
                    feuilles[-1]["formules"] = sorted(marques.formules)[:FORMULES]
        if dossier:
            write_textes(read_textes(contenu), dossier / "textes.csv")
        return feuilles
    except PasswordError:
        return {"refus": "mot de passe"}
    except CalamineError as erreur:
        return {"refus": "mot de passe" if "password" in str(erreur).lower() else "abime"}


def describe(feuille: CalamineSheet, visible: bool, fichier: str) -> dict:
    """Name, file and merged cells of a sheet: [first row, first column, last row, last column], from 1."""
    fusions = [[a + 1 for a in (*debut, *fin)] for debut, fin in (feuille.merged_cell_ranges or [])[:FUSIONS]]
    return {"nom": feuille.name, "visible": visible, "fichier": fichier, "fusions": fusions}


def write_rows(feuille: CalamineSheet, marques: Marques, chemin: Path) -> None:
    """Rows that hold something: their number on screen, then their cells as text. Calamine gives the blank rows above the
    first filled cell, not the blank columns before it."""
    marge = [None] * (feuille.start or (0, 0))[1]
    with chemin.open("w", encoding="utf-8", newline="") as flux:
        ecrivain = csv.writer(flux)
        for numero, cellules in enumerate(feuille.iter_rows(), 1):
            rangee = [*marge, *cellules]
            textes = [ECRITURES[type(cellule)](cellule) for cellule in rangee]
            for place in marques.pourcents.get(numero, ()):
                textes[place - 1 : place] = [write_percent(cellule) for cellule in rangee[place - 1 : place]]
            for place, erreur in marques.erreurs.get(numero, {}).items():
                textes[place - 1 : place] = [erreur] if place <= len(textes) else []
            if any(textes):
                ecrivain.writerow([numero, *textes])


def write_percent(cellule: float | str | None) -> str:
    """What a cell in percent shows: « 75 % » for 0.75."""
    return f"{write_float(cellule * 100)} %" if isinstance(cellule, float) else ECRITURES[type(cellule)](cellule)


def write_textes(textes: list[tuple[str, str]], chemin: Path) -> None:
    """What is written outside the cells."""
    with chemin.open("w", encoding="utf-8", newline="") as flux:
        csv.writer(flux).writerows((rang, *texte) for rang, texte in enumerate(textes))


def write_float(nombre: float) -> str:
    """97972 for 97972.0, 1927.04 without the noise of floats."""
    return str(int(nombre)) if nombre.is_integer() and abs(nombre) < 1e15 else format(nombre, ".15g")


def write_moment(moment: datetime) -> str:
    """AAAA-MM-JJ, with the time when there is one."""
    return moment.date().isoformat() if moment.time() == time() else moment.isoformat(" ", "seconds")


def write_duree(duree: timedelta) -> str:
    """A length of time in hours: 36.5 for « 36:30:00 »."""
    return write_float(round(duree.total_seconds() / 3600, 6))


def write_texte(texte: str) -> str:
    """Text as it is; ODS gives a length of time as « PT36H30M00S »."""
    duree = DUREE.fullmatch(texte) if texte.startswith("PT") else None
    if duree is None:
        return texte
    heures, minutes, secondes = map(int, duree.groups())
    return write_duree(timedelta(hours=heures, minutes=minutes, seconds=secondes))


ECRITURES = {str: write_texte, bool: lambda b: "oui" if b else "non", int: str, float: write_float, datetime: write_moment,
             date: date.isoformat, time: time.isoformat, timedelta: write_duree, type(None): lambda _: ""}


if __name__ == "__main__":
    contenu = sys.stdin.buffer.read()
    limit(len(contenu))
    trouve = extract(io.BytesIO(contenu), Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    sys.stdout.write(json.dumps(trouve))
