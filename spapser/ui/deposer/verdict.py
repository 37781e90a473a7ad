"""Step 3: what was already published, what was read, and the verdict in four counts."""

import streamlit as st

from spapser.catalogue import Jeu, load_catalogue
from spapser.depot.parcours import Examen
from spapser.depot.ressemblance import guess_jeu
from spapser.typographie import enumere, format_nombre, format_quantite
from spapser.ui.balises import show, t
from spapser.ui.deposer.choix import JEU
from spapser.ui.deposer.examen import Depot
from spapser.ui.grille import MOTS


def render_lecture(depot: Depot, jeu: Jeu) -> None:
    """What was already published before anything else, then the verdict, then what was set aside and filled by default."""
    examen = depot.examen
    show('<h2 class="sp-titre2">3. Ce que nous y avons lu</h2>')
    if examen.deja:
        show(f'<div class="bandeau" role="status"><p>{t(examen.deja)}</p></div>')
    show(f'<p role="status" class="verdict">{write_badge(examen)} {t(describe_lecture(examen))}</p>{write_bilan(depot)}')
    suggest_jeu(examen)
    notes = [remarque.message for remarque in examen.table.remarques if not remarque.bloquante] + describe_remplies(examen, jeu)
    if notes:
        show(f'<ul class="notes">{"".join(f"<li>{t(note[:1].upper() + note[1:])}.</li>" for note in notes)}</ul>')


def write_badge(examen: Examen) -> str:
    """The verdict in two words, with its icon and its colour."""
    if not examen.rapport.accepte:
        return '<span class="badge non-atteint">À corriger</span>'
    if examen.rapport.avertissements:
        return '<span class="badge partiel">À vérifier</span>'
    return '<span class="badge atteint">Accepté</span>'


def describe_lecture(examen: Examen) -> str:
    """« 12 lignes lues pour 2025 dans « heures.xlsx » (feuille « Heures ») : rien n’empêche de publier. »"""
    rapport, table = examen.rapport, examen.table
    lues = "lues" if rapport.lignes > 1 else "lue"
    annees = f" pour {enumere([str(annee) for annee in rapport.annees])}" if rapport.annees else ""
    feuille = f" (feuille « {table.feuille} »)" if table.feuille else ""
    suite = "rien n’empêche de publier" if rapport.accepte else (
        f"{format_quantite(sum(c.nombre for c in rapport.bloquantes), 'anomalies', 0)} à corriger avant de publier")
    return f"{format_quantite(rapport.lignes, 'lignes', 0)} {lues}{annees} dans « {table.fichier} »{feuille} : {suite}."


def write_bilan(depot: Depot) -> str:
    """The four counts of the verdict."""
    bilan = depot.bilan
    comptes = [(bilan.lignes, "ligne lue", "lignes lues"), (bilan.sans_faute, "ligne sans faute", "lignes sans faute"),
               (bilan.bloquantes, "cause à corriger", "causes à corriger"),
               (bilan.a_confirmer, "point à confirmer", "points à confirmer")]
    items = "".join(f"<li><strong>{t(format_nombre(n))}</strong> {t(un if n < 2 else plusieurs)}</li>"
                    for n, un, plusieurs in comptes if n is not None)
    return f'<ul class="comptes">{items}</ul>'


def suggest_jeu(examen: Examen) -> None:
    """The file was dropped for another dataset: say which, one press away."""
    autre = guess_jeu(examen.table, examen.correspondance, load_catalogue())
    if autre is None:
        return
    show(f'<div class="bandeau" role="status"><p>Ce fichier ressemble plutôt au jeu « {t(autre.titre)} »&nbsp;: il en a toutes '
         "les colonnes obligatoires.</p></div>")
    st.button(f"Le lire comme « {autre.titre} »", on_click=lambda: st.session_state.update({JEU: autre.titre}),
              type="primary", key="changer_jeu")


def describe_remplies(examen: Examen, jeu: Jeu) -> list[str]:
    """Cells that took the default of their column, as notes."""
    colonnes = {colonne.nom: colonne for colonne in jeu.colonnes}
    remplies = [f"{colonnes[nom].titre} = « {MOTS.get(colonnes[nom].defaut, colonnes[nom].defaut)} »"
                for nom in examen.rapport.remplies if nom in colonnes]
    return [f"Là où la cellule est vide ou la colonne absente, nous lisons {enumere(remplies)}"] if remplies else []
