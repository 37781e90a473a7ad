"""The 24 communes: where people live, where the works are."""

import streamlit as st

from spapser.ui.balises import show
from spapser.ui.cache import open_rows, open_suivi
from spapser.ui.cadre import current_annee, render_titre
from spapser.ui.graphique import current_theme, render_graphique
from spapser.ui.territoire import render_communes

suivi, annee = open_suivi(), current_annee()
render_titre("Territoire", "Les 24 communes de l’EPT : où habitent les bénéficiaires de l’insertion, où se font les "
             "heures. Les communes sont placées par leur centre, sans contour.")
show('<h2 class="sp-titre2">Sur la carte</h2>')
fiche = suivi.catalogue.fiche("fa04")
for colonne, code in zip(st.columns(2, gap="large"), ("territoire", "chantiers"), strict=True):
    with colonne:
        render_graphique(suivi, fiche, code, annee, current_theme())
render_communes(suivi, open_rows("communes"), open_rows("structures"), annee)
