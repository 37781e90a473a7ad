"""How the figures are made: generated from the catalogue and the rules."""

from spapser.ui import methode
from spapser.ui.cache import open_suivi
from spapser.ui.cadre import render_titre

render_titre("Méthode", "D’où viennent les chiffres, comment ils sont jugés, ce que l’on ne sait pas.")
methode.render_regles()
methode.render_secret()
methode.render_cibles(open_suivi())
methode.render_definitions(open_suivi())
