"""A file, then an edition, judged against the catalogue. Everything found is a value of the report."""

from collections.abc import Iterator
from pathlib import Path

from spapser.catalogue import Catalogue, Colonne, Jeu
from spapser.depot.cellule import Cellule, quote
from spapser.depot.croisement import CROISEMENTS, Rangees, check_key, check_measures
from spapser.depot.entete import check_header, check_shape
from spapser.depot.lecture import Ligne, TableBrute, read_csv
from spapser.depot.rapport import Anomalie, Lieu, Rapport
from spapser.depot.regles import check_cell
from spapser.store import Edition


def check_edition(edition: Edition, catalogue: Catalogue) -> list[Rapport]:
    """One report per dataset of the catalogue, in its order."""
    return [check_file(edition.fichier(jeu.nom), jeu, catalogue) for jeu in catalogue.jeux]


def check_file(chemin: Path, jeu: Jeu, catalogue: Catalogue) -> Rapport:
    """Judge one file; a missing or unreadable file is an anomaly like another."""
    try:
        contenu = chemin.read_bytes()
    except OSError:
        remede = f"le rétablir dans le dossier « {chemin.parent.name} »"
        absence = Lieu(chemin.name).report("fichier_absent", "le fichier manque ou ne s’ouvre pas", remede)
        return Rapport(jeu.nom, (absence,))
    return check_table(read_csv(chemin.name, contenu), jeu, catalogue)


def check_table(table: TableBrute, jeu: Jeu, catalogue: Catalogue) -> Rapport:
    """Judge text cells; lines are compared with one another only when the whole file could be read."""
    anomalies = [*table.anomalies, *check_header(table, jeu)]
    if not any(anomalie.regle in ("separateur", "colonne_double") for anomalie in anomalies):
        anomalies += check_shape(table)
        entier = not any(anomalie.bloquante for anomalie in anomalies)
        anomalies += check_cells(table, jeu, catalogue)
        anomalies += check_lines(table, jeu, catalogue) if entier else []
    return Rapport(jeu.nom, tuple(sorted(anomalies, key=lambda anomalie: anomalie.ligne or 0)))


def check_lines(table: TableBrute, jeu: Jeu, catalogue: Catalogue) -> Iterator[Anomalie]:
    """The rules that compare cells and lines with one another."""
    rangees = list_rows(table)
    yield from check_key(table.fichier, rangees, jeu)
    yield from check_measures(table.fichier, rangees, jeu)
    for check in CROISEMENTS.get(jeu.nom, ()):
        yield from check(table.fichier, rangees, catalogue)


def check_cells(table: TableBrute, jeu: Jeu, catalogue: Catalogue) -> Iterator[Anomalie]:
    """Each cell of a known column, one rule broken at most."""
    colonnes = {colonne.nom: (colonne, list_codes(colonne, catalogue)) for colonne in jeu.colonnes}
    for ligne in list_whole_lines(table):
        for nom, valeur in zip(table.entete.cellules, ligne.cellules, strict=True):
            if nom not in colonnes:
                continue
            colonne, codes = colonnes[nom]
            constat = check_cell(Cellule(valeur, colonne, codes))
            if constat:
                regle, (message, remede) = constat
                yield Lieu(table.fichier, ligne.numero, nom, quote(valeur)).report(regle, message, remede)


def list_whole_lines(table: TableBrute) -> list[Ligne]:
    """The lines that have as many cells as the header."""
    return [ligne for ligne in table.lignes if len(ligne.cellules) == len(table.entete.cellules)]


def list_rows(table: TableBrute) -> Rangees:
    """Whole lines as dictionaries, each with the number of its line in the file."""
    return [(ligne.numero, dict(zip(table.entete.cellules, ligne.cellules, strict=True))) for ligne in list_whole_lines(table)]


def list_codes(colonne: Colonne, catalogue: Catalogue) -> tuple[str, ...]:
    """The codes a column may refer to; none without reference."""
    if colonne.reference == "indicateur":
        return tuple(indicateur.code for indicateur in catalogue.indicateurs)
    if colonne.reference == "fiche":
        return tuple(fiche.code for fiche in catalogue.fiches)
    if colonne.reference == "objectif":
        return tuple(objectif.code for fiche in catalogue.fiches for objectif in fiche.objectifs)
    return ()
