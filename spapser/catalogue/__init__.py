"""WHAT is promised and measured: words in TOML, read into frozen values."""

from spapser.catalogue.load import load_catalogue
from spapser.catalogue.model import Axe, Catalogue, Colonne, Fiche, Graphique, Indicateur, Jeu, Objectif

__all__ = ["Axe", "Catalogue", "Colonne", "Fiche", "Graphique", "Indicateur", "Jeu", "Objectif", "load_catalogue"]
