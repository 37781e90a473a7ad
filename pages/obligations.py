"""The table that the law asks for: responsible purchases in number and in value, each with its target."""

from spapser.ui import obligations
from spapser.ui.annee import current_annee
from spapser.ui.cache import open_suivi
from spapser.ui.cadre import render_titre

suivi = open_suivi()
render_titre("Tableau légal", "Les achats responsables, en nombre de contrats et en valeur, par année et sur deux ans.")
obligations.render_loi()
obligations.render_lignes(suivi, current_annee())
obligations.render_reperes(suivi)
