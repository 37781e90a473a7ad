"""The 24 communes: where people live, where the works are."""

from spapser.ui.annee import current_annee
from spapser.ui.cache import open_suivi
from spapser.ui.cadre import render_titre
from spapser.ui.graphique import current_theme
from spapser.ui.territoire import render_communes

render_titre("Territoire", "Les 24 communes de l’EPT : où habitent les bénéficiaires de l’insertion, où se font les "
             "heures. Les communes sont placées par leur centre, sans contour.")
render_communes(open_suivi(), current_annee(), current_theme())
