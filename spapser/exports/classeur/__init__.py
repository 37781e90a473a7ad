"""The workbook: cover, results, targets with native charts, one sheet per fiche and per dataset, dictionary."""

import io

from xlsxwriter.workbook import Workbook

from spapser.exports.classeur.communes import write_communes
from spapser.exports.classeur.dictionnaire import write_dictionnaire, write_indicateurs
from spapser.exports.classeur.fiche import write_fiche
from spapser.exports.classeur.garde import NOM_FEUILLE, TITRE, open_garde, write_garde
from spapser.exports.classeur.jeu import LIMITE, write_jeu
from spapser.exports.classeur.resultats import write_cibles, write_resultats
from spapser.exports.classeur.styles import Styles
from spapser.exports.contexte import Contexte
from spapser.exports.licence import NOM
from spapser.exports.resultats import list_resultats
from spapser.store import iter_colonnes
from spapser.typographie import format_nombre, format_quantite

REGLAGES = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def export_xlsx(contexte: Contexte) -> bytes:
    """The whole workbook of a year, or that of one fiche (its sheet, the results, the dictionary of indicators)."""
    sortie = io.BytesIO()
    classeur = Workbook(sortie, REGLAGES)
    styles = Styles(classeur)
    garde = open_garde(classeur, styles)
    write_garde(garde, contexte, write_feuilles(classeur, styles, contexte))
    document = contexte.suivi.catalogue.document
    classeur.set_properties({
        "title": f"{TITRE}, année {contexte.annee}", "subject": document["titre"], "author": document["auteur"],
        "comments": f"{contexte.base.edition.libelle}. {NOM}."})
    for feuille in classeur.worksheets():
        feuille.set_footer(f"&L&8SPAPSER {contexte.annee} · {contexte.base.edition.libelle}&C&8&A&R&8&P / &N")
    classeur.close()
    return sortie.getvalue()


def write_feuilles(classeur: Workbook, styles: Styles, contexte: Contexte) -> list[tuple[str, str]]:
    """Every sheet after the cover, with the line that says what is in each."""
    fiches = {fiche.code for fiche in contexte.fiches}
    resultats = [r for r in list_resultats(contexte.suivi, contexte.annee) if r["fiche"] in fiches]
    ecrites = [(write_resultats(classeur, styles, resultats, contexte.annee).nom, "Toutes les mesures de l’année, filtrables"),
               (write_cibles(classeur, styles, resultats, contexte.annee).nom, "Cibles chiffrées et réalisé, avec graphique")]
    for section in contexte.bilan.sections:
        feuille = write_fiche(classeur, styles, section, resultats, contexte.annee)
        ecrites.append((feuille.nom, f"{section.fiche.titre_court} : indicateurs, graphiques, objectifs, réserves"))
    if not contexte.fiche:
        ecrites += write_donnees(classeur, styles, contexte)
    ecrites.append((write_indicateurs(classeur, styles, contexte.suivi.catalogue).nom, "Définition et calcul des indicateurs"))
    return ecrites


def write_donnees(classeur: Workbook, styles: Styles, contexte: Contexte) -> list[tuple[str, str]]:
    """The communes, one sheet per dataset, the dictionary of their columns."""
    ecrites = [(write_communes(classeur, styles, contexte).nom, "Les communes et ce qui est publié de chacune")]
    for jeu in contexte.suivi.catalogue.jeux:
        nombre = contexte.base.count_rows(jeu.nom)
        feuille = write_jeu(classeur, styles, jeu, iter_colonnes(contexte.base, jeu.nom, LIMITE), nombre)
        coupe = f", les {format_nombre(LIMITE, 0)} premières ici, toutes dans le CSV" if nombre > LIMITE else ""
        ecrites.append((feuille.nom, f"{format_quantite(nombre, 'lignes', 0)}{coupe}. {jeu.description}"))
    ecrites.append((write_dictionnaire(classeur, styles, contexte.suivi.catalogue).nom, "Colonnes de chaque jeu de données"))
    return ecrites


__all__ = ["NOM_FEUILLE", "export_xlsx"]
