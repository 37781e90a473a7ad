"""Step 1: which dataset, which year, and the template to fill."""

from dataclasses import dataclass

import streamlit as st

from spapser.catalogue import Jeu, load_catalogue
from spapser.exports.modele import build_gabarit, write_csv, write_xlsx
from spapser.ui.balises import show, t
from spapser.ui.cache import open_base, open_suivi
from spapser.ui.edition import current_vue

DU_FICHIER = "Celle du fichier"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


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
    jeu = jeux[gauche.selectbox("Jeu de données", list(jeux), key="jeu", bind="query-params")]
    derniere = max(open_suivi().annees)
    annees = [DU_FICHIER, *(str(annee) for annee in range(derniere + 2, derniere - 6, -1))]
    annee = droite.selectbox("Année déposée", annees, key="an", bind="query-params")
    show(f'<p class="sp-aide">{t(jeu.description)} Une ligne&nbsp;: {t(jeu.grain)}.</p>')
    choix = Choix(jeu, () if annee == DU_FICHIER else (int(annee),))
    give_modele(choix)
    return choix


def give_modele(choix: Choix) -> None:
    """The template as a spreadsheet and as CSV, last year's codes already in it."""
    base, annee = open_base(current_vue().presente), choix.annees[0] if choix.annees else None
    gabarit = build_gabarit(base, choix.jeu.nom, annee)
    with st.expander(f"Télécharger le modèle à remplir, année {gabarit.annee}"):
        show('<p class="sp-aide">Colonnes, listes de choix, explications et codes de l’année précédente y sont déjà. Un autre '
             "fichier convient aussi, si ses colonnes disent la même chose&nbsp;: titres au-dessus, virgules, totaux et ordre "
             "des colonnes importent peu.</p>")
        gauche, droite = st.columns(2)
        gauche.download_button("Modèle pour tableur (XLSX)", lambda: write_xlsx(gabarit), f"{gabarit.nom}.xlsx", XLSX,
                               on_click="ignore", width="stretch", key="modele_xlsx")
        droite.download_button("Modèle en CSV", lambda: write_csv(gabarit), f"{gabarit.nom}.csv", "text/csv",
                               on_click="ignore", width="stretch", key="modele_csv")
