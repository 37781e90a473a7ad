"""The contracts behind the figures: filters in the address, a sorted list, one contract's sheet, the selection to take away."""

from spapser.ui.cadre import render_titre
from spapser.ui.marches import contrat, filtres, liste, vide
from spapser.ui.marches.adresse import read_adresse
from spapser.ui.marches.memoire import open_annees

demande = read_adresse()
if not contrat.render_contrat(demande):
    render_titre("Marchés", "Les contrats derrière les chiffres : qui les tient, pour combien, avec quelles clauses.")
    filtres.render_remarques(demande)
    if open_annees():
        filtres.render_filtres(demande)
        liste.render_liste(demande)
    else:
        vide.render_vide()
