"""What calamine does not tell of the cells of an old workbook (XLS): those in error, which it gives as empty, and in percent."""

import io
import os
from contextlib import suppress

import xlrd
from marques import MONTRE, Marques

ERREUR = b"\x05\x02\x08\x00"  # the record of a cell that holds an error or a boolean


def open_xls(contenu: io.BytesIO) -> xlrd.Book | None:
    """The workbook, its sheets not read yet; None when it is of another format, or when nothing in it has a mark."""
    octets = contenu.getvalue()
    if not octets.startswith(b"\xd0\xcf\x11\xe0"):
        return None
    try:
        with open(os.devnull, "w") as rien:
            livre = xlrd.open_workbook(file_contents=octets, formatting_info=True, on_demand=True, logfile=rien)
        return livre if ERREUR in octets or list_percents(livre) else None
    except Exception:  # what calamine reads and xlrd does not has no mark
        return None


def list_percents(livre: xlrd.Book) -> set[int]:
    """Styles whose number format is a percentage."""
    formats = {cle for cle, format in livre.format_map.items() if "%" in MONTRE.sub("", format.format_str or "")}
    return {rang for rang, style in enumerate(livre.xf_list) if not style.is_style and style.format_key in formats}


def read_xls(livre: xlrd.Book, nom: str) -> Marques:
    """The marks of a sheet."""
    marques, styles = Marques(), list_percents(livre)
    with suppress(Exception):  # what was seen before a damaged cell is kept
        feuille = livre.sheet_by_name(nom)
        for ligne in range(feuille.nrows):
            for place, genre in enumerate(feuille.row_types(ligne)):
                if genre == xlrd.XL_CELL_ERROR:
                    code = feuille.cell_value(ligne, place)
                    marques.erreurs[ligne + 1][place + 1] = xlrd.error_text_from_code.get(code, "#ERREUR")
                elif genre == xlrd.XL_CELL_NUMBER and feuille.cell_xf_index(ligne, place) in styles:
                    marques.pourcents[ligne + 1].add(place + 1)
        livre.unload_sheet(nom)
    return marques
