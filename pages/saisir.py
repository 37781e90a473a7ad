"""Type the small datasets in a grid, or confirm a proposed status: same judgement, same preview, same editions as a file."""

import streamlit as st

from spapser.ui import declaration, saisir
from spapser.ui.annonce import render_annonce
from spapser.ui.cadre import render_titre
from spapser.ui.ecriture import render_ferme
from spapser.ui.identite import render_poste

GRILLE, STATUT = "Remplir une grille", "Confirmer un statut"

render_titre("Saisir", "Les petits jeux de données, sans fichier : mêmes contrôles, même aperçu, même journal qu’un dépôt.",
             annee_utile=False)
render_annonce()
render_poste()
if not render_ferme():
    defaut = STATUT if "objectif" in st.query_params else GRILLE
    quoi = st.segmented_control("Que faire ?", [GRILLE, STATUT], default=defaut, key="quoi", bind="query-params", required=True)
    if quoi == STATUT:
        declaration.render_proposes()
    else:
        saisir.render_grille(*saisir.choose_jeu())
