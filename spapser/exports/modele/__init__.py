"""The template of a dataset, made from the catalogue: what a person fills before depositing a file."""

from spapser.exports.modele.classeur import write_xlsx
from spapser.exports.modele.gabarit import Gabarit, build_gabarit
from spapser.exports.modele.texte import write_csv

__all__ = ["Gabarit", "build_gabarit", "write_csv", "write_xlsx"]
