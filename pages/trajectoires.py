"""Every indicator followed over the years."""

from spapser.ui.annee import current_annee
from spapser.ui.cache import open_suivi
from spapser.ui.cadre import render_titre
from spapser.ui.graphique import current_theme
from spapser.ui.trajectoires import choose_mesures, render_trajectoires

render_titre("Trajectoires", "Tous les indicateurs : cible, réalisé, année précédente. Le statut compare à la cible ; "
             "l’évolution compare à l’année d’avant.")
gardees = choose_mesures(open_suivi(), current_annee())
render_trajectoires(open_suivi(), tuple(mesure.indicateur.code for mesure in gardees), current_annee(), current_theme())
