"""Step 1: which dataset, which year, and the template to fill."""

from dataclasses import dataclass

import streamlit as st

from spapser.catalogue import Jeu, load_catalogue
from spapser.exports.modele import Gabarit, build_gabarit, write_csv, write_xlsx
from spapser.ui.balises import show, t
from spapser.ui.cache import open_base, open_suivi
from spapser.ui.edition import current_vue

DU_FICHIER = "Celle du fichier"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
JEU = "jeu"


@dataclass(frozen=True)
class Choix:
    """A dataset and the declared years; no year means those of the file."""

    jeu: Jeu
    annees: tuple[int, ...]


def choose() -> Choix:
    """Dataset and year, in the address, with the template just below."""
    show('<h2 class="sp-titre2">1. Quelles données&nbsp;?</h2>')
    jeux = {jeu.titre: jeu for jeu in load_catalogue().jeux}
    gauche, droite = st.columns([2, 1])
    jeu = jeux[gauche.selectbox("Jeu de données", list(jeux), key=JEU, bind="query-params")]
    annee = droite.selectbox("Année déposée", list_annees(), key="an", bind="query-params")
    show(f'<p class="sp-aide">{t(jeu.description)} <strong>Une ligne&nbsp;:</strong> {t(jeu.grain)}.</p>')
    choix = Choix(jeu, () if annee == DU_FICHIER else (int(annee),))
    give_modele(build_gabarit(open_base(current_vue().presente), jeu.nom, choix.annees[0] if choix.annees else None))
    return choix


def list_annees() -> list[str]:
    """The years that one may declare: those of the file, or one near the last one known."""
    derniere = max(open_suivi(current_vue().presente).annees)
    return [DU_FICHIER, *(str(annee) for annee in range(derniere + 2, derniere - 6, -1))]


def give_modele(gabarit: Gabarit) -> None:
    """The template as a spreadsheet and as CSV; nothing is written before somebody asks for it."""
    with st.container(key="modele", gap="small"):
        reprises = "et les intitulés de l’année précédente" if gabarit.lignes else "et un rappel de l’année précédente"
        show(f'<p><strong>Le modèle à remplir pour {gabarit.annee}</strong><br><span class="sp-aide">Les bonnes colonnes, les '
             f"listes de choix, leurs explications {reprises} y sont déjà.</span></p>")
        with st.container(horizontal=True):
            st.download_button("Modèle pour tableur (XLSX)", lambda: write_xlsx(gabarit), f"{gabarit.nom}.xlsx", XLSX,
                               on_click="ignore", key="modele_xlsx")
            st.download_button("Modèle en CSV", lambda: write_csv(gabarit), f"{gabarit.nom}.csv", "text/csv",
                               on_click="ignore", key="modele_csv")
