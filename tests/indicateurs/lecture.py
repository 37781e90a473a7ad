"""One case: the rows of an edition small enough to read, and the results expected of one indicator query."""

import csv
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from spapser.catalogue import Catalogue
from spapser.depot.cellule import Cellule
from spapser.depot.codes import list_codes
from spapser.depot.regles import check_cell
from spapser.store import Base, Edition

DOSSIER = Path(__file__).parent / "cas"
INCONNUE = "inconnue"


@dataclass(frozen=True)
class Cas:
    """`code` is the part of the file name before « __ »; `a_corriger` says what is known to be wrong in the query."""

    nom: str
    code: str
    donnees: dict[str, list[dict]]
    attendu: list[dict]


def load_cas(chemin: Path) -> Cas:
    """Read a case; a misspelt key raises TypeError."""
    bloc = tomllib.loads(chemin.read_text(encoding="utf-8"))
    return Cas(nom=chemin.stem, code=chemin.stem.split("__")[0], **bloc)


def list_cas() -> list[Cas]:
    """Every case, sorted by name."""
    return [load_cas(chemin) for chemin in sorted(DOSSIER.glob("*.toml"))]


def write_edition(dossier: Path, catalogue: Catalogue, donnees: dict[str, list[dict]]) -> Edition:
    """An edition whose datasets hold the header, then the given rows; a column that a row does not state is empty."""
    edition = Edition(99, dossier, "cas")
    for jeu in catalogue.jeux:
        with edition.fichier(jeu.nom).open("w", encoding="utf-8", newline="") as flux:
            redacteur = csv.DictWriter(flux, [colonne.nom for colonne in jeu.colonnes], restval="")
            redacteur.writeheader()
            redacteur.writerows(donnees.get(jeu.nom, []))
    return edition


def list_mistakes(catalogue: Catalogue, donnees: dict[str, list[dict]]) -> list[str]:
    """Cells of a case that a real file could not hold: a trap that never springs is no trap."""
    return [
        f"{nom}.{colonne.nom} : {constat[1].message}"
        for nom, rangees in donnees.items()
        for colonne in catalogue.jeu(nom).colonnes
        for rangee in rangees
        if colonne.nom in rangee
        and (constat := check_cell(Cellule(str(rangee[colonne.nom]), colonne, list_codes(colonne, catalogue))))
    ]


def read_results(base: Base, code: str) -> list[dict]:
    """Computed results of one indicator, in a stable order."""
    return base.query(
        "select * from resultats where indicateur = ? and origine = 'calculee' order by annee, dimension, modalite", [code]
    )


def keep_stated(obtenu: dict, attendu: dict) -> dict:
    """What was obtained, reduced to the keys the case states, written as the case writes it."""
    return {cle: INCONNUE if obtenu[cle] is None else obtenu[cle] for cle in attendu}


def approximate(attendu: dict) -> dict:
    """The expected row, its numbers to nine digits."""
    return {cle: pytest.approx(v, rel=1e-9) if isinstance(v, float | int) else v for cle, v in attendu.items()}


def sort_key(attendu: dict) -> tuple:
    """The order of `read_results`, for rows a case may state in any order."""
    return attendu["annee"], attendu.get("dimension", ""), attendu.get("modalite", "")
