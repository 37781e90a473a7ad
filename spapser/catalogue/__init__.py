"""WHAT is promised and measured: words in TOML, read into frozen values."""

from spapser.catalogue.jeu import Colonne, Jeu
from spapser.catalogue.load import load_catalogue
from spapser.catalogue.model import Axe, Catalogue, Fait, Fiche, Graphique, Indicateur, Objectif

__all__ = ["Axe", "Catalogue", "Colonne", "Fait", "Fiche", "Graphique", "Indicateur", "Jeu", "Objectif", "load_catalogue"]
