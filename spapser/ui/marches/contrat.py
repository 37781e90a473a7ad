"""The sheet of one contract: everything known of it, what is unknown said so, the figures that it feeds, its source."""

import streamlit as st

from spapser.catalogue import Indicateur, load_catalogue
from spapser.suivi.filtres import NUMERO, Demande, write_parametres
from spapser.suivi.portrait import (
    INCONNU,
    REPONSES,
    FaitLu,
    list_faits_lus,
    list_groupes,
    list_modifications,
    list_titulaires,
    name_titulaire,
    read_liste,
    write_numero,
)
from spapser.ui import lien
from spapser.ui.balises import fold, show, t, tableau
from spapser.ui.cache import open_rows
from spapser.ui.cadre import render_titre
from spapser.ui.edition import current_vue
from spapser.ui.feuille import Feuille
from spapser.ui.marches.adresse import write_lien
from spapser.ui.marches.memoire import open_contrat


def render_contrat(demande: Demande) -> bool:
    """The sheet that the address asks for; False when it asks for none."""
    numero = st.query_params.get("contrat", "")
    if not numero:
        return False
    contrat = open_contrat(numero) if NUMERO.fullmatch(numero) else None
    retour = f'<p class="retour">{write_lien("Revenir à la liste des contrats", write_parametres(demande))}</p>'
    if contrat is None:
        render_titre("Marchés", f"Aucun contrat ne porte le numéro « {numero[:40]} » dans l’édition "
                     f"{current_vue().edition.numero} : le chercher dans la liste.")
        show(retour)
        return True
    show(f'{retour}<p class="sp-surtitre">Contrat {t(contrat["identifiant"])} · notifié en {t(contrat["annee"])}</p>'
         f'<h1 class="sp-titre titre-contrat">{t(contrat["objet"] or "Contrat sans objet")}</h1>')
    render_alerte(contrat)
    render_groupes(contrat)
    render_titulaires(contrat)
    render_modifications(contrat)
    render_faits(contrat)
    render_source(contrat)
    return True


def render_alerte(contrat: dict) -> None:
    """An amount that no one may believe is set apart, and says so."""
    if contrat["montant_ecarte"]:
        show('<div class="bandeau" role="status"><p>Le montant de ce contrat dépasse le plafond de vraisemblance (souvent le '
             "maximum d’un achat groupé) : il est écarté de toute valeur en euros, le contrat reste compté en nombre.</p></div>")


def render_groupes(contrat: dict) -> None:
    """Every column of the dataset, group by group."""
    blocs = "".join(write_groupe(titre, lignes) for titre, lignes in list_groupes(contrat, load_catalogue()))
    show(f'<div class="connu">{blocs}</div>')


def write_groupe(titre: str, lignes: list[tuple[str, str]]) -> str:
    """What is known of a group, line by line, then the names of what is not."""
    connues = "".join(f"<div><dt>{t(nom)}</dt><dd>{t(texte)}</dd></div>" for nom, texte in lignes if texte != INCONNU)
    absentes = ", ".join(nom[:1].lower() + nom[1:] if nom[1:2].islower() else nom for nom, texte in lignes if texte == INCONNU)
    suite = f'<p class="source">Non renseigné : {t(absentes)}.</p>' if absentes else ""
    return f'<section><h2 class="sp-titre2">{t(titre)}</h2>{f"<dl>{connues}</dl>" if connues else ""}{suite}</section>'


def render_titulaires(contrat: dict) -> None:
    """Who holds the contract now, and who held it at first when that changed."""
    communes = {commune["code_insee"]: commune["nom"] for commune in open_rows("communes")}
    lignes = [tuple(t(x[nom]) for nom in ("nom", "numero", "categorie", "lieu")) for x in list_titulaires(contrat, communes)]
    show('<h2 class="sp-titre2">Titulaires</h2>')
    if not lignes:
        show(f'<p class="sp-aide">Titulaires : {INCONNU}.</p>')
    else:
        show(tableau("Titulaires actuels", ("Titulaire", "Identifiant", "Catégorie", "Lieu"), lignes))
    initiaux = [name_titulaire(x) + (f" ({write_numero(x)})" if x.get("nom") else "")
                for x in read_liste(contrat["titulaires_initiaux"])]
    if initiaux:
        show(f'<p class="sp-aide">À la notification : {t(", ".join(initiaux))}.</p>')


def render_modifications(contrat: dict) -> None:
    """What changed since the notification."""
    lignes = [tuple(t(x) for x in ligne) for ligne in list_modifications(contrat)]
    show('<h2 class="sp-titre2">Modifications</h2>')
    if lignes:
        show(tableau("Modifications publiées", ("Numéro", "Date", "Montant", "Durée", "Titulaires"), lignes, (2, 3)))
    else:
        show('<p class="sp-aide">Aucune modification n’est publiée.</p>')


def render_faits(contrat: dict) -> None:
    """What is true, unknown or false of the contract, and the indicators that count it."""
    lus = list_faits_lus(contrat, load_catalogue())
    groupes = {mot: [lu for lu in lus if lu.reponse is reponse] for reponse, mot in REPONSES.items()}
    vrais, faux, inconnus = (len(groupes[mot]) for mot in ("oui", "non", "inconnu"))
    show('<h2 class="sp-titre2">Ce que ce contrat nourrit</h2><p class="sp-aide">Chaque indicateur compte un fait. '
         f"De ce contrat, {vrais} sont vrais, {faux} faux, {inconnus} inconnus ; un fait inconnu n’est compté ni pour ni contre."
         "</p>")
    with Feuille() as feuille:
        feuille.write(write_faits("Vrai de ce contrat", groupes["oui"], contrat["annee"]))
        for mot, titre in (("inconnu", "Inconnu de ce contrat"), ("non", "Faux de ce contrat")):
            if groupes[mot]:
                feuille.write(fold(f"{titre} ({len(groupes[mot])})", write_faits(titre, groupes[mot], contrat["annee"])))


def write_faits(titre: str, lus: list[FaitLu], annee: int) -> str:
    """Facts with the same answer, and the indicators that count each."""
    return tableau(titre, ("Fait", "Définition", "Indicateurs"), [
        (t(lu.fait.libelle), t(lu.fait.definition), "<br>".join(write_indicateur(i, annee) for i in lu.indicateurs) or "–")
        for lu in lus], classe="faits")


def write_indicateur(indicateur: Indicateur, annee: int) -> str:
    """An indicator with the way to its fiche."""
    fiche = load_catalogue().fiche(indicateur.fiche)
    return f'{lien.write_lien(fiche.page, indicateur.libelle, {"annee": str(annee)})} (fiche {fiche.numero})'


def render_source(contrat: dict) -> None:
    """The deposited files that say all this."""
    edition, annee = current_vue().edition, contrat["annee"]
    sources = [f"{titre} : {source}" for titre, jeu in (("contrats", "contrats"), ("compléments du tableur", "complements"))
               if (source := edition.source(jeu, annee))]
    texte = " ; ".join(sources) or "données livrées avec le produit"
    show(f'<h2 class="sp-titre2">Source</h2><p>{t(texte[:1].upper() + texte[1:])}. Lu dans l’édition {edition.numero}. Numéro du '
         f"contrat dans ce tableau de bord : {t(contrat['contrat'])}.</p>")
