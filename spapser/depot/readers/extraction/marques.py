"""What calamine does not tell of the cells of a sheet: formulas in error or saved without their value, the percent format."""

import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree

MORCEAU, BORD = 1 << 22, 4096
CELLULE = rb'<c r="([A-Z]{1,3})([0-9]{1,7})"'
FORMULE = rb"(?:<f[^>]*/>|<f[^>]*>[^<]*</f>)"
ERREUR = re.compile(CELLULE + rb'[^>]*? t="e"[^>]*>' + FORMULE + rb"?<v>(#[^<]{1,20})</v>")
# A formula whose result is an empty text has its type: that one was computed.
SANS_VALEUR = re.compile(CELLULE + rb'(?: s="[0-9]*")?>' + FORMULE + rb"(?:<v\s*/>|<v></v>)?</c>")
PERCENT = CELLULE + rb' s="(?:%s)"(?: t="n")?>'
# A code between quotation marks or after a backslash is only shown: 12"%" is twelve.
MONTRE = re.compile(r'"[^"]*"|\\.')
POURCENT_USUELS = {"9", "10"}
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
GENRE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}value-type"
REPETEES, MARQUES_ODS = 1 << 14, (b'value-type="percentage"', b"table:formula=")


@dataclass
class Marques:
    """What is said of some cells, row by row: the text of an error, the columns (from 1) in percent; `formules` were never
    computed."""

    erreurs: dict[int, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))
    pourcents: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    formules: set[tuple[int, int]] = field(default_factory=set)


def read_marques(contenu: io.BytesIO, rang: int) -> Marques:
    """The marks of a sheet; none for a workbook that is no archive."""
    if not zipfile.is_zipfile(contenu):
        return Marques()
    with zipfile.ZipFile(contenu) as archive:
        if partie := find_part(archive, rang):
            return read_xlsx(archive, partie)
        return read_ods(archive, rang) if "content.xml" in archive.namelist() else Marques()


def find_part(archive: zipfile.ZipFile, rang: int) -> str:
    """The part of the archive that holds a sheet; empty when the workbook is no XLSX."""
    try:
        liens = {lien.get("Id"): lien.get("Target", "") for lien in parse(archive, "xl/_rels/workbook.xml.rels")}
        feuilles = parse(archive, "xl/workbook.xml").findall("{*}sheets/{*}sheet")
        (identifiant,) = (valeur for cle, valeur in feuilles[rang].items() if cle.endswith("}id"))
        partie = "xl/" + liens[identifiant].removeprefix("/xl/")
    except (KeyError, IndexError, ValueError, ElementTree.ParseError, zipfile.BadZipFile):
        return ""
    return partie if partie in archive.namelist() else ""


def parse(archive: zipfile.ZipFile, partie: str) -> ElementTree.Element:
    """The root of a part."""
    return ElementTree.fromstring(archive.read(partie))


def read_xlsx(archive: zipfile.ZipFile, partie: str) -> Marques:
    """The marks of a sheet, its part being read piece by piece."""
    marques, styles = Marques(), list_percents(archive)
    pourcent = re.compile(PERCENT % "|".join(styles).encode()) if styles else None
    for texte in iter_pieces(archive, partie):
        for colonne, ligne, erreur in ERREUR.findall(texte):
            marques.erreurs[int(ligne)][rank(colonne)] = erreur.decode("ascii", "replace")
        marques.formules.update((int(ligne), rank(colonne)) for colonne, ligne in SANS_VALEUR.findall(texte))
        for colonne, ligne in pourcent.findall(texte) if pourcent else ():
            marques.pourcents[int(ligne)].add(rank(colonne))
    return marques


def iter_pieces(archive: zipfile.ZipFile, partie: str) -> Iterator[bytes]:
    """The text of a part, each piece after the end of the one before."""
    reste = b""
    with archive.open(partie) as flux:
        while morceau := flux.read(MORCEAU):
            yield reste + morceau
            reste = (reste + morceau)[-BORD:]


def rank(lettres: bytes) -> int:
    """« A » -> 1, « AA » -> 27."""
    rang = 0
    for lettre in lettres:
        rang = rang * 26 + lettre - 64
    return rang


def list_percents(archive: zipfile.ZipFile) -> list[str]:
    """Styles whose number format is a percentage."""
    try:
        racine = parse(archive, "xl/styles.xml")
    except (KeyError, ElementTree.ParseError, zipfile.BadZipFile):
        return []
    formats = {format.get("numFmtId") for format in racine.findall("{*}numFmts/{*}numFmt")
               if "%" in MONTRE.sub("", format.get("formatCode", ""))}
    return [str(rang) for rang, style in enumerate(racine.findall("{*}cellXfs/{*}xf"))
            if style.get("numFmtId") in formats | POURCENT_USUELS]


def read_ods(archive: zipfile.ZipFile, rang: int) -> Marques:
    """The marks of a sheet of an OpenDocument workbook, read row by row when it has percentages or formulas."""
    marques = Marques()
    if not any(mot in texte for texte in iter_pieces(archive, "content.xml") for mot in MARQUES_ODS):
        return marques
    ligne = 1
    with archive.open("content.xml") as flux:
        for evenement, noeud in ElementTree.iterparse(flux, ("start", "end")):
            if evenement == "start":
                rang -= noeud.tag == f"{TABLE}table"
            elif noeud.tag == f"{TABLE}table-row" and rang == -1:
                fois, pourcents, formules = repeat(noeud, "rows"), *list_ods_marks(noeud)
                for numero in range(ligne, ligne + min(fois, REPETEES) if pourcents or formules else ligne):
                    marques.pourcents[numero].update(pourcents)
                    marques.formules.update((numero, place) for place in formules)
                ligne += fois
            if evenement == "end" and noeud.tag == f"{TABLE}table-row":
                noeud.clear()
    return marques


def list_ods_marks(rangee: ElementTree.Element) -> tuple[list[int], list[int]]:
    """Columns of a row whose cells are in percent, and those whose formula was never computed: it has no type of value."""
    pourcents, formules, place = [], [], 1
    for cellule in rangee:
        fois, genre = repeat(cellule, "columns"), cellule.get(GENRE)
        repetees = range(place, place + min(fois, REPETEES))
        pourcents += repetees if genre == "percentage" else ()
        formules += repetees if cellule.get(f"{TABLE}formula") and genre is None else ()
        place += fois
    return pourcents, formules


def repeat(noeud: ElementTree.Element, quoi: str) -> int:
    """How many times a row or a cell is there."""
    fois = noeud.get(f"{TABLE}number-{quoi}-repeated", "1")
    return int(fois) if fois.isdecimal() else 1
