"""Where the communes stand: kilometres from centroids, folded names, and the side on which each name reads best."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spapser.charts.texte import escape_texte, fold_texte
from spapser.typographie import INSECABLE, sans_accent

KILOMETRES_PAR_DEGRE = 111.2
LARGEUR_NOM = 12
LONGUEUR_TOLEREE = 16
POSITIONS = {
    "ablon sur seine": "bottom center",
    "arcueil": "middle left",
    "athis mons": "middle left",
    "cachan": "middle left",
    "chevilly larue": "middle left",
    "choisy le roi": "top right",
    "fresnes": "middle left",
    "gentilly": "middle left",
    "ivry sur seine": "middle right",
    "juvisy sur orge": "middle right",
    "l'hay les roses": "middle left",
    "le kremlin bicetre": "top center",
    "morangis": "middle left",
    "orly": "middle right",
    "paray vieille poste": "middle left",
    "rungis": "bottom center",
    "savigny sur orge": "middle left",
    "thiais": "bottom center",
    "valenton": "top center",
    "villejuif": "bottom center",
    "villeneuve le roi": "bottom left",
    "villeneuve saint georges": "bottom right",
    "viry chatillon": "middle right",
    "vitry sur seine": "middle right",
}


@dataclass(frozen=True)
class Lieu:
    """A commune on the map, in kilometres (equirectangular, corrected by the cosine of the mean latitude)."""

    nom: str
    x: float
    y: float


def normalise_nom(nom: str) -> str:
    """Key of a commune name, whatever its accents, hyphens, apostrophes and spaces."""
    return " ".join(sans_accent(nom).replace("-", " ").split())


def place_communes(communes: Sequence[Mapping]) -> dict[str, Lieu]:
    """Communes by key, placed in kilometres."""
    latitude = sum(float(commune["latitude"]) for commune in communes) / len(communes)
    largeur = KILOMETRES_PAR_DEGRE * math.cos(math.radians(latitude))
    return {normalise_nom(commune["nom"]): Lieu(commune["nom"], float(commune["longitude"]) * largeur,
                                                float(commune["latitude"]) * KILOMETRES_PAR_DEGRE)
            for commune in communes}


def write_etiquette(nom: str, valeur: str) -> str:
    """Name and value in bold, escaped; folded at the hyphens when they are long."""
    lignes = [nom] if len(f"{nom} {valeur}") <= LONGUEUR_TOLEREE else fold_texte(nom, LARGEUR_NOM)
    seul = len(lignes) > 1 and len(f"{lignes[-1]} {valeur}") > LARGEUR_NOM + 1
    return "<br>".join(map(escape_texte, lignes)) + ("<br>" if seul else INSECABLE) + f"<b>{escape_texte(valeur)}</b>"
