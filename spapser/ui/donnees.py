"""The blocks of the data page."""

import json

import streamlit as st

from spapser.catalogue import Jeu
from spapser.exports.dictionnaire import COLONNES, build_schema, describe_colonne
from spapser.exports.paquet import export_jeu
from spapser.exports.resultats import list_resultats, write_csv, write_json
from spapser.store import Edition
from spapser.suivi import Suivi
from spapser.typographie import enumere, format_quantite
from spapser.ui.annee import current_annee
from spapser.ui.balises import fold, show, t, tableau
from spapser.ui.cache import bloc, open_base, open_suivi, open_tailles
from spapser.ui.cadre import link_page
from spapser.ui.edition import current_vue

PARQUET = "application/vnd.apache.parquet"


def render_resultats() -> None:
    """Every result of the year in one file."""
    suivi, annee = open_suivi(current_vue().edition), current_annee()
    show(f'<h2 class="sp-titre2">Tous les résultats {annee}</h2><p class="sp-aide">Valeur, cible, taux, statut, origine, '
         "fiabilité et source (lignes du bilan ou fichier déposé), pour chaque indicateur.</p>")
    gauche, droite = st.columns(2)
    nom = f"spapser-resultats-{annee}-edition-{suivi.edition}"
    gauche.download_button("Résultats en CSV", lambda: write_csv(list_resultats(suivi, annee)).encode("utf-8-sig"),
                           f"{nom}.csv", "text/csv", on_click="ignore", width="stretch")
    droite.download_button("Résultats en JSON", lambda: write_json(list_resultats(suivi, annee)), f"{nom}.json",
                           "application/json", on_click="ignore", width="stretch")


def render_suite() -> None:
    """The way to the documents, and the stable addresses of the files."""
    show('<h2 class="sp-titre2">Aussi à emporter</h2><p class="sp-aide">Chaque fichier a une adresse qui ne change pas&nbsp;: '
         '<a href="donnees/index">la liste des fichiers</a>.</p>')
    link_page("exporter", "Bilan, diaporama, classeur, édition autonome, images")


def render_jeux() -> None:
    """Each dataset: what a row is, downloads, dictionary."""
    show('<h2 class="sp-titre2">Les jeux de données</h2><p class="sp-aide">Nombres à point décimal, dates '
         "AAAA-MM-JJ, textes en UTF-8. Le schéma suit le standard Table Schema.</p>")
    for jeu in open_suivi().catalogue.jeux:
        render_jeu(jeu)


def render_jeu(jeu: Jeu) -> None:
    """One dataset."""
    base = open_base()
    nombre = format_quantite(open_tailles()[jeu.nom], "lignes", 0)
    edition = current_vue().edition
    nom = f"spapser-{jeu.nom}-edition-{edition.numero}"
    show(f'<h3 class="constat">{t(jeu.titre)}</h3><p>{t(jeu.description)}</p>'
         f'<p class="source">{t(nombre)}. Une ligne&nbsp;: {t(jeu.grain)}.{t(describe_depots(edition, jeu))}</p>')
    csv, parquet, schema = st.columns(3)
    csv.download_button(f"CSV · {jeu.titre}", lambda: export_jeu(base, jeu, "csv"), f"{nom}.csv", "text/csv",
                        on_click="ignore", width="stretch", wrap=True, key=f"csv_{jeu.nom}")
    parquet.download_button(f"Parquet · {jeu.titre}", lambda: export_jeu(base, jeu, "parquet"), f"{nom}.parquet",
                            PARQUET, on_click="ignore", width="stretch", wrap=True, key=f"parquet_{jeu.nom}")
    schema.download_button(f"Schéma · {jeu.titre}", lambda: json.dumps(build_schema(jeu), ensure_ascii=False, indent=2),
                           f"spapser-{jeu.nom}.schema.json", "application/json", on_click="ignore", width="stretch", wrap=True,
                           key=f"schema_{jeu.nom}")
    render_dictionnaire(open_suivi(), jeu.nom)


@bloc
def render_dictionnaire(suivi: Suivi, nom: str) -> None:
    """What each column of a dataset holds."""
    jeu = suivi.catalogue.jeu(nom)
    show(fold(f"Dictionnaire de «\u00a0{jeu.titre}\u00a0»", tableau(
        f"Colonnes du jeu {jeu.nom}", COLONNES, [[t(cellule) for cellule in describe_colonne(c)] for c in jeu.colonnes])))


def describe_depots(edition: Edition, jeu: Jeu) -> str:
    """« Déposé : 2025, heures 2025.csv (édition 1). », empty when every row shipped with the product."""
    parties = sorted((p for p in edition.parties if p.jeu == jeu.nom), key=lambda partie: partie.annee)
    depots = enumere([f"{partie.annee}, {partie.source}" for partie in parties])
    return f" Déposé\u00a0: {depots}." if depots else ""
