"""The blocks of the journal: every edition, what each one changed, the files as they were deposited."""

from collections.abc import Sequence

import streamlit as st

from spapser.acces import Acte, may
from spapser.errors import SpapserError
from spapser.exports.nom import safe_name
from spapser.store import Changement, Edition, Partie, list_numeros
from spapser.typographie import INSECABLE, format_nombre, format_quantite
from spapser.ui.balises import show, t, tableau, unmark
from spapser.ui.cadre import link_page
from spapser.ui.ecriture import render_ferme
from spapser.ui.edition import format_date
from spapser.ui.effets import describe_nombre, name_jeu, render_changements, render_effets
from spapser.ui.lien import write_lien
from spapser.ui.personne import current_personne
from spapser.ui.presente import PARTI, find_gardee, keep_hash, read_edition, stamp

NATURES = {"depot": "dépôt de fichier", "saisie": "saisie", "annulation": "annulation"}
PAR_PAGE = 50


def list_editions() -> tuple[list[Edition], list[str]]:
    """Publications, last first, and one sentence for each that cannot be read."""
    editions, gardee = [], find_gardee()
    fautes = [PARTI] if gardee and gardee.numero not in list_numeros() else []
    for numero in reversed(list_numeros()[1:]):
        try:
            editions.append(read_edition(numero))
        except SpapserError as erreur:
            fautes.append(str(erreur))
    return editions, fautes


def render_vide() -> None:
    """No publication yet: what will be found here, and where to begin."""
    show('<div class="vide"><h2 class="sp-titre2">Aucune publication pour l’instant</h2><p>Ce que montrent les pages vient de '
         "l’édition 0, livrée avec le produit. Chaque dépôt et chaque saisie fera une édition nouvelle&nbsp;: elle sera ici, "
         "avec sa date, son auteur, son motif, le fichier d’origine et les chiffres qui ont bougé. Rien ne s’efface&nbsp;: "
         "une publication s’annule par une autre.</p></div>")
    if not render_ferme():
        for nom, titre in (("deposer", "Déposer un fichier"), ("saisir", "Saisir des données")):
            link_page(nom, titre)


def choose_edition(editions: Sequence[Edition]) -> Edition:
    """The publication to look at, in the address."""
    numeros = [str(edition.numero) for edition in editions]
    gauche, _ = st.columns([1, 2])
    choix = gauche.selectbox("Publication à regarder", numeros, key="publication", bind="query-params")
    return next(edition for edition in editions if str(edition.numero) == choix)


def render_edition(edition: Edition) -> None:
    """One publication: who, when, why, rows, files, figures, acknowledged warnings."""
    publication = edition.publication
    show(f'<h2 class="sp-titre2">Édition {edition.numero}</h2><p><strong>{t(publication.motif)}</strong></p>'
         f'<p class="sp-aide">{t(name_nature(edition))}, le {t(format_date(edition))}, par {t(publication.auteur)}. '
         f"Faite à partir de l’édition {publication.parent}.</p>"
         f'<p><a class="lien" href="./?edition={edition.numero}" target="_self">Voir le site tel qu’il était dans '
         f"l’édition {edition.numero}</a></p>")
    render_changements(publication.changements, lambda c: name_fichier(edition, c))
    render_originaux(edition)
    if publication.effets:
        with st.expander(f"{describe_nombre(publication.effets)}, avant et après"):
            render_effets(publication.effets)
    else:
        show('<p class="sp-aide">Aucun chiffre ni statut n’a changé.</p>')
    if publication.avertissements:
        lignes = "".join(f"<li>{t(texte)}</li>" for texte in publication.avertissements)
        nombre = format_quantite(len(publication.avertissements), "avertissements", 0)
        show(f'<h3 class="constat">{t(nombre)} acceptés par l’auteur</h3><ul class="notes">{lignes}</ul>')


def name_nature(edition: Edition) -> str:
    """« Dépôt de fichier », « Saisie », « Annulation »."""
    nature = NATURES.get(edition.publication.nature, edition.publication.nature)
    return nature[:1].upper() + nature[1:]


def name_fichier(edition: Edition, changement: Changement) -> str:
    """The file behind a dataset and year after that publication."""
    partie = edition.partie(changement.jeu, changement.annee)
    if partie is None:
        return "données livrées avec le produit" if changement.lignes else "–"
    return partie.document if partie.edition == edition.numero else partie.source


def render_originaux(edition: Edition) -> None:
    """The deposited files, as they were: name, weight, SHA-256, and the file itself for who may publish."""
    propres = {partie.original: partie for partie in edition.parties if partie.edition == edition.numero}
    for partie in propres.values():
        chemin = edition.original(partie)
        marque = stamp(chemin)
        entier = bool(marque) and keep_hash(str(chemin), marque) == partie.original
        poids = f"{format_nombre(marque[0])}{INSECABLE}octets" if marque else "absent"
        show(f'<p class="source">Fichier d’origine&nbsp;: {t(partie.document)}, {t(poids)}. SHA-256&nbsp;: '
             f'<code class="empreinte">{t(partie.original)}</code></p>')
        if not entier:
            show('<p class="sp-aide">Ce fichier manque ou a été modifié depuis son dépôt&nbsp;: le rétablir depuis une '
                 "sauvegarde. Les lignes publiées n’en dépendent pas.</p>")
        elif may(current_personne(), Acte.VOIR_DETAIL):
            give_original(edition, partie)


def give_original(edition: Edition, partie: Partie) -> None:
    """The button that gives the file back, to the byte, never opened by the browser."""
    chemin = edition.original(partie)
    st.download_button(f"Télécharger l’original · {unmark(partie.document)}", chemin.read_bytes, safe_name(partie.document),
                       "application/octet-stream", on_click="ignore", wrap=True,
                       key=f"original_{edition.numero}_{partie.original[:8]}")


def render_liste(editions: Sequence[Edition]) -> None:
    """Every publication in one table, last first."""
    nombre = format_quantite(len(editions), "publications", 0)
    show('<h2 class="sp-titre2">Toutes les publications</h2><p class="sp-aide">L’édition 0, livrée avec le produit, les '
         "précède.</p>")
    pages = -(-len(editions) // PAR_PAGE)
    page = st.pagination(pages, key="page", bind="query-params") if pages > 1 else 1
    lignes = [write_ligne(edition) for edition in editions[(page - 1) * PAR_PAGE:page * PAR_PAGE]]
    show(tableau(nombre, ("Édition", "Date", "Auteur", "Motif", "Jeux et années", "Chiffres changés"), lignes, (5,)))


def write_ligne(edition: Edition) -> tuple[str, ...]:
    """One publication as a row."""
    publication = edition.publication
    jeux = ", ".join(f"{name_jeu(c.jeu)} {c.annee}" for c in publication.changements)
    lien = write_lien("journal", f"Édition {edition.numero}", {"publication": str(edition.numero)})
    auteur = f'{t(publication.auteur)}<br><span class="source">{t(name_nature(edition))}</span>'
    return (lien, t(format_date(edition)), auteur, t(publication.motif), t(jeux), t(format_nombre(len(publication.effets))))


def render_fautes(fautes: Sequence[str]) -> None:
    """Editions that cannot be read are not passed over in silence."""
    for faute in fautes:
        show(f'<div class="bandeau" role="status"><p>{t(faute)}</p></div>')
