"""Step 1: which dataset, which year, and the template to fill."""

from dataclasses import dataclass

import streamlit as st

from spapser.catalogue import Jeu, load_catalogue
from spapser.depot.acheteur import SIREN, default_acheteur
from spapser.depot.readers.decp import JEU as CONTRATS
from spapser.exports.modele import Gabarit, build_gabarit, write_csv, write_xlsx
from spapser.ui.balises import show, t
from spapser.ui.cache import open_base, open_suivi
from spapser.ui.edition import current_vue

DU_FICHIER = "Celle du fichier"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
JEU = "jeu"
TOUT_LE_FICHIER = "Tout le fichier"


@dataclass(frozen=True)
class Choix:
    """A dataset and the declared years, none being those of the file; the buyer kept from a national file, none being all."""

    jeu: Jeu
    annees: tuple[int, ...]
    acheteur: str = ""


def choose() -> Choix:
    """Dataset and year, in the address, with the template just below."""
    show('<h2 class="sp-titre2">1. Quelles données&nbsp;?</h2>')
    jeux = {jeu.titre: jeu for jeu in load_catalogue().jeux}
    gauche, droite = st.columns([2, 1])
    jeu = jeux[gauche.selectbox("Jeu de données", list(jeux), key=JEU, bind="query-params")]
    annee = droite.selectbox("Année déposée", list_annees(), key="an", bind="query-params")
    show(f'<p class="sp-aide">{t(jeu.description)} <strong>Une ligne&nbsp;:</strong> {t(jeu.grain)}.</p>')
    choix = Choix(jeu, () if annee == DU_FICHIER else (int(annee),), choose_acheteur(jeu))
    give_modele(build_gabarit(open_base(current_vue().presente), jeu.nom, choix.annees[0] if choix.annees else None))
    return choix


def choose_acheteur(jeu: Jeu) -> str:
    """The SIREN whose contracts are kept, asked for where a national file may be dropped; empty for the whole file."""
    if jeu.nom != CONTRATS:
        return ""
    siren = default_acheteur() or SIREN
    nom = "Grand-Orly Seine Bièvre" if siren == SIREN else f"SIREN {siren}"
    choisi = st.radio("Acheteur", [nom, TOUT_LE_FICHIER], index=0 if default_acheteur() else 1, horizontal=True, key="acheteur",
                      help="Un fichier national de données essentielles contient les contrats de tous les acheteurs.")
    return "" if choisi == TOUT_LE_FICHIER else siren


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
