"""The cover sheet: what this is, which edition and year, under which licence, and where each sheet is."""

from collections.abc import Sequence

from xlsxwriter.workbook import Workbook

from spapser.exports.classeur.feuille import Feuille
from spapser.exports.classeur.styles import TEAL, Styles
from spapser.exports.contexte import Contexte
from spapser.exports.licence import ADRESSE, MENTION, NOM
from spapser.suivi.source import name_documents

TITRE = "Suivi du SPAPSER"
NOM_FEUILLE = "Présentation"
LARGEURS = (26, 92)


def open_garde(classeur: Workbook, styles: Styles) -> Feuille:
    """The cover, first of the sheets, still empty: it is filled once the others are known."""
    feuille = Feuille(classeur, styles, NOM_FEUILLE, TEAL, LARGEURS)
    feuille.page.activate()
    return feuille


def write_garde(feuille: Feuille, contexte: Contexte, feuilles: Sequence[tuple[str, str]]) -> None:
    """Title, identity, what is missing, then a link to each sheet with a line that says what is in it."""
    document = contexte.suivi.catalogue.document
    feuille.write(f"{TITRE}, année {contexte.annee}", "titre")
    feuille.write(f"{document['auteur']} · schéma de promotion des achats publics socialement et écologiquement responsables",
                  "sous_titre", 2)
    feuille.ligne += 1
    write_identite(feuille, contexte)
    for manque in contexte.bilan.manques:
        feuille.write(manque, "alerte", 2)
    feuille.write("Ce que contient ce classeur", "section")
    for nom, quoi in feuilles:
        feuille.row(("", quoi), (1, 1), "texte")
        feuille.link(nom, nom)
    feuille.page.set_first_sheet()


def write_identite(feuille: Feuille, contexte: Contexte) -> None:
    """Year, edition, date, source, licence and how to read the figures, one per row."""
    bilan = contexte.bilan
    lignes = (("Année", str(contexte.annee)), ("Édition", bilan.edition), ("Date", bilan.date),
              ("Source", f"{name_documents(contexte.base.edition)}. Chaque valeur garde sa source."),
              ("Licence", f"{NOM}. {MENTION}"), ("Texte de la licence", ADRESSE),
              ("Nombres", "Une case vide veut dire « inconnu », jamais zéro. Une part est donnée en pour cent (75 pour 75 %)."),
              ("Statuts", "Le statut compare à la cible de l’année ; l’évolution compare à l’année précédente. Un statut "
               "d’objectif « proposé » est lu dans le texte et reste à confirmer par les services."))
    for nom, valeur in lignes:
        if valeur:
            feuille.row((nom, valeur), (1, 1), "texte", {0: "etiquette"})
    feuille.ligne += 1
