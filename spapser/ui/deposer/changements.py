"""What a deposit would change, to take away before publishing: every row, every figure, not only the first ones."""

import streamlit as st

from spapser.exports.changements import export_changes, export_effects
from spapser.ui.cache import open_base
from spapser.ui.deposer.examen import Depot
from spapser.ui.edition import current_vue


def give_changements(depot: Depot) -> None:
    """The rows, then the figures and statuses, each as a file written when it is asked for."""
    base = open_base(current_vue().presente)
    with st.container(key="changements", horizontal=True):
        st.download_button("Télécharger les lignes qui changent", lambda: export_changes(depot.examen, depot.apercu, base),
                           "lignes-qui-changent.csv", "text/csv", on_click="ignore", key="lignes_changees")
        if depot.apercu.effets:
            st.download_button("Télécharger tous les effets", lambda: export_effects(depot.apercu), "effets.csv", "text/csv",
                               on_click="ignore", key="effets_changes")
