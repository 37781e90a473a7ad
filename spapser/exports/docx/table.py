"""Real tables: header row repeated on every page, rows that do not break, widths set. Written as XML: cell by cell is slow."""

from xml.sax.saxutils import escape, quoteattr

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from spapser.exports.docx.page import UTILE
from spapser.exports.docx.paragraphe import add_paragraphe
from spapser.exports.docx.styles import DOUX
from spapser.exports.rapport import Etat, Puces, Table
from spapser.exports.rapport.modele import Cellule
from spapser.suivi import Statut
from spapser.typographie import typographie_document

MARQUES = {Statut.ATTEINT: ("●", "1B7A43"), Statut.PARTIEL: ("◐", "8A5A00"), Statut.NON_ATTEINT: ("✕", "B3261E"),
           Statut.NON_EVALUE: ("○", DOUX), Statut.SECRET: ("○", DOUX), Statut.SANS_CIBLE: ("–", DOUX),
           Statut.NON_CONCERNE: ("∅", DOUX)}
TWIPS = 635  # English metric units in a twentieth of a point
VOILE, FILET = "E9F2F3", "C3CCD0"


def write_table(document: Document, table: Table, rang: int) -> None:
    """Caption, table, and a thin paragraph that keeps two tables apart."""
    add_paragraphe(document, table.legende, "Caption")
    largeurs = [round(part / sum(table.largeurs) * UTILE / TWIPS) for part in table.largeurs]
    grille = "".join(f'<w:gridCol w:w="{largeur}"/>' for largeur in largeurs)
    entete = write_rangee([write_paragraphe(titre, table, i, gras=True) for i, titre in enumerate(table.colonnes)], largeurs,
                          "<w:tblHeader/>", VOILE)
    rangees = "".join(write_rangee([write_cellule(cellule, table, i) for i, cellule in enumerate(ligne)], largeurs)
                      for ligne in table.lignes)
    document.element.body.insert_element_before(parse_xml(
        f"<w:tbl {nsdecls('w')}>{write_proprietes(table.legende, sum(largeurs))}<w:tblGrid>{grille}</w:tblGrid>"
        f"{entete}{rangees}</w:tbl>"), "w:sectPr")
    add_paragraphe(document, "", "Tableau petit")


def write_proprietes(legende: str, largeur: int) -> str:
    """Width, thin lines between rows, margins, and the caption again for assistive tools."""
    trait = f'w:val="single" w:sz="4" w:space="0" w:color="{FILET}"'
    traits = "".join(f"<w:{cote} {trait}/>" for cote in ("top", "bottom", "insideH"))
    resume = quoteattr(typographie_document(legende))
    return (f'<w:tblPr><w:tblW w:w="{largeur}" w:type="dxa"/><w:tblBorders>{traits}</w:tblBorders>'
            '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="80" w:type="dxa"/>'
            '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar><w:tblLook w:firstRow="1" '
            f'w:firstColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val={resume}/></w:tblPr>')


def write_rangee(cellules: list[str], largeurs: list[int], proprietes: str = "", fond: str = "") -> str:
    """One row; its cells are paragraphs already written."""
    ombre = f'<w:shd w:val="clear" w:color="auto" w:fill="{fond}"/>' if fond else ""
    corps = "".join(f'<w:tc><w:tcPr><w:tcW w:w="{largeur}" w:type="dxa"/>{ombre}</w:tcPr>{cellule}</w:tc>'
                    for cellule, largeur in zip(cellules, largeurs, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/>{proprietes}</w:trPr>{corps}</w:tr>"


def write_cellule(cellule: Cellule, table: Table, colonne: int) -> str:
    """The paragraphs of a cell."""
    if isinstance(cellule, Etat):
        marque, couleur = MARQUES[cellule.statut]
        suite = write_paragraphe(cellule.suite, table, colonne, couleur=DOUX) if cellule.suite else ""
        return write_paragraphe(cellule.mot, table, colonne, avant=write_morceau(f"{marque}\u00a0", couleur=couleur)) + suite
    if isinstance(cellule, Puces):
        return "".join(write_paragraphe(f"•\u00a0{element}", table, colonne) for element in cellule.elements)
    premier, *details = (cellule,) if isinstance(cellule, str) else cellule
    return write_paragraphe(premier, table, colonne) + "".join(
        write_paragraphe(detail, table, colonne, couleur=DOUX) for detail in details)


def write_paragraphe(texte: str, table: Table, colonne: int, gras: bool = False, couleur: str = "", avant: str = "") -> str:
    """A paragraph in the style of tables, at the right when its column holds numbers."""
    style = "Tableaupetit" if table.petite else "Tableau"
    droite = '<w:jc w:val="right"/>' if colonne in table.nombres else ""
    suit = "<w:keepNext/>" if gras else ""
    return (f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{suit}{droite}</w:pPr>{avant}'
            f"{write_morceau(typographie_document(texte), gras, couleur)}</w:p>")


def write_morceau(texte: str, gras: bool = False, couleur: str = "") -> str:
    """A run of text."""
    aspect = ("<w:b/>" if gras else "") + (f'<w:color w:val="{couleur}"/>' if couleur else "")
    return f'<w:r><w:rPr>{aspect}</w:rPr><w:t xml:space="preserve">{escape(texte)}</w:t></w:r>'
