"""The blocks of the data page."""

from spapser.catalogue import Jeu
from spapser.exports.dictionnaire import COLONNES, describe_colonne
from spapser.store import Edition
from spapser.suivi import Suivi
from spapser.typographie import enumere, format_quantite
from spapser.ui.annee import current_annee
from spapser.ui.balises import fold, show, t, tableau
from spapser.ui.cache import bloc, open_suivi, open_tailles
from spapser.ui.cadre import link_page
from spapser.ui.edition import address, current_vue

FORMES = {"csv": "CSV", "parquet": "Parquet", "schema.json": "Schéma"}


def render_resultats() -> None:
    """Every result of the year in one file."""
    annee = current_annee()
    show(f'<h2 class="sp-titre2">Tous les résultats {annee}</h2><p class="sp-aide">Valeur, cible, taux, statut, origine, '
         "fiabilité et source (lignes du bilan ou fichier déposé), pour chaque indicateur.</p>"
         + write_fichiers(f"resultats-{annee}", f"Résultats {annee}", {"csv": "CSV", "json": "JSON"}))


def render_jeux() -> None:
    """Each dataset: what a row is, its files, its dictionary."""
    draw_jeux(open_suivi(), current_vue().passee)


@bloc
def draw_jeux(suivi: Suivi, passee: bool) -> None:
    """The datasets of an edition, drawn once; seen as the past, it has other addresses for the same files."""
    show('<h2 class="sp-titre2">Les jeux de données</h2><p class="sp-aide">Nombres à point décimal, dates '
         "AAAA-MM-JJ, textes en UTF-8. Le schéma suit le standard Table Schema.</p>"
         + "".join(write_jeu(jeu) for jeu in suivi.catalogue.jeux))


def write_jeu(jeu: Jeu) -> str:
    """One dataset, as safe HTML."""
    nombre = format_quantite(open_tailles()[jeu.nom], "lignes", 0)
    dictionnaire = tableau(f"Colonnes du jeu {jeu.nom}", COLONNES,
                           [[t(cellule) for cellule in describe_colonne(colonne)] for colonne in jeu.colonnes])
    return (f'<h3 class="constat">{t(jeu.titre)}</h3><p>{t(jeu.description)}</p><p class="source">{t(nombre)}. '
            f"Une ligne&nbsp;: {t(jeu.grain)}.{t(describe_depots(current_vue().edition, jeu))}</p>"
            + write_fichiers(jeu.nom, jeu.titre, FORMES) + fold(f"Dictionnaire de «\u00a0{jeu.titre}\u00a0»", dictionnaire))


def write_fichiers(nom: str, titre: str, formes: dict[str, str]) -> str:
    """The files of the same rows, one link per form: {extension: what one reads}."""
    liens = "".join(f'<a href="{address(f"{nom}.{extension}")}" download>{forme}<span class="cache"> · {t(titre)}</span></a>'
                    for extension, forme in formes.items())
    return f'<p class="fichiers">{liens}</p>'


def render_suite() -> None:
    """The way to the documents, and the stable addresses of the files."""
    show('<h2 class="sp-titre2">Aussi à emporter</h2><p class="sp-aide">Chaque fichier a une adresse qui ne change pas&nbsp;: '
         '<a href="donnees/index">la liste des fichiers</a>.</p>')
    link_page("exporter", "Bilan, diaporama, classeur, édition autonome, images")


def describe_depots(edition: Edition, jeu: Jeu) -> str:
    """« Déposé : 2025, heures 2025.csv (édition 1). », empty when every row shipped with the product."""
    parties = sorted((p for p in edition.parties if p.jeu == jeu.nom), key=lambda partie: partie.annee)
    depots = enumere([f"{partie.annee}, {partie.source}" for partie in parties])
    return f" Déposé\u00a0: {depots}." if depots else ""
