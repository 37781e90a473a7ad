"""A selection of contracts as a CSV file: the columns of the dataset, what is true of each contract, where it comes from."""

from collections.abc import Iterable

from spapser.catalogue import Catalogue
from spapser.exports.csv_tableur import write_csv
from spapser.suivi.portrait import REPONSES

LIMITE = 100_000


def export_contrats(catalogue: Catalogue, lignes: Iterable[dict]) -> bytes:
    """UTF-8 CSV with a byte-order mark; a fact is « oui », « non » or « inconnu », the last column names the deposited file."""
    noms = [colonne.nom for colonne in catalogue.jeu("contrats").colonnes]
    faits = [fait.code for fait in catalogue.faits]
    return write_csv(["contrat", *noms, *(f"fait_{code}" for code in faits), "source"], (
        (ligne["contrat"], *(ligne[nom] for nom in noms), *(REPONSES[ligne[code]] for code in faits), ligne["document"])
        for ligne in lignes))
