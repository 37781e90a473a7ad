"""The sheet a person fills: French titles, lists, formats, rows already written."""

from collections.abc import Mapping
from datetime import date

from xlsxwriter.worksheet import Worksheet

from spapser.catalogue import Colonne
from spapser.depot.table import name_letter
from spapser.exports.modele.explications import describe_besoin
from spapser.exports.modele.gabarit import Gabarit
from spapser.exports.modele.style import LIGNE, Styles, count_lines, find_width, prepare_print
from spapser.exports.modele.validation import build_validation
from spapser.typographie import insecables

LIBRES = 500
HAUTEUR_ENTETE = 34


def fill_saisie(feuille: Worksheet, gabarit: Gabarit, plages: Mapping[str, str], styles: Styles) -> None:
    """Write the entry sheet; `plages` says where the list of a column stands on the sheet of codes."""
    derniere = len(gabarit.lignes) + LIBRES
    largeurs = find_widths(gabarit)
    for place, colonne in enumerate(gabarit.colonnes):
        feuille.set_column(place, place, largeurs[place], styles.colonne(colonne))
        write_header(feuille, place, colonne, styles)
        regle = build_validation(colonne, plages.get(colonne.nom, ""))
        if regle:
            feuille.data_validation(1, place, derniere, place, regle)
        mark_cells(feuille, place, colonne, derniere, styles)
    write_rows(feuille, gabarit, gabarit.lignes, styles)
    feuille.set_row(0, HAUTEUR_ENTETE)
    feuille.freeze_panes(1, 1)
    prepare_print(feuille)
    feuille.repeat_rows(0)


def write_header(feuille: Worksheet, place: int, colonne: Colonne, styles: Styles) -> None:
    """The title of a column, and what to write below it as a note."""
    feuille.write_string(0, place, colonne.titre, styles.entete(colonne))
    note = insecables(f"{colonne.description}\n{describe_besoin(colonne)}.")
    feuille.write_comment(0, place, note, {"author": "SPAPSER", "x_scale": 2.2, "y_scale": 1.1, "font_size": 10})


def mark_cells(feuille: Worksheet, place: int, colonne: Colonne, derniere: int, styles: Styles) -> None:
    """Whole numbers without decimals; a required cell left empty on a row begun is coloured."""
    lettres = name_letter(place + 1)
    if colonne.type == "number":
        entier = f"=AND(ISNUMBER({lettres}2),{lettres}2=INT({lettres}2))"
        feuille.conditional_format(1, place, derniere, place, {"type": "formula", "criteria": entier, "format": styles.entier})
    if colonne.obligatoire and not colonne.defaut:
        vide = f"=AND(COUNTA($A2:$XFD2)>0,LEN({lettres}2)=0)"
        feuille.conditional_format(1, place, derniere, place, {"type": "formula", "criteria": vide, "format": styles.attente})


def find_widths(gabarit: Gabarit) -> list[float]:
    """The width of each column, for what is written in it now and what was last year."""
    rangees = (*gabarit.lignes, *gabarit.rappel)
    return [find_width(colonne, [rangee.get(colonne.nom, "") for rangee in rangees]) for colonne in gabarit.colonnes]


def write_rows(feuille: Worksheet, gabarit: Gabarit, lignes: tuple[Mapping[str, str], ...], styles: Styles) -> None:
    """Rows of text as typed cells, under the header, each as high as its longest text."""
    largeurs = find_widths(gabarit)
    for rang, ligne in enumerate(lignes, 1):
        textes = [ligne.get(colonne.nom, "") for colonne in gabarit.colonnes]
        hauteur = max(count_lines(texte, largeur) for texte, largeur in zip(textes, largeurs, strict=True))
        feuille.set_row(rang, LIGNE * hauteur if hauteur > 1 else None)
        for place, (colonne, texte) in enumerate(zip(gabarit.colonnes, textes, strict=True)):
            write_value(feuille, rang, place, colonne, texte, styles)


def write_value(feuille: Worksheet, rang: int, place: int, colonne: Colonne, valeur: str, styles: Styles) -> None:
    """One cell: a number, a day, or text that no spreadsheet takes for a formula; nothing when it is empty."""
    if not valeur:
        return
    if colonne.type in ("number", "integer", "year"):
        feuille.write_number(rang, place, float(valeur), styles.colonne(colonne))
    elif colonne.type == "date":
        feuille.write_datetime(rang, place, date.fromisoformat(valeur), styles.colonne(colonne))
    else:
        feuille.write_string(rang, place, valeur, styles.colonne(colonne))
