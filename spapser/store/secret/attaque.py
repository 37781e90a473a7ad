"""The reader who computes: between which bounds does what is published put a count that is hidden? Linear programming (HiGHS)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy

from spapser.store.secret.systeme import Forme, Systeme

NUL = 1e-7


@dataclass(frozen=True)
class Intervalle:
    """Least and greatest possible value; `tenants` are the ranks of the shown figures that put these bounds."""

    bas: float
    haut: float
    tenants: frozenset[int]

    @property
    def largeur(self) -> float:
        """How far apart they are."""
        return self.haut - self.bas


def find_interval(systeme: Systeme, caches: frozenset[int], seuil: int, forme: Forme) -> Intervalle:
    """Bounds of a form for whoever knows the shown figures, the equalities, and the marks of what is hidden (< seuil, or not)."""
    lignes, auteurs = list_equations(systeme, caches)
    marques, limites = list_marques(systeme, caches, seuil)
    bornes, tenants = [], set()
    for signe in (1.0, -1.0):
        optimum, poids = solve(systeme, signe, forme, lignes, (marques, limites))
        bornes.append(signe * optimum)
        tenants |= {auteur for auteur, p in zip(auteurs, poids, strict=True) if auteur is not None and abs(p) > NUL}
    return Intervalle(bornes[0], bornes[1], frozenset(tenants))


def list_equations(systeme: Systeme, caches: frozenset[int]) -> tuple[list[Forme], list[int | None]]:
    """Forms whose value is known, and the rank of the figure that gives each (None: an equality)."""
    lignes: list[Forme] = list(systeme.egalites)
    auteurs: list[int | None] = [None] * len(lignes)
    for rang, figure in enumerate(systeme.figures):
        if rang not in caches:
            lignes += figure.formes
            auteurs += [rang] * len(figure.formes)
    return lignes, auteurs


def list_marques(systeme: Systeme, caches: frozenset[int], seuil: int) -> tuple[list[Forme], list[float]]:
    """What the mark of a hidden number says: under the threshold, or not; as forms that are at most their limit."""
    formes, limites = [], []
    for rang in caches:
        for forme in systeme.figures[rang].comptes:
            petite = systeme.compute(forme) < seuil
            formes.append(forme if petite else {i: -c for i, c in forme.items()})
            limites.append(seuil - 1 if petite else -seuil)
    return formes, limites


def solve(systeme: Systeme, signe: float, forme: Forme, lignes: Sequence[Forme],
          marques: tuple[Sequence[Forme], Sequence[float]]) -> tuple[float, Sequence[float]]:
    """Least value of signe × form, and the weight of each equation in it; minus infinity when nothing bounds it."""
    from scipy.optimize import linprog  # loaded only when something must be hidden
    taille, (inegales, limites) = len(systeme.valeurs), marques
    resultat = linprog(
        signe * dense([forme], taille)[0], A_eq=dense(lignes, taille) if lignes else None,
        b_eq=[systeme.compute(ligne) for ligne in lignes] or None, A_ub=dense(inegales, taille) if inegales else None,
        b_ub=[*limites] or None, bounds=(0, None), method="highs")
    if resultat.status != 0:
        return -numpy.inf, [0.0] * len(lignes)
    return resultat.fun, resultat.eqlin.marginals if lignes else []


def dense(formes: Sequence[Forme], taille: int) -> numpy.ndarray:
    """Forms as the rows of a matrix."""
    matrice = numpy.zeros((len(formes), taille))
    for rang, forme in enumerate(formes):
        for colonne, coefficient in forme.items():
            matrice[rang, colonne] = coefficient
    return matrice
