"""Step 3: what was read, what was found, cause by cause, and the person's own file with its cells annotated."""

import streamlit as st

from spapser.catalogue import Jeu
from spapser.depot.parcours import Examen
from spapser.depot.rapport import Anomalie, Cause
from spapser.exports.annotee import annotate
from spapser.typographie import enumere, format_quantite
from spapser.ui.balises import show, t, tableau


def render_lecture(examen: Examen, jeu: Jeu) -> None:
    """What was already published first, then what was read, set aside and filled by default."""
    show('<h2 class="sp-titre2">3. Ce que nous y avons lu</h2>')
    if examen.deja:
        show(f'<div class="bandeau" role="status"><p>{t(examen.deja)}</p></div>')
    show(f'<p role="status">{t(describe_lecture(examen))}</p>')
    notes = [remarque.message for remarque in examen.table.remarques if not remarque.bloquante] + describe_remplies(examen, jeu)
    if notes:
        show(f'<ul class="notes">{"".join(f"<li>{t(note[:1].upper() + note[1:])}.</li>" for note in notes)}</ul>')


def render_anomalies(examen: Examen, jeu: Jeu) -> None:
    """What must be mended, cause by cause, and the annotated file."""
    for cause in examen.rapport.bloquantes:
        show(write_table(cause, jeu))
    if examen.rapport.causes:
        give_annotee(examen)


def describe_lecture(examen: Examen) -> str:
    """« 12 lignes lues pour 2025 dans « heures.xlsx » (feuille « Heures ») : rien à corriger. »"""
    rapport, table = examen.rapport, examen.table
    lues = "lues" if rapport.lignes > 1 else "lue"
    annees = f" pour {enumere([str(annee) for annee in rapport.annees])}" if rapport.annees else ""
    feuille = f" (feuille « {table.feuille} »)" if table.feuille else ""
    suite = "rien n’empêche de publier" if rapport.accepte else (
        f"{format_quantite(sum(c.nombre for c in rapport.bloquantes), 'anomalies', 0)} à corriger avant de publier")
    return f"{format_quantite(rapport.lignes, 'lignes', 0)} {lues}{annees} dans « {table.fichier} »{feuille} : {suite}."


def describe_remplies(examen: Examen, jeu: Jeu) -> list[str]:
    """Cells that took the default of their column, as notes."""
    colonnes = {colonne.nom: colonne for colonne in jeu.colonnes}
    remplies = [f"{colonnes[nom].titre} = « {colonnes[nom].defaut} »" for nom in examen.rapport.remplies if nom in colonnes]
    return [f"Là où la cellule est vide ou la colonne absente, nous lisons {enumere(remplies)}"] if remplies else []


def name_colonne(nom: str, jeu: Jeu) -> str:
    """The title of a column of the dataset; the name itself for a column of the file."""
    return next((colonne.titre for colonne in jeu.colonnes if colonne.nom == nom), nom)


def write_table(cause: Cause, jeu: Jeu) -> str:
    """One cause as a table: cell, value read, what is wrong, how to mend."""
    lignes = [(t(locate(a)), t(a.valeur or "(vide)"), t(f"{a.message[:1].upper()}{a.message[1:]}."),
               t(f"{a.remede[:1].upper()}{a.remede[1:]}.")) for a in cause.premieres]
    reste = cause.nombre - len(cause.premieres)
    colonne = f"Colonne « {name_colonne(cause.colonne, jeu)} » : " if cause.colonne else ""
    suite = f", dont voici les {len(cause.premieres)} premières" if reste > 0 else ""
    legende = f"{colonne}{format_quantite(cause.nombre, 'anomalies', 0)}{suite}"
    return tableau(legende, ("Où", "Valeur lue", "Ce qui ne va pas", "Comment corriger"), lignes)


def locate(anomalie: Anomalie) -> str:
    """« Cellule D14 », « ligne 3 », « en-tête »."""
    if anomalie.cellule:
        return f"Cellule {anomalie.cellule}"
    return f"Ligne {anomalie.ligne}" if anomalie.ligne else "Fichier"


def give_annotee(examen: Examen) -> None:
    """The person's own file, its faulty cells coloured and explained: all of them, not only the first ones."""
    nom, ecrire = annotate(examen.table, examen.correspondance, examen.rapport)
    st.download_button("Télécharger mon fichier annoté", ecrire, nom, "application/octet-stream", on_click="ignore",
                       key="annotee", help="Les cellules à corriger y sont en couleur, avec leur explication.")
