"""Which figures are hidden: the small ones, then the smallest of those that would give a hidden one back, until none can be.

Primary then secondary suppression with an audit by linear programming, as in Hundepool et al., « Statistical Disclosure
Control » (2012), chapter 4, and in the guides of Insee. Hiding one more figure never narrows what a reader cannot know, so each
count is mended once.
"""

from collections.abc import Iterable

from spapser.store.secret.attaque import Intervalle, find_interval
from spapser.store.secret.systeme import Figure, Forme, Systeme

MARGE = 1e-6
DEMI = 0.5


def choose_secrets(systeme: Systeme, seuil: int) -> frozenset[int]:
    """Ranks of the figures to hide so that each small count keeps at least seuil − 1 possible values, and any other hidden
    count two. Figures that are `libre` stay: what they give back was public already."""
    caches = {rang for rang, figure in enumerate(systeme.figures) if not figure.libre and is_petite(systeme, figure, seuil)}
    sensibles = [forme for forme in systeme.sensibles if is_small(systeme, forme, seuil)]
    petites = [forme for rang in caches for forme in systeme.figures[rang].formes if is_small(systeme, forme, seuil)]
    protect(systeme, caches, seuil, unique([*petites, *sensibles]), max(1, seuil - 2))
    vues: set[int] = set()
    while nouvelles := caches - vues:
        vues |= nouvelles
        formes = [forme for rang in sorted(nouvelles) for forme in systeme.figures[rang].comptes]
        protect(systeme, caches, seuil, unique(formes), 1)
    return frozenset(caches)


def is_small(systeme: Systeme, forme: Forme, seuil: int) -> bool:
    """True for fewer people than the threshold, as numbers are read (4,6 people by a share are 5)."""
    return systeme.compute(forme) < seuil - DEMI


def is_petite(systeme: Systeme, figure: Figure, seuil: int) -> bool:
    """True when a figure tells a small count by itself."""
    return any(is_small(systeme, forme, seuil) for forme in figure.formes)


def unique(formes: Iterable[Forme]) -> list[Forme]:
    """The same forms, each once."""
    return list({tuple(sorted(forme.items())): forme for forme in formes}.values())


def protect(systeme: Systeme, caches: set[int], seuil: int, formes: list[Forme], largeur: float) -> None:
    """Hide what must be until each form may take values `largeur` apart; `caches` grows."""
    for forme in formes:
        while True:
            intervalle = find_interval(systeme, frozenset(caches), seuil, forme)
            suivante = None if intervalle.largeur >= largeur - MARGE else find_next(systeme, caches, intervalle, forme)
            if suivante is None:
                break
            caches.add(suivante)


def find_next(systeme: Systeme, caches: set[int], intervalle: Intervalle, forme: Forme) -> int | None:
    """The figure to hide next: the smallest of those that hold the bounds, else of those linked to the form; None without any."""
    candidates = {rang for rang in intervalle.tenants if is_cachable(systeme, rang, caches)}
    candidates = candidates or {rang for rang in find_linked(systeme, forme) if is_cachable(systeme, rang, caches)}
    return min(candidates, key=lambda rang: (weigh(systeme, rang), rang), default=None)


def is_cachable(systeme: Systeme, rang: int, caches: set[int]) -> bool:
    """True for a figure still shown that may be hidden."""
    return rang not in caches and not systeme.figures[rang].libre


def weigh(systeme: Systeme, rang: int) -> float:
    """What hiding a figure costs: the people that it tells of."""
    return max(systeme.compute(forme) for forme in systeme.figures[rang].formes)


def find_linked(systeme: Systeme, forme: Forme) -> set[int]:
    """Figures that share an unknown with a form, through the equalities."""
    atteints, avant = set(forme), -1
    while len(atteints) != avant:
        avant = len(atteints)
        atteints |= {i for egalite in systeme.egalites if atteints & set(egalite) for i in egalite}
    return {rang for rang, figure in enumerate(systeme.figures) if any(atteints & set(f) for f in figure.formes)}
