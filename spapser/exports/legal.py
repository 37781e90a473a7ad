"""The legal table of article L2111-3 as CSV: one line per category, mode and period."""

from spapser.exports.csv_tableur import write_csv
from spapser.suivi import Suivi
from spapser.suivi.obligation import LigneLegale, list_lignes_legales

NOM = "tableau-legal.csv"
CHAMPS = ("categorie", "libelle", "mode", "debut", "fin", "taux", "numerateur", "denominateur", "reponses_inconnues", "total",
          "cible", "comparaison", "statut", "source", "edition")


def write_legal(suivi: Suivi) -> bytes:
    """CSV (UTF-8, commas) of the whole table; `taux` and `cible` in percent, euros in the mode « en valeur »."""
    return write_csv(CHAMPS, (list_valeurs(ligne, suivi.edition) for ligne in list_lignes_legales(suivi)))


def list_valeurs(ligne: LigneLegale, edition: int) -> tuple:
    """The cells of one line, in the order of CHAMPS."""
    cible = ligne.cible
    return (ligne.obligation.code, ligne.obligation.libelle, ligne.mode, ligne.debut, ligne.fin, ligne.taux, ligne.numerateur,
            ligne.denominateur, ligne.inconnues, ligne.total, cible.valeur if cible else None,
            cible.comparaison if cible else None, ligne.statut.value, ligne.source, edition)
