"""The sheet of codes and admitted values, list beside list; the drop-down lists of the entry sheet point there."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from spapser.depot.table import name_letter
from spapser.exports.modele.codes import Liste
from spapser.exports.modele.style import Styles, prepare_print
from spapser.typographie import insecables

CODES = "Codes"
ECART = 3


def fill_codes(feuille: Worksheet, listes: Sequence[Liste], styles: Styles) -> dict[str, str]:
    """Write the lists; returns the range of each, by column, as a data validation wants it."""
    plages, place = {}, 0
    for liste in listes:
        write_liste(feuille, place, liste, styles)
        lettre = name_letter(place + 1)
        plages[liste.colonne] = f"={CODES}!${lettre}$3:${lettre}${len(liste.lignes) + 2}"
        place += len(liste.entetes)
        feuille.set_column(place, place, ECART)
        place += 1
    feuille.freeze_panes(2, 0)
    feuille.hide_gridlines(2)
    prepare_print(feuille)
    feuille.repeat_rows(0, 1)
    return plages


def write_liste(feuille: Worksheet, place: int, liste: Liste, styles: Styles) -> None:
    """One list, its title above, each column wide enough for its longest text."""
    feuille.write_string(0, place, insecables(liste.titre), styles.intertitre)
    for decalage, entete in enumerate(liste.entetes):
        textes = [ligne[decalage] for ligne in liste.lignes]
        largeur = max(len(texte) for texte in (*textes, entete if decalage else liste.titre)) * 1.1 + 2
        feuille.set_column(place + decalage, place + decalage, largeur)
        feuille.write_string(1, place + decalage, entete, styles.obligatoire)
        for rang, texte in enumerate(textes, 2):
            feuille.write_string(rang, place + decalage, texte, styles.cellule)
