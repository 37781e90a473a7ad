"""The address of the page « Marchés » is its whole memory: what it asks, the links to it, and what a filter writes there."""

from collections.abc import Mapping, Sequence

import streamlit as st

from spapser.catalogue import load_catalogue
from spapser.suivi import Mesure
from spapser.suivi.contrats import count_derriere
from spapser.suivi.filtres import EN_COURS, TOUTES, Demande, find_categorie, read_demande
from spapser.typographie import format_nombre
from spapser.ui import lien
from spapser.ui.annee import current_annee

PROPRES = ("etat", "fiche", "fait", "reponse", "parmi", "type", "division", "procedure", "clause", "reservation",
           "entreprises", "titulaire", "texte", "montant_min", "montant_max", "periode")


def read_adresse() -> Demande:
    """What the address asks."""
    return read_demande(st.query_params.to_dict(), current_annee(), load_catalogue())


def write_lien(texte: str, parametres: Mapping[str, str]) -> str:
    """A link of a table or of a sentence to the page."""
    return lien.write_lien("marches", texte, parametres)


def link_contrats(mesure: Mesure) -> str:
    """« Voir les 12 contrats » under a measure that was counted among them, empty text under any other."""
    indicateur = mesure.indicateur
    if indicateur.entreprises and mesure.tenue and mesure.tenue.origine == "calculee" and mesure.valeur:
        lien = write_lien("Voir leurs contrats", {"annee": str(mesure.annee), "entreprises": indicateur.entreprises})
        return f'<span class="derriere">{lien}</span>'
    calculee = next((v for v in (mesure.tenue, *mesure.autres) if v and v.origine == "calculee"), None)
    if not indicateur.fait or calculee is None or calculee.valeur is None or mesure.modalite:
        return ""
    nombre = count_derriere(indicateur, calculee)
    parametres = {"annee": str(mesure.annee), "fait": indicateur.fait, "reponse": "oui"}
    parametres |= {"parmi": indicateur.parmi} if indicateur.parmi else {}
    parametres |= {"etat": EN_COURS} if indicateur.en_cours else {}
    texte = "Voir le contrat" if nombre == 1 else f"Voir les {format_nombre(nombre)} contrats" if nombre else "Voir les contrats"
    return f'<span class="derriere">{write_lien(texte, parametres)}</span>'


def link_categories(mesures: Sequence[Mesure]) -> str:
    """« Voir les contrats : Travaux (151), Services (216) » under a breakdown of contracts; empty text under any other."""
    liens = []
    for mesure in mesures:
        filtre = mesure.indicateur.filtre
        choix = find_categorie(load_catalogue(), filtre, mesure.modalite) if filtre and mesure.valeur else {}
        if choix:
            nombre = format_nombre(mesure.valeur, 0)
            liens.append(write_lien(f"{mesure.modalite} ({nombre})", {"annee": str(mesure.annee)} | choix))
    return f'<p class="sp-aide">Voir les contrats&nbsp;: {", ".join(liens)}.</p>' if liens else ""


def keep_parametre(nom: str, cle: str) -> None:
    """What a person chose goes to the address, which says it all."""
    valeur = st.session_state[cle]
    write_parametres({nom: (TOUTES if valeur else "") if isinstance(valeur, bool) else str(valeur or "").strip()})


def write_parametres(choisis: dict[str, str]) -> None:
    """Write parameters in the address and start the list again; what says nothing leaves it.

    All in one go when nothing leaves: each go is a step of the way back.
    """
    dits = {nom: valeur for nom, valeur in choisis.items() if valeur}
    dits |= {"page": "1"} if "page" in st.query_params and "page" not in choisis else {}
    if dits:
        st.query_params.update(dits)
    for nom in choisis.keys() - dits.keys():
        st.query_params.pop(nom, None)
