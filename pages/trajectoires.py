"""Every indicator followed over the years."""

from spapser.ui.balises import show
from spapser.ui.cache import open_suivi
from spapser.ui.cadre import current_annee, render_titre
from spapser.ui.trajectoires import choose_mesures, render_multiples, render_table

annee = current_annee()
render_titre("Trajectoires", "Tous les indicateurs : cible, réalisé, année précédente. Le statut compare à la cible ; "
             "l’évolution compare à l’année d’avant.")
mesures = choose_mesures(open_suivi(), annee)
show('<h2 class="sp-titre2">Ce qui a bougé ou se compare à une cible</h2>')
render_multiples(open_suivi(), mesures)
show('<h2 class="sp-titre2">Tous les indicateurs retenus</h2>')
render_table(mesures, annee)
