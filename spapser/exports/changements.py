"""What a publication would change, to read at leisure: rows of each state, figures and statuses before and after, as CSV."""

import csv
import io
from collections.abc import Iterable, Sequence

from spapser.catalogue import load_catalogue
from spapser.depot.apercu import Apercu
from spapser.depot.difference import list_changes
from spapser.depot.parcours import Examen
from spapser.exports.cellule import write_cellule
from spapser.store import Base

LIMITE = 100_000
EFFETS = ("Indicateur ou objectif", "Détail", "Année", "Avant", "Après", "Statut avant", "Statut après")


def export_changes(examen: Examen, apercu: Apercu, courante: Base) -> bytes:
    """Rows added, modified (before, then after) and removed, the first LIMITE ones of each year."""
    jeu = load_catalogue().jeu(examen.demande.jeu)
    titres = ["Changement", "Ligne", *(colonne.titre for colonne in jeu.colonnes)]
    return write_csv(titres, (ligne for lot in apercu.lots
                              for ligne in list_changes(examen.table.atelier, jeu, lot, courante, LIMITE)))


def export_effects(apercu: Apercu) -> bytes:
    """Every figure or status that moves."""
    return write_csv(EFFETS, ((e.libelle, e.modalite, e.annee, e.avant, e.apres, e.statut_avant, e.statut_apres)
                              for e in apercu.effets))


def write_csv(titres: Sequence[str], lignes: Iterable[Sequence]) -> bytes:
    """A file that a French spreadsheet opens (semicolons, UTF-8 with mark); no cell is taken for a formula."""
    flux = io.StringIO()
    ecrivain = csv.writer(flux, delimiter=";", lineterminator="\r\n")
    ecrivain.writerow(titres)
    ecrivain.writerows([write_cellule(cellule) for cellule in ligne] for ligne in lignes)
    return flux.getvalue().encode("utf-8-sig")
