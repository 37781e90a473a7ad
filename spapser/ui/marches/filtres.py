"""The filters of the page « Marchés »: each shows what the address asks and writes there what a person chooses."""

from collections.abc import Mapping

import streamlit as st

from spapser.catalogue import load_catalogue
from spapser.suivi.filtres import LONGUEUR, Demande, Filtres, list_choix, write_parametres
from spapser.ui.annee import current_annee
from spapser.ui.balises import show, t
from spapser.ui.marches.adresse import PROPRES, keep_parametre, write_lien
from spapser.ui.marches.adresse import write_parametres as write_adresse

TITRES = {"type": ("Type d’achat", "Tous"), "division": ("Famille d’achat (division CPV)", "Toutes"),
          "procedure": ("Procédure", "Toutes"), "clause": ("Considération", "Toutes"), "fiche": ("Fiche action", "Toutes"),
          "reservation": ("Réservation", "Toutes"), "entreprises": ("Entreprises", "Toutes"),
          "fait": ("Contrats…", "Tous"), "reponse": ("Réponse", ""), "parmi": ("Parmi les contrats…", "Tous")}
DISCRETS = ("type", "division", "procedure", "reservation", "entreprises", "fait", "reponse", "parmi",
            "fiche", "montant_min", "montant_max")
ORDRES = {"date decroissant": "Les plus récents d’abord", "date croissant": "Les plus anciens d’abord",
          "montant decroissant": "Les plus gros montants d’abord", "montant croissant": "Les plus petits montants d’abord",
          "objet croissant": "Objet, de A à Z", "objet decroissant": "Objet, de Z à A",
          "titulaire croissant": "Titulaire, de A à Z", "titulaire decroissant": "Titulaire, de Z à A"}
CLE_TRI, USUEL, PLUS = "marches_ordre", "date decroissant", "marches_plus"


def render_remarques(demande: Demande) -> None:
    """A sentence on each part of the address that means nothing."""
    if demande.remarques:
        show(f'<div class="bandeau" role="status">{"".join(f"<p>{t(r)}</p>" for r in demande.remarques)}</div>')


def render_filtres(demande: Demande) -> None:
    """The filters one needs first, the others made when they are unfolded or used, then the way to remove them all."""
    choix, filtres = list_choix(load_catalogue()), demande.filtres
    with st.container(key="filtres"):
        ask_texte("texte", "Mots de l’objet, ou numéro", filtres.texte)
        ask_texte("titulaire", "Titulaire, nom ou SIRET", filtres.titulaire)
        ask_choix("clause", filtres, choix["clause"])
        ask_ordre(demande)
    poses = write_parametres(demande)
    utilises = [nom for nom in PROPRES if nom in poses]
    if any(nom in DISCRETS for nom in utilises):
        st.session_state[PLUS] = True
    plus = st.expander("Plus de filtres", key=PLUS, on_change="rerun")
    if plus.open:
        with plus, st.container(key="filtres_discrets"):
            render_autres(filtres, choix)
    with st.container(horizontal=True, vertical_alignment="center", key="marches_periode"):
        cle = "marches_periode_toutes"
        st.session_state[cle] = not filtres.annee
        st.checkbox(f"Toutes les années, pas seulement {current_annee()}", key=cle, on_change=keep_parametre,
                    args=("periode", cle))
        if utilises:
            show(f"<p>{write_lien('Effacer les filtres', {})}</p>")


def render_autres(filtres: Filtres, choix: Mapping[str, Mapping[str, str]]) -> None:
    """The filters by what the indicators count, by purchase and by amount."""
    for nom in ("fait", "reponse", "parmi", "type", "division", "procedure", "reservation", "entreprises", "fiche"):
        if choix[nom] and (nom != "reponse" or filtres.fait):
            ask_choix(nom, filtres, choix[nom])
    for nom, titre in (("montant_min", "Montant minimum (€ HT)"), ("montant_max", "Montant maximum (€ HT)")):
        montant = getattr(filtres, nom)
        ask_texte(nom, titre, "" if montant is None else f"{montant:.2f}".removesuffix(".00").replace(".", ","))


def ask_texte(nom: str, titre: str, valeur: str) -> None:
    """A field of free text."""
    cle = f"marches_{nom}"
    st.session_state[cle] = valeur
    st.text_input(titre, key=cle, max_chars=LONGUEUR, on_change=keep_parametre, args=(nom, cle))


def ask_choix(nom: str, filtres: Filtres, choix: Mapping[str, str]) -> None:
    """A list to choose from; its first line asks for nothing."""
    cle, (titre, tous) = f"marches_{nom}", TITRES[nom]
    libelles = ({"": tous} if tous else {}) | dict(choix)
    st.session_state[cle] = getattr(filtres, nom)
    st.selectbox(titre, list(libelles), key=cle, format_func=libelles.get, on_change=keep_parametre, args=(nom, cle))


def ask_ordre(demande: Demande) -> None:
    """The order of the list."""
    st.session_state[CLE_TRI] = f"{demande.tri} {demande.sens}"
    st.selectbox("Trier par", list(ORDRES), key=CLE_TRI, format_func=ORDRES.get, on_change=keep_ordre)


def keep_ordre() -> None:
    """The order chosen goes to the address, the usual one leaves it."""
    tri, sens = st.session_state[CLE_TRI].split()
    usuel = f"{tri} {sens}" == USUEL
    write_adresse({"tri": "" if usuel else tri, "sens": "" if usuel else sens})
