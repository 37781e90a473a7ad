"""The communes as points of a map, for a slide: the size of a point follows its value."""

from collections.abc import Mapping, Sequence

from spapser.charts.commune import normalise_nom, place_communes
from spapser.exports.diapositives.modele import Point
from spapser.suivi import Mesure


def place_points(communes: Sequence[Mapping], mesures: Sequence[Mesure]) -> tuple[Point, ...]:
    """Every commune, the largest value first so that no small point is hidden; empty without communes."""
    if not communes:
        return ()
    valeurs = {normalise_nom(m.modalite): m.valeur for m in mesures if m.valeur is not None}
    sommet = max(valeurs.values(), default=0) or 1
    lieux = place_communes(communes)
    ouest, sud = min(lieu.x for lieu in lieux.values()), min(lieu.y for lieu in lieux.values())
    points = [Point(lieu.nom, lieu.x - ouest, lieu.y - sud, valeurs[cle] / sommet if cle in valeurs else None)
              for cle, lieu in lieux.items()]
    return tuple(sorted(points, key=lambda point: -(point.part or 0)))
