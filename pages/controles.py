"""Coherence of the report: what it publishes beside what its own figures give when recomputed."""

from spapser.ui import controles
from spapser.ui.cadre import render_titre

render_titre("Contrôles de cohérence", "Ce qui est publié, à côté de ce que les données redonnent par le calcul.")
retenus = controles.choose_controles()
controles.render_controles(retenus)
controles.render_rapprochements()
