"""Which column of the file is what: those recognised, and a choice for each of the others."""

import streamlit as st

from spapser.catalogue import Jeu
from spapser.depot.parcours import Examen
from spapser.typographie import format_quantite
from spapser.ui.balises import show, t, tableau
from spapser.ui.deposer.fichier import choose_colonnes

ECARTER, PLUS_TARD = "Laisser de côté", "Ne pas décider"


def list_colonnes(examen: Examen, jeu: Jeu) -> None:
    """The columns that were recognised, and those set aside, folded."""
    titres = {colonne.nom: colonne.titre for colonne in jeu.colonnes}
    lues = {colonne.champ: colonne for colonne in examen.table.colonnes}
    lignes = [(t(f"{lues[champ].lettre} · {lues[champ].titre}"), t(titres.get(nom, nom)))
              for nom, champ in sorted(examen.correspondance.par_colonne.items(), key=lambda paire: int(paire[1][1:]))]
    with st.expander(f"Colonnes reconnues ({len(lignes)})"):
        show(tableau("Colonnes du fichier et colonnes du jeu", ("Dans le fichier", "Dans le jeu de données"), lignes))
        ecartees = ", ".join(colonne.titre for colonne in examen.correspondance.ecartees)
        if ecartees:
            show(f'<p class="sp-aide">Laissées de côté&nbsp;: {t(ecartees)}.</p>')


def ask_colonnes(examen: Examen, jeu: Jeu) -> None:
    """One choice a column: what it is in the dataset, or nothing; the nearest name is proposed, never applied alone."""
    if not examen.correspondance.inconnues:
        return
    libres = {c.titre: c.nom for c in jeu.colonnes if c.nom not in examen.correspondance.par_colonne}
    titres = {nom: titre for titre, nom in libres.items()}
    inconnues, proposees = examen.correspondance.inconnues, examen.correspondance.proposees
    nombre = format_quantite(len(inconnues), "colonnes", 0)
    show(f'<h3 class="constat">{t(nombre)} à préciser</h3><p class="sp-aide">Leur titre ne dit pas à quelle donnée elles '
         "correspondent. Votre réponse servira aussi aux prochains fichiers qui ont les mêmes colonnes.</p>")
    with st.form("colonnes", border=False):
        options = [PLUS_TARD, ECARTER, *libres]
        reponses = {}
        for colonne in inconnues[:40]:
            defaut = titres.get(proposees.get(colonne.champ, ""), PLUS_TARD)
            reponses[colonne.champ] = st.selectbox(f"Colonne {colonne.lettre}, « {colonne.titre} »", options,
                                                   index=options.index(defaut), key=f"colonne_{colonne.champ}")
        if st.form_submit_button("Appliquer", key="appliquer_colonnes"):
            choose_colonnes({champ: "" if r == ECARTER else libres[r] for champ, r in reponses.items() if r != PLUS_TARD})
            st.rerun()
