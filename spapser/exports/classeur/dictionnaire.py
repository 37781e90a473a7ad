"""Two sheets of words: the indicators with their definition, the columns of every dataset."""

from collections.abc import Sequence

from xlsxwriter.workbook import Workbook

from spapser.catalogue import Catalogue
from spapser.exports.classeur.feuille import Feuille
from spapser.exports.classeur.styles import GRIS, Styles
from spapser.exports.dictionnaire import COLONNES, describe_colonne

INDICATEURS = ("Code", "Libellé", "Unité", "Définition", "Périmètre", "Calcul", "Fiche")


def write_indicateurs(classeur: Workbook, styles: Styles, catalogue: Catalogue) -> Feuille:
    """Every indicator: definition, perimeter, computation."""
    lignes = [(i.code, i.libelle, i.unite, i.definition, i.perimetre, i.calcul, f"Fiche {fiche.numero}")
              for fiche in catalogue.fiches for i in fiche.indicateurs]
    feuille = Feuille(classeur, styles, "Indicateurs", GRIS, (34, 44, 14, 60, 40, 50, 9))
    return write_mots(feuille, INDICATEURS, lignes)


def write_dictionnaire(classeur: Workbook, styles: Styles, catalogue: Catalogue) -> Feuille:
    """Every column of every dataset."""
    lignes = [(jeu.titre, *describe_colonne(colonne)) for jeu in catalogue.jeux for colonne in jeu.colonnes]
    feuille = Feuille(classeur, styles, "Dictionnaire", GRIS, (32, 22, 30, 10, 12, 70, 44))
    return write_mots(feuille, ("Jeu", *COLONNES), lignes)


def write_mots(feuille: Feuille, colonnes: Sequence[str], lignes: Sequence[Sequence[str]]) -> Feuille:
    """A table of words under a frozen header with a filter."""
    _, derniere = feuille.table(colonnes, lignes)
    feuille.page.freeze_panes(1, 2)
    feuille.page.repeat_rows(0)
    feuille.page.autofilter(0, 0, derniere, len(colonnes) - 1)
    return feuille
