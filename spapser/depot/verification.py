"""A file of the product, then an edition, judged as they are written: the rules of the deposits, with nothing put right first."""

from collections.abc import Iterator
from pathlib import Path

from spapser.catalogue import Catalogue, Jeu
from spapser.depot.cellules import judge_cells
from spapser.depot.contexte import write_declarations, write_references
from spapser.depot.entete import check_header, check_shape
from spapser.depot.lecture import TableBrute, read_csv
from spapser.depot.lignes import judge_lines
from spapser.depot.net import list_years
from spapser.depot.rapport import Anomalie, Lieu, Rapport
from spapser.depot.releve import Lieux, read_pages
from spapser.depot.repetees import keep_codees
from spapser.store import Atelier, Edition, read_sql


def check_edition(edition: Edition, catalogue: Catalogue) -> list[Rapport]:
    """One report per dataset of the catalogue, in its order."""
    atelier = open_atelier(catalogue)
    try:
        return [check_in(atelier, edition.fichier(jeu.nom), jeu, catalogue) for jeu in catalogue.jeux]
    finally:
        atelier.close()


def check_file(chemin: Path, jeu: Jeu, catalogue: Catalogue) -> Rapport:
    """Judge one file; a missing or unreadable file is an anomaly like another."""
    atelier = open_atelier(catalogue)
    try:
        return check_in(atelier, chemin, jeu, catalogue)
    finally:
        atelier.close()


def open_atelier(catalogue: Catalogue) -> Atelier:
    """A workshop that knows what the catalogue refers to."""
    atelier = Atelier()
    write_references(atelier, catalogue)
    return atelier


def check_in(atelier: Atelier, chemin: Path, jeu: Jeu, catalogue: Catalogue) -> Rapport:
    """Judge one file in a workshop, in place of the file that was there."""
    try:
        contenu = chemin.read_bytes()
    except OSError:
        remede = f"le rétablir dans le dossier « {chemin.parent.name} »"
        absence = Lieu(chemin.name).report("fichier_absent", "le fichier manque ou ne s’ouvre pas", remede)
        return Rapport(jeu.nom, (absence,))
    table = read_csv(chemin.name, contenu)
    anomalies = [*table.anomalies, *check_header(table, jeu)]
    if table.entete and not any(anomalie.regle in ("separateur", "colonne_double") for anomalie in anomalies):
        anomalies += check_shape(table)
        entier = not any(anomalie.bloquante for anomalie in anomalies)
        anomalies += judge_rows(atelier, table, jeu, catalogue, entier)
    return Rapport(jeu.nom, tuple(sorted(anomalies, key=lambda anomalie: anomalie.ligne or 0)))


def judge_rows(atelier: Atelier, table: TableBrute, jeu: Jeu, catalogue: Catalogue, entier: bool) -> Iterator[Anomalie]:
    """The rules of cells; those of lines too when the whole file could be read."""
    atelier.create_text("net", [colonne.nom for colonne in jeu.colonnes], list_rows(table, jeu))
    atelier.execute("create or replace view lu as select ligne from net")
    atelier.execute("create or replace view codes as from net")
    keep_codees(atelier, {})
    atelier.execute(read_sql("depot/anomalies"))
    absentes = {colonne.nom for colonne in jeu.colonnes} - set(table.entete.cellules)
    judge_cells(atelier, jeu, catalogue, absentes)
    if entier:
        annees = list_years(atelier)
        write_declarations(atelier, jeu, annees, annees)
        judge_lines(atelier, jeu, strict=True)
    yield from read_pages(atelier, Lieux(table.fichier, {}, {}))


def list_rows(table: TableBrute, jeu: Jeu) -> Iterator[tuple]:
    """Lines that have as many cells as the header, laid out as the dataset, a blank cell being None."""
    places = {nom: place for place, nom in enumerate(table.entete.cellules)}
    attendu = len(table.entete.cellules)
    for ligne in table.lignes:
        if len(ligne.cellules) == attendu:
            cellules = (ligne.cellules[places[c.nom]] if c.nom in places else "" for c in jeu.colonnes)
            yield (ligne.numero, *(cellule if cellule.strip() else None for cellule in cellules))
