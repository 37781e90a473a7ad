"""Which column of the file is what: a choice for each one that nothing recognises, and the others to look at or change."""

from collections.abc import Mapping, Sequence

import streamlit as st

from spapser.catalogue import Jeu
from spapser.depot.parcours import Examen
from spapser.depot.table import ColonneLue
from spapser.typographie import enumere, format_quantite
from spapser.ui.balises import show, t
from spapser.ui.deposer.examen import Depot, choose_colonnes
from spapser.ui.deposer.faute import render_faute

ECARTER, PLUS_TARD = "Laisser de côté", "À préciser"
LIMITE = 60


def ask_colonnes(depot: Depot, jeu: Jeu) -> None:
    """One choice a column that nothing recognises; the nearest name is proposed, never applied alone."""
    examen = depot.examen
    inconnues, prises = examen.correspondance.inconnues[:LIMITE], examen.correspondance.par_colonne
    if not inconnues:
        return
    attendus = {"valeur", *(colonne.nom for colonne in examen.correspondance.manquantes)} - set(prises)
    manquent = [colonne.titre for colonne in jeu.colonnes if colonne.nom in attendus]
    attendues = f" Il manque encore {t(enumere([f'« {titre} »' for titre in manquent]))}." if manquent else ""
    show(f'<h3 class="constat">{t(format_quantite(len(examen.correspondance.inconnues), "colonnes", 0))} à préciser</h3>'
         f'<p class="sp-aide">Leur titre ne dit pas à quelle donnée elles correspondent.{attendues} Une fois le fichier publié, '
         "votre réponse servira aux suivants qui ont les mêmes titres.</p>")
    libres = sorted((c for c in jeu.colonnes if c.nom not in prises), key=lambda c: c.titre not in manquent)
    sinon = PLUS_TARD if manquent else ECARTER
    proposees = {c.champ: examen.correspondance.proposees.get(c.champ, sinon) for c in inconnues}
    with st.form("colonnes", border=False):
        reponses = ask_each(depot, inconnues, {c.nom: c.titre for c in libres}, proposees, "inconnue")
        if st.form_submit_button("Appliquer ces réponses", type="primary", key="appliquer_colonnes"):
            apply(examen, reponses)


def list_colonnes(depot: Depot, jeu: Jeu) -> None:
    """The columns that were recognised or set suite, folded; each may be something else."""
    examen = depot.examen
    par_champ = {champ: nom for nom, champ in examen.correspondance.par_colonne.items()}
    ecartees = {colonne.champ for colonne in examen.correspondance.ecartees}
    connues = [c for c in examen.table.colonnes if c.champ in par_champ or c.champ in ecartees][:LIMITE]
    nombre = format_quantite(len(par_champ), "colonnes reconnues", 0)
    suite = f", {len(ecartees)} laissée{'s' if len(ecartees) > 1 else ''} de côté" if ecartees else ""
    with st.expander(f"{nombre}{suite} : vérifier ou changer"), st.form("reconnues", border=False):
        actuelles = {c.champ: par_champ.get(c.champ, ECARTER) for c in connues}
        reponses = ask_each(depot, connues, {c.nom: c.titre for c in jeu.colonnes}, actuelles, "reconnue")
        if st.form_submit_button("Changer ces colonnes", key="changer_colonnes"):
            apply(examen, {champ: nom for champ, nom in reponses.items() if nom != actuelles[champ]}, par_champ)


def ask_each(depot: Depot, colonnes: Sequence[ColonneLue], titres: Mapping[str, str], defauts: Mapping[str, str],
             genre: str) -> dict[str, str]:
    """Field -> column of the dataset, ECARTER or PLUS_TARD; what the file says stands beside, as text and never as markup."""
    options, reponses = [*titres, ECARTER, PLUS_TARD], {}
    with st.container(key=f"colonnes_{genre}"):
        for colonne in colonnes:
            gauche, droite = st.columns(2, vertical_alignment="center")
            lus = " ; ".join(depot.exemples[colonne.champ]) or "colonne vide au début du fichier"
            with gauche:
                show(f'<p><strong>Colonne {colonne.lettre}, « {t(colonne.titre or "sans titre")} »</strong><br>'
                     f'<span class="source">{t(lus)}</span></p>')
            defaut = defauts[colonne.champ]
            reponses[colonne.champ] = droite.selectbox(
                f"La colonne {colonne.lettre} donne", options, index=options.index(defaut if defaut in options else PLUS_TARD),
                format_func=lambda nom: titres.get(nom, nom),
                key=f"{genre}_{colonne.champ}_{depot.examen.correspondance.disposition}")
    return reponses


def apply(examen: Examen, reponses: Mapping[str, str], autres: Mapping[str, str] = {}) -> None:
    """Judge again with these answers, unless two columns would be the same one."""
    choisies = {champ: "" if nom == ECARTER else nom for champ, nom in reponses.items() if nom != PLUS_TARD}
    donnees = [nom for nom in (dict(autres) | choisies).values() if nom]
    if len(set(donnees)) < len(donnees):
        render_faute("Deux colonnes du fichier donneraient la même donnée : en laisser une de côté.")
    elif choisies:
        choose_colonnes(examen, choisies)
        st.rerun()
