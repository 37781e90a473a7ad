"""The lists a template offers: codes of the catalogue with their labels, and admitted values."""

from dataclasses import dataclass
from typing import NamedTuple

from spapser.catalogue import Catalogue, Colonne, Jeu


class Code(NamedTuple):
    """A code of the catalogue and what it means; `complement` is a unit or a fiche."""

    code: str
    libelle: str
    complement: str


@dataclass(frozen=True)
class Liste:
    """What a column admits: one tuple a line, its first cell being what is written in the column."""

    colonne: str
    titre: str
    entetes: tuple[str, ...]
    lignes: tuple[tuple[str, ...], ...]


ENTETES = {"indicateur": ("Code", "Libellé", "Unité"), "objectif": ("Code", "Libellé", "Fiche"),
           "fiche": ("Code", "Libellé", "Numéro")}


def list_codes(reference: str, catalogue: Catalogue) -> list[Code]:
    """Every code that a column may refer to, in the order of the catalogue; none for another kind of reference."""
    if reference == "indicateur":
        return [Code(i.code, i.libelle, i.unite) for i in catalogue.indicateurs]
    if reference == "objectif":
        return [Code(o.code, o.titre, f.titre_court) for f in catalogue.fiches for o in f.objectifs]
    if reference == "fiche":
        return [Code(f.code, f.titre_court, f"Fiche {f.numero}") for f in catalogue.fiches]
    return []


def list_listes(jeu: Jeu, catalogue: Catalogue) -> tuple[Liste, ...]:
    """The lists of a dataset, codes first."""
    listes = [build_liste(colonne, catalogue) for colonne in jeu.colonnes]
    return tuple(sorted((liste for liste in listes if liste.lignes), key=lambda liste: -len(liste.entetes)))


def build_liste(colonne: Colonne, catalogue: Catalogue) -> Liste:
    """What one column admits; without lines when it admits anything."""
    if colonne.reference:
        codes = tuple(tuple(code) for code in list_codes(colonne.reference, catalogue))
        return Liste(colonne.nom, colonne.titre, ENTETES.get(colonne.reference, ("Code",)), codes)
    return Liste(colonne.nom, colonne.titre, ("Valeur",), tuple((valeur,) for valeur in colonne.enumeration))
