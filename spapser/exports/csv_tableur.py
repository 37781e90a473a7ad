"""Rows as a CSV file that a spreadsheet opens with a double click: UTF-8 with a mark, no cell taken for a formula."""

import csv
import io
from collections.abc import Iterable, Sequence
from itertools import chain

from spapser.exports.cellule import write_cellule

FRANCAIS = ";"  # what a French spreadsheet expects where numbers have decimal commas


def write_csv(titres: Sequence[str], lignes: Iterable[Sequence], separateur: str = ",") -> bytes:
    """The titles, then the rows in their order."""
    return write_cellules(([write_cellule(cellule) for cellule in ligne] for ligne in chain([titres], lignes)), separateur)


def write_cellules(lignes: Iterable[Sequence[str]], separateur: str = ",") -> bytes:
    """Rows whose cells are such text already, the titles first."""
    flux = io.StringIO()
    csv.writer(flux, delimiter=separateur, lineterminator="\r\n").writerows(lignes)
    return flux.getvalue().encode("utf-8-sig")
