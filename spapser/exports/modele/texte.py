"""A template as CSV, the way a French spreadsheet opens it with a double click."""

import csv
import io

from spapser.catalogue import Colonne
from spapser.exports.cellule import write_cellule
from spapser.exports.modele.gabarit import Gabarit


def write_csv(gabarit: Gabarit) -> bytes:
    """UTF-8 with a byte-order mark, semicolons, French titles, decimal commas, days first; formulas are disarmed."""
    flux = io.StringIO()
    ecrivain = csv.writer(flux, delimiter=";", lineterminator="\r\n")
    colonnes = gabarit.colonnes
    ecrivain.writerow([colonne.titre for colonne in colonnes])
    ecrivain.writerows([write_french(colonne, ligne.get(colonne.nom, "")) for colonne in colonnes] for ligne in gabarit.lignes)
    return flux.getvalue().encode("utf-8-sig")


def write_french(colonne: Colonne, valeur: str) -> str:
    """A cell of the catalogue as a French spreadsheet writes it: « 1927,04 », « 27/02/2024 »."""
    if colonne.type == "number":
        return valeur.replace(".", ",")
    if colonne.type == "date":
        return "/".join(reversed(valeur.split("-")))
    return write_cellule(valeur)
