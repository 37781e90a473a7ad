"""The person's own file, given back with its faulty cells coloured and explained; a last column sums up each row."""

import io
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import PurePath

import xlsxwriter

from spapser.catalogue import Jeu, load_catalogue
from spapser.depot.correspondance import Correspondance
from spapser.depot.nommage import read_title
from spapser.depot.rapport import Anomalie, Rapport
from spapser.depot.releve import list_anomalies
from spapser.depot.table import TableLue
from spapser.exports import csv_tableur as tableur
from spapser.exports.nom import safe_name

LIGNES_TABLEUR, NOTES = 50_000, 2000
DE_TABLE = ("annee_absente", "cellules_en_trop")
TITRE = "Anomalies"
PAQUET = 5000
FORMATS = {"titre": {"bold": True, "bottom": 1}, "jour": {"num_format": "dd/mm/yyyy", "align": "left"},
           True: {"bg_color": "#f8d7da", "font_color": "#7a0c0a"}, False: {"bg_color": "#fff3cd", "font_color": "#5c3a00"}}
NOMBRES = ("number", "integer", "year")
NOMBRE, JOUR = re.compile(r"-?(0|[1-9]\d{0,13})([.,]\d{1,9})?"), re.compile(r"(19|20)\d\d-\d\d-\d\d")


def annotate(table: TableLue, correspondance: Correspondance, rapport: Rapport) -> tuple[str, Callable[[], bytes]]:
    """Name of the annotated file, and what writes it: XLSX, or CSV beyond LIGNES_TABLEUR rows."""
    base = PurePath(table.fichier.replace("\\", "/")).stem
    if rapport.lignes > LIGNES_TABLEUR:
        return safe_name(f"{base}-annote.csv"), lambda: write_csv(table, correspondance, rapport)
    return safe_name(f"{base}-annote.xlsx"), lambda: write_xlsx(table, correspondance, rapport)


def group_anomalies(table: TableLue, correspondance: Correspondance, rapport: Rapport) -> dict[int, list[Anomalie]]:
    """Row number -> what was found there; those of the file as a whole under the row of the header."""
    groupes: dict[int, list[Anomalie]] = defaultdict(list)
    de_table = [a for a in rapport.anomalies if a.regle.startswith("colonne_") or a.regle in DE_TABLE]
    for anomalie in (*de_table, *list_anomalies(table, correspondance)):
        groupes[anomalie.ligne or table.entete].append(anomalie)
    return groupes


def list_rows(table: TableLue) -> Iterator[tuple]:
    """Rows as read, totals at their place: ligne, then the cells."""
    champs, debut = ", ".join(table.champs), -1
    sql = (f"select * from (select ligne, {champs} from lu union all select ligne, {champs} from totaux) "
           f"where ligne > ? order by ligne limit {PAQUET}")
    while paquet := table.atelier.query(sql, [debut]):
        yield from paquet
        debut = paquet[-1][0]


def list_around(table: TableLue) -> Iterator[tuple[int, list[str]]]:
    """Title rows above the header and notes at the foot: row number, its texts."""
    dedans = "select ligne from lu union all select ligne from totaux"
    yield from table.atelier.query("select ligne, list(texte order by rowid) from hors_tableau where ligne > 0 and ligne <> ? "
                                   f"and ligne not in ({dedans}) group by ligne", [table.entete])


def describe(anomalies: list[Anomalie], jeu: Jeu) -> str:
    """What is wrong in a row, and how to mend it, in a cell."""
    return " ".join(f"{'' if a.bloquante else '(à vérifier) '}{name_place(a, jeu)}{a.message} ; {a.remede}."
                    for a in anomalies)


def write_xlsx(table: TableLue, correspondance: Correspondance, rapport: Rapport) -> bytes:
    """A workbook laid out as the file: same rows, same columns."""
    sortie = io.BytesIO()
    classeur = xlsxwriter.Workbook(sortie, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    feuille = classeur.add_worksheet("Fichier annoté")
    formats = {nom: classeur.add_format(format) for nom, format in FORMATS.items()}
    anomalies, jeu = group_anomalies(table, correspondance, rapport), load_catalogue().jeu(rapport.jeu)
    places = {champ: int(champ[1:]) - 1 for champ in table.champs}
    fin, entete = max(places.values()) + 1, max(table.entete - 1, 0)
    write_around(feuille, table, places, entete, formats["titre"])
    write_remarks(feuille, entete, fin, anomalies.get(table.entete, []), jeu, formats)
    types = {correspondance.par_colonne.get(colonne.nom): colonne.type for colonne in jeu.colonnes}
    notes, rang = 0, -1 if table.entete else 0  # a file without header has its titles put on a row of their own
    for ligne, *cellules in list_rows(table):
        contenu, trouvees = dict(zip(table.champs, cellules, strict=True)), anomalies.get(ligne, [])
        fautives = {correspondance.par_colonne.get(a.colonne): a for a in reversed(trouvees)}
        for champ, valeur in contenu.items():
            write_cell(feuille, (ligne + rang, places[champ]), valeur, types.get(champ, ""), fautives.get(champ), formats)
        notes = write_notes(feuille, ligne + rang, places, fautives, notes)
        write_remarks(feuille, ligne + rang, fin, trouvees, jeu, formats)
    feuille.set_column(0, fin - 1, 18)
    feuille.set_column(fin, fin, 90)
    feuille.freeze_panes(entete + 1, 0)
    classeur.close()
    return sortie.getvalue()


def write_around(feuille, table: TableLue, places: dict, entete: int, format) -> None:
    """The header and what lies around the table."""
    for colonne in table.colonnes:
        feuille.write_string(entete, places[colonne.champ], colonne.titre, format)
    feuille.write_string(entete, max(places.values()) + 1, TITRE, format)
    for ligne, textes in list_around(table):
        feuille.write_row(ligne - 1, 0, textes)


def name_place(anomalie: Anomalie, jeu: Jeu) -> str:
    """« Date de notification : »; empty for a whole row."""
    return f"{read_title(anomalie.colonne, jeu)} : " if anomalie.colonne else ""


def write_remarks(feuille, ligne: int, fin: int, anomalies: list[Anomalie], jeu: Jeu, formats: dict) -> None:
    """The last column of a row."""
    if anomalies:
        feuille.write_string(ligne, fin, describe(anomalies, jeu)[:30_000], formats[any(a.bloquante for a in anomalies)])


def write_cell(feuille, place: tuple[int, int], valeur: str | None, type: str, faute: Anomalie | None, formats: dict) -> None:
    """A cell at fault in colour, as it was read; any other as a number or a day where its column holds some."""
    if faute:
        feuille.write_string(*place, valeur or "", formats[faute.bloquante])
    elif valeur and type in NOMBRES and NOMBRE.fullmatch(valeur):
        feuille.write_number(*place, float(valeur.replace(",", ".")))
    elif valeur and type == "date" and JOUR.fullmatch(valeur):
        feuille.write_datetime(*place, date.fromisoformat(valeur), formats["jour"])
    elif valeur is not None:
        feuille.write_string(*place, valeur)


def write_notes(feuille, ligne: int, places: dict, fautives: dict[str, Anomalie], notes: int) -> int:
    """A note on each cell at fault; returns the notes written so far."""
    for champ, faute in fautives.items():
        if champ in places and notes < NOTES:
            feuille.write_comment(ligne, places[champ], f"{faute.message} ; {faute.remede}.", {"x_scale": 2})
            notes += 1
    return notes


def write_csv(table: TableLue, correspondance: Correspondance, rapport: Rapport) -> bytes:
    """The same rows as CSV (semicolons, UTF-8 with mark), the explanations in the last column."""
    anomalies, jeu = group_anomalies(table, correspondance, rapport), load_catalogue().jeu(rapport.jeu)
    titres = ["Ligne", *(colonne.titre for colonne in table.colonnes), TITRE]
    return tableur.write_csv(titres, ((*ligne, describe(anomalies.get(ligne[0], []), jeu)) for ligne in list_rows(table)),
                             tableur.FRANCAIS)
