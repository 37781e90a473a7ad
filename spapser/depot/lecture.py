"""From bytes to text cells that keep the line numbers a person sees in the file."""

import csv
import io
from dataclasses import dataclass

from spapser.depot.rapport import Anomalie, Lieu


@dataclass(frozen=True)
class Ligne:
    """One record: the line of the file on which it begins, its cells as text, and the characters that end it."""

    numero: int
    cellules: tuple[str, ...]
    fin: str = "\n"


@dataclass(frozen=True)
class TableBrute:
    """A file as text: its header, its records, and what could not be read of it."""

    fichier: str
    entete: Ligne | None
    lignes: tuple[Ligne, ...]
    anomalies: tuple[Anomalie, ...] = ()


def read_csv(fichier: str, contenu: bytes) -> TableBrute:
    """Cells of a CSV file (UTF-8, commas). Blank lines are skipped, as the database does; never raises."""
    try:
        texte = contenu.decode("utf-8-sig")
    except UnicodeDecodeError as erreur:
        return TableBrute(fichier, None, (), (describe_encoding(fichier, contenu, erreur.start),))
    toutes, anomalies = split_records(fichier, texte)
    anomalies += check_line_ends(fichier, toutes)
    lignes = tuple(ligne for ligne in toutes if ligne.cellules)
    if not lignes and not anomalies:
        remede = "y remettre la ligne d’en-tête puis les lignes de données"
        anomalies = (Lieu(fichier).report("fichier_vide", "le fichier est vide", remede),)
    return TableBrute(fichier, lignes[0] if lignes else None, lignes[1:], anomalies)


def split_records(fichier: str, texte: str) -> tuple[tuple[Ligne, ...], tuple[Anomalie, ...]]:
    """Records, blank ones too, with the line where each begins; a quoted cell may run over several lines."""
    physiques = list(io.StringIO(texte, newline=""))
    lecteur = csv.reader(physiques, strict=True)
    lignes, debut = [], 1
    try:
        for cellules in lecteur:
            lignes.append(Ligne(debut, tuple(cellules), find_line_end(physiques[lecteur.line_num - 1])))
            debut = lecteur.line_num + 1
    except csv.Error:
        message = "la ligne est illisible, ses guillemets ne se referment pas comme il faut"
        remede = "entourer la cellule de guillemets droits et doubler ceux qu’elle contient"
        return tuple(lignes), (Lieu(fichier, debut).report("guillemets", message, remede),)
    return tuple(lignes), ()


def find_line_end(physique: str) -> str:
    """The characters that end a line of the file; none on a last line left open."""
    return next((fin for fin in ("\r\n", "\n", "\r") if physique.endswith(fin)), "")


def check_line_ends(fichier: str, lignes: tuple[Ligne, ...]) -> tuple[Anomalie, ...]:
    """The database refuses a file whose lines end in two ways, as happens when two programs wrote it in turn."""
    intruse = next((ligne for ligne in lignes if ligne.fin not in ("", lignes[0].fin)), None)
    if intruse is None:
        return ()
    message = "la ligne ne se termine pas par les mêmes caractères que la première"
    remede = "enregistrer de nouveau le fichier entier avec un seul logiciel"
    return (Lieu(fichier, intruse.numero).report("fins_de_ligne", message, remede),)


def describe_encoding(fichier: str, contenu: bytes, position: int) -> Anomalie:
    """The line that holds the first byte that is not UTF-8, with the character the person most likely typed."""
    ligne = contenu.count(b"\n", 0, position) + 1
    lu = contenu[position : position + 1].decode("cp1252", errors="replace")
    message = f"un caractère n’est pas en UTF-8 (sans doute « {lu} »)"
    remede = "enregistrer de nouveau le fichier au format « CSV UTF-8 »"
    return Lieu(fichier, ligne, valeur=lu).report("encodage", message, remede)
