"""What was found in the file, cause by cause: what to mend, what to confirm, and the person's own file annotated."""

import streamlit as st

from spapser.catalogue import Jeu
from spapser.depot.nommage import read_title
from spapser.depot.parcours import Examen
from spapser.depot.rapport import Anomalie, Cause
from spapser.exports.annotee import annotate
from spapser.typographie import format_quantite
from spapser.ui.balises import show, t, tableau
from spapser.ui.deposer.examen import Depot
from spapser.ui.rapport import tick_avertissements

COLONNES = ("Où", "Valeur lue", "Ce qui ne va pas", "Comment corriger")


def render_causes(depot: Depot, jeu: Jeu) -> tuple[str, ...]:
    """Blocking causes, then those to confirm; returns the keys of those that the person confirmed."""
    rapport = depot.examen.rapport
    if not rapport.causes:
        return ()
    if rapport.bloquantes:
        show('<h3 class="constat">À corriger dans le fichier, puis à déposer de nouveau</h3>'
             + "".join(write_table(cause, jeu) for cause in rapport.bloquantes))
    give_annotee(depot.examen)
    if not rapport.accepte:
        render_a_verifier(rapport.avertissements, jeu)
        return ()
    return tick_avertissements(rapport, f"depot_{depot.empreinte[:12]}", locate,
                               lambda rang, cause: write_table(cause, jeu, f"Point {rang}. "))


def render_a_verifier(avertissements: tuple[Cause, ...], jeu: Jeu) -> None:
    """While something else forbids publishing, what will have to be confirmed is only shown."""
    if avertissements:
        with st.expander(f"{format_quantite(len(avertissements), 'points', 0)} à vérifier aussi, sans rien bloquer"):
            show("".join(write_table(cause, jeu) for cause in avertissements))


def write_table(cause: Cause, jeu: Jeu, debut: str = "") -> str:
    """One cause as a table: where, value read, what is wrong, how to mend."""
    lignes = [(t(locate(a)), t(a.valeur or "(vide)"), t(f"{a.message[:1].upper()}{a.message[1:]}."),
               t(f"{a.remede[:1].upper()}{a.remede[1:]}.")) for a in cause.premieres]
    colonne = f"Colonne « {read_title(cause.colonne, jeu)} » : " if cause.colonne else ""
    suite = f", dont voici les {len(cause.premieres)} premières" if cause.nombre > len(cause.premieres) else ""
    legende = f"{debut}{colonne}{format_quantite(cause.nombre, 'anomalies', 0)}{suite}"
    return tableau(legende, COLONNES, lignes, classe="phrases")


def locate(anomalie: Anomalie) -> str:
    """« Cellule D14 », « Ligne 3 », « Fichier »."""
    if anomalie.cellule:
        return f"Cellule {anomalie.cellule}"
    return f"Ligne {anomalie.ligne}" if anomalie.ligne else "Fichier"


def give_annotee(examen: Examen) -> None:
    """The person's own file, its faulty cells coloured and explained: all of them, not only the first ones."""
    nom, ecrire = annotate(examen.table, examen.correspondance, examen.rapport)
    with st.container(key="annote", gap="small"):
        st.download_button("Télécharger mon fichier annoté", ecrire, nom, "application/octet-stream", on_click="ignore",
                           key="annotee")
        show('<p class="sp-aide">Une copie du tableau lu&nbsp;: chaque cellule à corriger ou à vérifier y est en couleur, avec '
             "son explication au bout de la ligne. Corriger ensuite le fichier d’origine.</p>")
