"""Real files in every accepted format, and what the readers make of them."""

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

import duckdb
import xlsxwriter
import xlwt

from spapser.catalogue import load_catalogue
from spapser.depot.readers import read_file
from spapser.depot.table import TableLue

HEURES = [["Opération", "Type", "Année", "Heures réalisées", "Note"],
          ["Collecte des ordures", "Services", 2025, 1927.04, "Été"],
          ["Nettoyage", "Services", 2025, 97972, None],
          ["Voirie", "Travaux", 2025, None, "Réserve"]]
MANIFESTE = "application/vnd.oasis.opendocument.spreadsheet"
ESPACES = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:'
           'table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"')


class Lecture(NamedTuple):
    """A file once read: its table, its rows (ligne, cells…) and those set aside."""

    table: TableLue
    lignes: list[tuple]
    totaux: list[tuple]

    @property
    def titres(self) -> list[str]:
        """Titles of the columns."""
        return [colonne.titre for colonne in self.table.colonnes]

    @property
    def remarques(self) -> list[str]:
        """What was said of the file."""
        return [remarque.message for remarque in self.table.remarques]


@contextmanager
def reading(nom: str, contenu: bytes, jeu: str = "insertion_operations", feuille: str = "") -> Iterator[Lecture]:
    """The file as the readers see it, its workshop closed at the end."""
    table = read_file(nom, contenu, load_catalogue().jeu(jeu), feuille)
    try:
        champs = ", ".join(table.champs)
        yield Lecture(table, table.atelier.query(f"select ligne, {champs} from lu order by ligne"),
                      table.atelier.query("select * from totaux order by ligne"))
    finally:
        table.atelier.close()


def read(nom: str, contenu: bytes, jeu: str = "insertion_operations", feuille: str = "") -> Lecture:
    """The same, when the workshop is not asked anything more."""
    with reading(nom, contenu, jeu, feuille) as lecture:
        return lecture


def write_text(valeur) -> str:
    """A value as a French spreadsheet saves it in a CSV file."""
    if isinstance(valeur, float):
        return str(valeur).replace(".", ",")
    return "" if valeur is None else str(valeur)


def write_csv(lignes: Sequence[Sequence], separateur: str = ";", codage: str = "utf-8", fin: str = "\r\n") -> bytes:
    """A CSV file."""
    flux = io.StringIO()
    csv.writer(flux, delimiter=separateur, lineterminator=fin).writerows([write_text(v) for v in ligne] for ligne in lignes)
    return flux.getvalue().encode(codage)


def write_xlsx(feuilles: dict[str, Sequence[Sequence]], cachees: Sequence[str] = (), fusion: str = "") -> bytes:
    """A workbook of several sheets; text that begins with « = » is a formula, its value being 12.5."""
    flux = io.BytesIO()
    classeur = xlsxwriter.Workbook(flux, {"in_memory": True})
    jour = classeur.add_format({"num_format": "dd/mm/yyyy"})
    for nom, lignes in feuilles.items():
        feuille = classeur.add_worksheet(nom)
        if nom in cachees:
            feuille.hide()
        elif cachees:
            feuille.activate()
            feuille.set_first_sheet()
        for rang, ligne in enumerate(lignes):
            for place, valeur in enumerate(ligne):
                if isinstance(valeur, str) and valeur.startswith("="):
                    feuille.write_formula(rang, place, valeur, None, "#DIV/0!" if "/0" in valeur else 12.5)
                elif isinstance(valeur, date):
                    feuille.write_datetime(rang, place, valeur, jour)
                else:
                    feuille.write(rang, place, valeur)
        if fusion:
            feuille.merge_range(fusion, lignes[0][0])
    classeur.close()
    return flux.getvalue()


def write_xls(feuilles: dict[str, Sequence[Sequence]]) -> bytes:
    """An old workbook."""
    classeur = xlwt.Workbook()
    jour = xlwt.easyxf(num_format_str="dd/mm/yyyy")
    for nom, lignes in feuilles.items():
        feuille = classeur.add_sheet(nom)
        for rang, ligne in enumerate(lignes):
            for place, valeur in enumerate(ligne):
                if isinstance(valeur, date):
                    feuille.write(rang, place, valeur, jour)
                elif valeur is not None:
                    feuille.write(rang, place, valeur)
    flux = io.BytesIO()
    classeur.save(flux)
    return flux.getvalue()


def write_ods(feuilles: dict[str, Sequence[Sequence]]) -> bytes:
    """An OpenDocument workbook."""
    tables = "".join(f'<table:table table:name="{escape(nom)}">' + "".join(
        f"<table:table-row>{''.join(map(write_ods_cell, ligne)) or '<table:table-cell/>'}</table:table-row>" for ligne in lignes
    ) + "</table:table>" for nom, lignes in feuilles.items())
    return zip_ods(f"<office:document-content {ESPACES}><office:body><office:spreadsheet>{tables}</office:spreadsheet>"
                   "</office:body></office:document-content>")


def write_ods_cell(valeur) -> str:
    """A cell of an OpenDocument sheet."""
    if valeur is None:
        return "<table:table-cell/>"
    if isinstance(valeur, bool):
        return f'<table:table-cell office:value-type="boolean" office:boolean-value="{str(valeur).lower()}"/>'
    if isinstance(valeur, date):
        return f'<table:table-cell office:value-type="date" office:date-value="{valeur.isoformat()}"/>'
    if isinstance(valeur, (int, float)):
        return f'<table:table-cell office:value-type="float" office:value="{valeur}"/>'
    return f'<table:table-cell office:value-type="string"><text:p>{escape(valeur)}</text:p></table:table-cell>'


def zip_ods(contenu: str) -> bytes:
    """The archive of an OpenDocument workbook."""
    flux = io.BytesIO()
    with zipfile.ZipFile(flux, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), MANIFESTE)
        archive.writestr("content.xml", f'<?xml version="1.0" encoding="UTF-8"?>{contenu}')
        archive.writestr("META-INF/manifest.xml", '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:'
                         'manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="' + MANIFESTE +
                         '"/></manifest:manifest>')
    return flux.getvalue()


def write_parquet(dossier: Path, sql: str) -> bytes:
    """The result of a query as a Parquet file."""
    chemin = dossier / "ecrit.parquet"
    duckdb.connect().execute(f"copy ({sql}) to '{chemin}' (format parquet)")
    return chemin.read_bytes()
