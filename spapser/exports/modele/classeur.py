"""A template as a workbook: the sheet to fill, its explanations, its codes, and last year's rows for memory."""

import io
from collections.abc import Sequence
from datetime import UTC, datetime

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from spapser.exports.modele.codes import Liste, list_listes
from spapser.exports.modele.explications import fill_explications
from spapser.exports.modele.gabarit import Gabarit
from spapser.exports.modele.saisie import feuille_letters, fill_saisie, write_rows
from spapser.exports.modele.style import Styles, find_width
from spapser.typographie import insecables

SAISIE, EXPLICATIONS, CODES, RAPPEL = "À remplir", "Explications", "Codes", "Rappel"
LARGEURS = {"Code": 40, "Libellé": 58, "Valeur": 32}
SURES = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write_xlsx(gabarit: Gabarit) -> bytes:
    """The bytes of the workbook; the same template gives the same bytes."""
    sortie = io.BytesIO()
    with Workbook(sortie, SURES) as classeur:
        classeur.set_properties({"title": f"{gabarit.jeu.titre}, {gabarit.annee}", "author": "SPAPSER",
                                 "created": datetime(gabarit.annee, 1, 1, tzinfo=UTC)})
        styles = Styles(classeur)
        saisie, explications, codes = (classeur.add_worksheet(nom) for nom in (SAISIE, EXPLICATIONS, CODES))
        plages = fill_codes(codes, list_listes(gabarit.jeu, gabarit.catalogue), styles)
        fill_saisie(saisie, gabarit, plages, styles)
        fill_explications(explications, gabarit, styles)
        if gabarit.rappel:
            fill_rappel(classeur.add_worksheet(f"{RAPPEL} {gabarit.annee_rappel}"), gabarit, styles)
    return sortie.getvalue()


def fill_codes(feuille: Worksheet, listes: Sequence[Liste], styles: Styles) -> dict[str, str]:
    """Write the lists side by side; returns the range of each, by column, as a data validation wants it."""
    plages, place = {}, 0
    for liste in listes:
        feuille.write_string(0, place, insecables(liste.titre), styles.intertitre)
        for decalage, entete in enumerate(liste.entetes):
            feuille.set_column(place + decalage, place + decalage, LARGEURS.get(entete, 22))
            feuille.write_string(1, place + decalage, entete, styles.obligatoire)
        for rang, ligne in enumerate(liste.lignes, 2):
            for decalage, texte in enumerate(ligne):
                feuille.write_string(rang, place + decalage, texte, styles.cellule)
        lettres = feuille_letters(place)
        plages[liste.colonne] = f"={CODES}!${lettres}$3:${lettres}${len(liste.lignes) + 2}"
        feuille.set_column(place + len(liste.entetes), place + len(liste.entetes), 3)
        place += len(liste.entetes) + 1
    feuille.freeze_panes(2, 0)
    feuille.hide_gridlines(2)
    feuille.set_landscape()
    feuille.fit_to_pages(1, 0)
    return plages


def fill_rappel(feuille: Worksheet, gabarit: Gabarit, styles: Styles) -> None:
    """What is published for the year before, in the same columns."""
    for place, colonne in enumerate(gabarit.colonnes):
        textes = [ligne[colonne.nom] for ligne in gabarit.rappel]
        feuille.set_column(place, place, find_width(colonne, textes), styles.colonne(colonne))
        feuille.write_string(0, place, colonne.titre, styles.facultatif)
    write_rows(feuille, gabarit.colonnes, gabarit.rappel, styles)
    feuille.freeze_panes(1, 1)
    feuille.set_tab_color("#8A9A9D")
    feuille.set_landscape()
    feuille.fit_to_pages(1, 0)
    feuille.repeat_rows(0)
