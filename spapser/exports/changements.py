"""What a publication would change, to read at leisure: rows of each state, figures and statuses before and after, as CSV."""

from spapser.catalogue import load_catalogue
from spapser.depot.apercu import Apercu
from spapser.depot.difference import list_changes
from spapser.depot.parcours import Examen
from spapser.exports.csv_tableur import FRANCAIS, write_csv
from spapser.store import Base

LIMITE = 100_000
EFFETS = ("Indicateur ou objectif", "Détail", "Année", "Avant", "Après", "Statut avant", "Statut après")


def export_changes(examen: Examen, apercu: Apercu, courante: Base) -> bytes:
    """Rows added, modified (before, then after) and removed, the first LIMITE ones of each year."""
    jeu = load_catalogue().jeu(examen.demande.jeu)
    titres = ["Changement", "Ligne", *(colonne.titre for colonne in jeu.colonnes)]
    lignes = (ligne for lot in apercu.lots for ligne in list_changes(examen.table.atelier, jeu, lot, courante, LIMITE))
    return write_csv(titres, lignes, FRANCAIS)


def export_effects(apercu: Apercu) -> bytes:
    """Every figure or status that moves."""
    return write_csv(EFFETS, ((e.libelle, e.modalite, e.annee, e.avant, e.apres, e.statut_avant, e.statut_apres)
                              for e in apercu.effets), FRANCAIS)
