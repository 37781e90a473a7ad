"""For enterprises and social structures: what the EPT will buy, whom it works with, where to meet."""

from spapser.ui import matinale
from spapser.ui.cache import open_suivi
from spapser.ui.cadre import render_titre
from spapser.ui.graphique import current_theme

render_titre("Matinale des achats responsables", "Pour les entreprises et les structures de l’économie sociale : les "
             "achats à venir, les structures déjà partenaires, les rendez-vous.")
matinale.render_chiffres()
matinale.render_programmation()
matinale.render_evenements(open_suivi(), current_theme())
matinale.render_structures()
