"""Spreadsheets (XLSX, XLS, ODS) read by calamine: values, not formulas, each row under the number it has on screen."""

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import chain, islice

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from spapser.catalogue import Jeu
from spapser.depot.avancement import Avancement
from spapser.depot.readers.archive import check_archive
from spapser.depot.readers.cadrage import DEBUT, Rangee, frame
from spapser.depot.readers.tri import Tri
from spapser.depot.table import TableLue
from spapser.errors import FichierIllisible
from spapser.store import Atelier


def read_classeur(nom: str, contenu: bytes, format: str, jeu: Jeu, feuille: str, atelier: Atelier,
                  avancement: Avancement) -> TableLue:
    """One sheet in the workshop: the one asked for, else the first that holds something."""
    classeur = open_classeur(nom, contenu, format)
    noms = list_sheets(classeur)
    if feuille and feuille not in noms:
        raise FichierIllisible(f"Le classeur « {nom} » n’a pas de feuille « {feuille} » : choisir parmi {', '.join(noms)}.")
    if not noms:
        raise FichierIllisible(f"Aucune feuille du classeur « {nom} » n’a de cellule remplie : vérifier l’enregistrement.")
    choisie = feuille or noms[0]
    avancement(0.3, f"Lecture de la feuille « {choisie} »")
    rangees = iter_rows(classeur.get_sheet_by_name(choisie))
    debut = list(islice(rangees, DEBUT))
    cadre = frame(nom, debut, jeu)
    tri = Tri(nom, cadre, jeu)
    champs = [colonne.champ for colonne in cadre.colonnes]
    lignes = atelier.create_text("lu", champs, tri.keep_data(chain(debut, rangees)))
    tri.write_aside(atelier)
    return TableLue(nom, format, choisie, atelier, cadre.colonnes, cadre.entete, lignes, (*cadre.remarques, *tri.list_remarks()))


def list_feuilles_classeur(nom: str, contenu: bytes, format: str) -> tuple[str, ...]:
    """Visible sheets that hold something, in the order of the tabs."""
    return list_sheets(open_classeur(nom, contenu, format))


def open_classeur(nom: str, contenu: bytes, format: str) -> CalamineWorkbook:
    """The workbook; FichierIllisible when it is cut, locked, or would swell beyond reason."""
    check_archive(nom, contenu, format)
    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(contenu))
    except PasswordError:
        raise FichierIllisible(f"Le classeur « {nom} » est protégé par un mot de passe : le retirer, puis le déposer.") from None
    except (CalamineError, ValueError, OSError):
        raise FichierIllisible(f"Le classeur « {nom} » est coupé ou abîmé : l’ouvrir dans le tableur, l’enregistrer de "
                               "nouveau, puis le déposer.") from None


def list_sheets(classeur: CalamineWorkbook) -> tuple[str, ...]:
    """Names of the visible sheets that hold at least one cell."""
    visibles = [m.name for m in classeur.sheets_metadata
                if str(m.visible).endswith("Visible") and str(m.typ).endswith("WorkSheet")]
    return tuple(nom for nom in visibles if classeur.get_sheet_by_name(nom).height)


def iter_rows(feuille: CalamineSheet) -> Iterator[Rangee]:
    """Rows as text with the number and the columns they have on screen."""
    ligne, colonne = feuille.start or (0, 0)
    marge = [""] * colonne
    for numero, cellules in enumerate(feuille.to_python(skip_empty_area=True), ligne + 1):
        yield numero, marge + [write_value(cellule) for cellule in cellules]


def write_value(valeur) -> str:
    """A cell as text: 97972 for 97972.0, 1927.04 without the noise of floats, AAAA-MM-JJ, oui/non."""
    if isinstance(valeur, str):
        return valeur
    if isinstance(valeur, bool):
        return "oui" if valeur else "non"
    if isinstance(valeur, float):
        return str(int(valeur)) if valeur.is_integer() and abs(valeur) < 1e15 else format(valeur, ".15g")
    if isinstance(valeur, datetime) and valeur.time() == time():
        return valeur.date().isoformat()
    if isinstance(valeur, (datetime, date, time)):
        return valeur.isoformat(*([" "] if isinstance(valeur, datetime) else []))
    return str(valeur) if isinstance(valeur, (int, timedelta)) else ""
