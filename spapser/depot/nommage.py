"""Titles of columns: what makes two writings the same, and which column of a dataset a title names."""

import re
from functools import lru_cache

from spapser.catalogue import Colonne, Jeu
from spapser.typographie import sans_accent


@lru_cache(maxsize=4096)
def reduce_title(titre: str) -> str:
    """Letters and digits only, without accents or capitals: « N° de marché » and « n de marche » are one."""
    return re.sub(r"[^a-z0-9]", "", sans_accent(titre[:200]))


@lru_cache(maxsize=64)
def index_titles(jeu: Jeu) -> dict[str, Colonne]:
    """Reduced title -> column, from codes, titles (with and without what is between brackets) and aliases; codes win."""
    titres: dict[str, Colonne] = {}
    for ecritures in (lambda c: [c.nom], lambda c: [c.titre, re.sub(r"\(.*?\)", "", c.titre)], lambda c: list(c.alias)):
        for colonne in jeu.colonnes:
            for ecriture in ecritures(colonne):
                titres.setdefault(reduce_title(ecriture), colonne)
    return titres


def find_column(titre: str, jeu: Jeu) -> Colonne | None:
    """The column that a title names; brackets at its end are ignored; None when it names none."""
    titres = index_titles(jeu)
    return titres.get(reduce_title(titre)) or titres.get(reduce_title(re.sub(r"\(.*?\)|\*", "", titre))) or None


def read_title(nom: str, jeu: Jeu) -> str:
    """The title of a column of the dataset; the name itself for a column of the file."""
    return next((colonne.titre for colonne in jeu.colonnes if colonne.nom == nom), nom)


def is_reminder(titre: str) -> bool:
    """True for a column that a template shows to help whoever fills it: « Libellé (pour mémoire) »."""
    return reduce_title(titre).endswith("pourmemoire")
