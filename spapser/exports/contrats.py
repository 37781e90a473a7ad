"""A selection of contracts as a CSV file: the columns of the dataset, what is true of each contract, where it comes from."""

import csv
import io
from collections.abc import Iterable

from spapser.catalogue import Catalogue
from spapser.exports.cellule import write_cellule
from spapser.suivi.portrait import REPONSES

LIMITE = 100_000


def export_contrats(catalogue: Catalogue, lignes: Iterable[dict]) -> bytes:
    """UTF-8 CSV with a byte-order mark; a fact is « oui », « non » or « inconnu », the last column names the deposited file."""
    noms = [colonne.nom for colonne in catalogue.jeu("contrats").colonnes]
    faits = [fait.code for fait in catalogue.faits]
    flux = io.StringIO()
    ecrivain = csv.writer(flux, lineterminator="\r\n")
    ecrivain.writerow(["contrat", *noms, *(f"fait_{code}" for code in faits), "source"])
    for ligne in lignes:
        ecrivain.writerow([ligne["contrat"], *(write_cellule(ligne[nom]) for nom in noms),
                           *(REPONSES[ligne[code]] for code in faits), write_cellule(ligne["document"])])
    return flux.getvalue().encode("utf-8-sig")
