"""What the tests of the yearly report compare: text without spaces nor hyphens, and the figures of the command line."""

import json
import re
from functools import cache

from spapser.catalogue import load_catalogue
from spapser.cli import main
from spapser.typographie import format_quantite

CATALOGUE = load_catalogue()


def squeeze(texte: str) -> str:
    """The text without what a typesetter changes: spaces, line breaks, hyphens; bullets are not text either."""
    return re.sub(r"[\s\u00ad\u2010•-]", "", texte)


def read_indicateurs(capsys, annee: int) -> list[dict]:
    """What `python -m spapser indicateurs --json` prints for a year."""
    assert main(["indicateurs", "--annee", str(annee), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


@cache
def find_decimales(code: str) -> int:
    return CATALOGUE.indicateur(code).decimales


def write(resultat: dict, champ: str) -> str:
    """A figure of the command line in French, as a document prints it."""
    return format_quantite(resultat[champ], resultat["unite"], find_decimales(resultat["indicateur"]))


def is_simple(resultat: dict) -> bool:
    """True for an indicator of the tables of fiches that has a figure this year."""
    return CATALOGUE.indicateur(resultat["indicateur"]).genre == "resultat" and resultat["valeur"] is not None


def list_dessines(resultats: list[dict], graphiques) -> list[dict]:
    """The categories that the charts of the year draw."""
    dessines = {m.indicateur.code for graphique in graphiques for m in graphique.mesures}
    return [r for r in resultats if r["modalite"] and r["indicateur"] in dessines]


def write_cible(resultat: dict) -> str:
    """The target as the tables print it."""
    if resultat["cible"] is None:
        return "–"
    return ("au plus " if resultat["comparaison"] == "au plus" else "") + write(resultat, "cible")
