"""The year at a glance: one sentence, counts by status, key figures, the eleven fiches, what to ask, search."""

from spapser.ui import synthese

page = synthese.open_synthese()
page.draw_haut()
page.recherche()
page.draw_bas()
