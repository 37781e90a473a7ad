"""A template as a workbook: the sheet to fill, its explanations, its codes, and last year's rows for memory."""

import io
from datetime import UTC, datetime

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from spapser.exports.modele.codes import list_listes
from spapser.exports.modele.explications import fill_explications
from spapser.exports.modele.gabarit import Gabarit
from spapser.exports.modele.nomenclature import CODES, fill_codes
from spapser.exports.modele.saisie import HAUTEUR_ENTETE, fill_saisie, find_widths, write_rows
from spapser.exports.modele.style import Styles, prepare_print

SAISIE, EXPLICATIONS, RAPPEL = "À remplir", "Explications", "Rappel"
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


def fill_rappel(feuille: Worksheet, gabarit: Gabarit, styles: Styles) -> None:
    """What is published for the year before, in the same columns."""
    largeurs = find_widths(gabarit)
    for place, colonne in enumerate(gabarit.colonnes):
        feuille.set_column(place, place, largeurs[place], styles.colonne(colonne))
        feuille.write_string(0, place, colonne.titre, styles.facultatif)
    write_rows(feuille, gabarit, gabarit.rappel, styles)
    feuille.set_row(0, HAUTEUR_ENTETE)
    feuille.freeze_panes(1, 1)
    feuille.set_tab_color("#8A9A9D")
    prepare_print(feuille)
    feuille.repeat_rows(0)
