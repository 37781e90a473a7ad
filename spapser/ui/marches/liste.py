"""The contracts that the filters keep: a sentence, the answers to the fact asked for, a page of the table, the file."""

from collections.abc import Sequence

import streamlit as st

from spapser.catalogue import load_catalogue
from spapser.exports.contrats import LIMITE, export_contrats
from spapser.exports.nom import name_emporte
from spapser.suivi.contrats import TAILLE, Compte, list_tous
from spapser.suivi.filtres import TOUTES, Demande, write_parametres
from spapser.suivi.phrase_contrats import describe_compte, write_montant
from spapser.suivi.portrait import name_titulaire, write_valeur
from spapser.typographie import enumere, format_quantite
from spapser.ui.balises import show, t, tableau
from spapser.ui.cache import open_base
from spapser.ui.edition import current_vue
from spapser.ui.marches.adresse import write_lien
from spapser.ui.marches.adresse import write_parametres as write_adresse
from spapser.ui.marches.memoire import open_annees, open_compte, open_page

COUPE, ECARTE = 180, "montant_ecarte"
COLONNES = ("Objet", "Titulaires", "Notifié le", "Montant actuel, HT", "Considérations")


def render_liste(demande: Demande) -> None:
    """What the demand gives."""
    compte = open_compte(demande.filtres)
    phrase = describe_compte(compte, demande.filtres.annee, demande.filtres.etat)
    show(f'<p class="sp-chapeau resultat" role="status">{t(phrase)}</p>')
    render_reponses(demande, compte)
    render_ecartes(demande, compte)
    if not compte.nombre:
        render_rien(demande)
        return
    page = min(demande.page, compte.pages)
    lues = open_page(Demande(demande.filtres, demande.tri, demande.sens, page))
    premiere = (page - 1) * TAILLE + 1
    legende = f"Contrats {premiere} à {premiere + len(lues) - 1} sur {compte.nombre}"
    parametres = write_parametres(demande)
    show(tableau(legende, COLONNES, [write_ligne(contrat, parametres) for contrat in lues], (3,), "contrats"))
    render_pages(page, compte.pages)
    render_emporter(demande, compte)


def render_reponses(demande: Demande, compte: Compte) -> None:
    """The fact asked for in words, and its three answers, each with its contracts."""
    filtres = demande.filtres
    if not filtres.fait:
        return
    catalogue = load_catalogue()
    fait = catalogue.fait(filtres.fait)
    parmi = f", parmi les contrats « {catalogue.fait(filtres.parmi).libelle} »" if filtres.parmi else ""
    parametres = {nom: v for nom, v in write_parametres(demande).items() if nom != "page"}
    liens = [f"<strong>{t(mot)} : {n}</strong>" if reponse == filtres.reponse else
             write_lien(f"{mot} : {n}", parametres | {"reponse": reponse})
             for reponse, mot, n in (("oui", "oui", compte.oui), ("non", "non", compte.non),
                                     ("inconnu", "réponse inconnue", compte.inconnu))]
    show(f'<p class="sp-aide">Contrats « {t(fait.libelle)} »{t(parmi)} : {", ".join(liens)}. {t(fait.definition)}</p>')


def render_ecartes(demande: Demande, compte: Compte) -> None:
    """The way to the amounts that no sum counts."""
    if compte.ecartes and demande.filtres.fait != ECARTE:
        parametres = {nom: v for nom, v in write_parametres(demande).items() if nom not in ("page", "parmi")}
        lien = write_lien("Voir les montants écartés", parametres | {"fait": ECARTE, "reponse": "oui"})
        show(f'<p class="sp-aide">Un montant trop élevé pour être vraisemblable ne compte dans aucune somme. {lien}</p>')


def render_rien(demande: Demande) -> None:
    """No contract: where there are some."""
    filtres, annees = demande.filtres, open_annees()
    if filtres.annee and filtres.annee not in annees:
        autres = write_lien("Voir toutes les années", {"periode": TOUTES})
        show(f'<p class="sp-aide">Aucun contrat n’est publié pour {filtres.annee} ; il y en a pour '
             f"{t(enumere([str(annee) for annee in annees]))}. {autres}</p>")
    else:
        show('<p class="sp-aide">Aucun contrat ne répond à tous ces filtres : en retirer un, ou changer d’année.</p>')


def write_ligne(contrat: dict, parametres: dict[str, str]) -> Sequence[str]:
    """One contract as a row of the table."""
    objet = contrat["objet"] or "Contrat sans objet"
    objet = objet if len(objet) <= COUPE else f"{objet[:COUPE].rstrip()}…"
    lien = write_lien(objet, parametres | {"contrat": contrat["contrat"]})
    noms = ", ".join(name_titulaire(membre) for membre in contrat["membres"]) or "non renseigné"
    ecarte = '<br><span class="source">écarté des totaux</span>' if contrat["montant_ecarte"] else ""
    return (f'{lien}<br><span class="source">{t(contrat["identifiant"])}</span>', t(noms),
            t(write_valeur(contrat["date_notification"])), f"{t(write_montant(contrat['montant_actuel']))}{ecarte}",
            write_considerations(contrat))


def write_considerations(contrat: dict) -> str:
    """What the contract asks of social and environmental matters, unknown said in words."""
    sociales = contrat["considerations_sociales"] or "Sociales : inconnues"
    environnementales = contrat["considerations_environnementales"] or "Environnementales : inconnues"
    suite = f" ({contrat['reservation']})" if contrat["reservation"] else ""
    return f"{t(sociales)}{t(suite)}<br>{t(environnementales)}"


def render_pages(page: int, pages: int) -> None:
    """The way to the previous page and to the next one."""
    if pages < 2:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="marches_pages"):
        st.button("Page précédente", key="marches_precedente", disabled=page == 1, on_click=write_adresse,
                  args=({"page": str(page - 1)},))
        st.button("Page suivante", key="marches_suivante", disabled=page == pages, on_click=write_adresse,
                  args=({"page": str(page + 1)},))
        show(f"<p>Page {page} sur {pages}</p>")


def render_emporter(demande: Demande, compte: Compte) -> None:
    """The whole selection as a file, however many pages it has."""
    if compte.nombre > LIMITE:
        show(f'<p class="sp-aide">Au-delà de {t(format_quantite(LIMITE, "contrats", 0))}, la sélection ne s’emporte pas d’ici : '
             'la restreindre, ou prendre tout le jeu à l’adresse '
             '<a href="donnees/contrats.parquet">/donnees/contrats.parquet</a>.</p>')
        return
    edition, catalogue = current_vue().edition, load_catalogue()
    nom = f"selection-contrats-{demande.filtres.annee or 'toutes-annees'}.csv"
    st.download_button(f"Emporter ces {format_quantite(compte.nombre, 'contrats', 0)} (CSV)" if compte.nombre > 1
                       else "Emporter ce contrat (CSV)",
                       lambda: export_contrats(catalogue, list_tous(open_base(edition), catalogue, demande)),
                       name_emporte(nom, edition), "text/csv", on_click="ignore", key="marches_emporter")
