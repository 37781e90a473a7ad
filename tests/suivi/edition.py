"""The edition that ships, read once for all these tests, and what they are parametrised over."""

from functools import cache

from spapser.catalogue import Catalogue, Fiche, Graphique, load_catalogue
from spapser.store import Base, load_edition
from spapser.suivi import Suivi, load_suivi

CATALOGUE: Catalogue = load_catalogue()
GRAPHIQUES = [(fiche, graphique) for fiche in CATALOGUE.fiches for graphique in fiche.graphiques]


@cache
def open_base() -> Base:
    return Base(load_edition())


@cache
def open_suivi() -> Suivi:
    return load_suivi(open_base(), CATALOGUE)


ANNEES = open_suivi().annees


def name(valeur: object) -> str | None:
    """A readable name for a case."""
    if isinstance(valeur, Fiche | Graphique):
        return valeur.code
    return str(valeur) if isinstance(valeur, int | str) else None
