"""A fictitious year, deposited: the rows of 2024 one year later, other figures, no line of the report. Also runs alone.

    SPAPSER_DEPOT=dossier python -m tests.pages.depot

publishes it, one edition a dataset, as staff would do.
"""

import csv
import tempfile
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from spapser.acces import operator
from spapser.catalogue import load_catalogue
from spapser.store import Changement, Edition, Lot, Original, Publication, load_edition, publish

ANNEE = 2025
JEUX = ("insertion_operations", "insertion_publics", "observations", "marches", "evenements", "structures", "reemploi",
        "suivi_actions", "cibles", "programmation")
AUTEUR = "Service essai"


def read_rows(jeu: str, annee: int = 2024) -> list[dict]:
    """The rows that ship for a dataset and year, as text."""
    with load_edition(0).fichier(jeu).open(encoding="utf-8", newline="") as flux:
        return [ligne for ligne in csv.DictReader(flux) if ligne["annee"] == str(annee)]


def shift_row(ligne: dict, annee: int) -> dict:
    """The same fact in another year: other value, no line of the report, no doubt."""
    autre = ligne | {"annee": str(annee), "ligne_source": "", "fiabilite": "sure", "note": ""}
    for nom in ("debut", "fin"):
        if autre.get(nom):
            autre[nom] = f"{annee}{autre[nom][4:]}".replace("-02-29", "-02-28")
    if autre.get("valeur") and autre.get("unite") != "%":
        autre["valeur"] = f"{float(autre['valeur']) + 1:g}"
    return autre | ({"source": "Délibération d’essai", "lien": ""} if "comparaison" in autre else {})


def shift_year(jeu: str) -> tuple[int, list[dict]]:
    """The fictitious rows of a dataset and their year: the purchases to come are those of the year after."""
    decale = jeu == "programmation"
    annee = ANNEE + decale
    return annee, [shift_row(ligne, annee) for ligne in read_rows(jeu, 2024 + decale)]


def publish_rows(jeu: str, annee: int, lignes: Sequence[dict], nom: str = "", motif: str = "", auteur: str = AUTEUR) -> Edition:
    """Publish rows over the last edition, all of them counted as added."""
    parent, nom = load_edition(), nom or f"{jeu} {annee}.csv"
    with tempfile.TemporaryDirectory() as dossier:
        lot = write_lot(Path(dossier), jeu, annee, lignes)
        date = datetime.now().astimezone().isoformat(timespec="seconds")
        changement = Changement(jeu, annee, len(lignes), len(lignes), 0, 0)
        publication = Publication(date, auteur, motif or f"Dépôt {jeu} {annee}", "depot", parent.numero, (changement,))
        return publish(parent, [lot], Original(nom, repr(lignes).encode()), publication, operator(auteur))


def write_lot(dossier: Path, jeu: str, annee: int, lignes: Sequence[dict]) -> Lot:
    """Rows as the Parquet file that a judgement leaves: text columns of the catalogue."""
    noms = [colonne.nom for colonne in load_catalogue().jeu(jeu).colonnes]
    colonnes = {nom: pa.array([ligne.get(nom) or None for ligne in lignes], pa.string()) for nom in noms}
    fichier = dossier / f"{jeu}.parquet"
    pq.write_table(pa.table({"ligne": pa.array(range(2, len(lignes) + 2), pa.int32())} | colonnes), fichier)
    return Lot(jeu, annee, fichier, len(lignes))


def publish_annee(prete: Callable[[str], bool] = lambda jeu: True) -> Edition:
    """Publish the fictitious year, dataset after dataset; returns the last edition."""
    edition = load_edition()
    for jeu in filter(prete, JEUX):
        annee, lignes = shift_year(jeu)
        edition = publish_rows(jeu, annee, lignes)
    return edition


if __name__ == "__main__":
    print(publish_annee().numero)
