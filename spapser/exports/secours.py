"""A base over an edition of which a file is missing or broken: what can be read is read, and sentences say what is not.

A document made from it is incomplete and says so; nothing of a broken file is guessed.
"""

import csv
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from spapser.catalogue import Catalogue, Jeu
from spapser.depot import Rapport, check_edition
from spapser.depot.lecture import read_csv
from spapser.errors import EditionIllisible
from spapser.store import Base, Edition, Partie, verify_rows

ABSENT = "Ce jeu est absent du présent document."
ECARTEES = "Les lignes en cause sont écartées du présent document."


def open_lisible(edition: Edition, catalogue: Catalogue) -> tuple[Base, tuple[str, ...]]:
    """The base of the edition and one French sentence per broken file; no sentence when all are whole."""
    rapports = [rapport for rapport in check_edition(edition, catalogue) if not rapport.accepte]
    entieres, perdues = sort_parties(edition)
    if not rapports:
        base = Base(replace(edition, parties=entieres))
        base.edition = edition
        return base, perdues
    with TemporaryDirectory(prefix="edition-") as dossier:
        copie = Path(dossier)
        for jeu in catalogue.jeux:
            rapport = next((r for r in rapports if r.jeu == jeu.nom), None)
            copy_jeu(edition.fichier(jeu.nom), copie / f"{jeu.nom}.csv", jeu, rapport)
        base = Base(replace(edition, dossier=copie, parties=entieres))
    base.edition = edition
    return base, (*(describe_manque(rapport) for rapport in rapports), *perdues)


def sort_parties(edition: Edition) -> tuple[tuple[Partie, ...], tuple[str, ...]]:
    """The published years that are whole, and one sentence for each of the others: the rows before it stand in its place."""
    entieres, phrases = [], []
    for partie in edition.parties:
        try:
            verify_rows(partie, edition)
            entieres.append(partie)
        except EditionIllisible as erreur:
            phrases.append(f"{erreur} Les lignes de {partie.annee} sont celles d’avant cette publication.")
    return tuple(entieres), tuple(phrases)


def is_entier(rapport: Rapport) -> bool:
    """True when only some lines are broken: the others can be used."""
    return all(anomalie.ligne is not None and anomalie.ligne > 1 and anomalie.colonne
               for anomalie in rapport.anomalies if anomalie.bloquante)


def describe_manque(rapport: Rapport) -> str:
    """What is broken, how to mend it, and what the document does without."""
    return f"{rapport.phrase} {ECARTEES if is_entier(rapport) else ABSENT}"


def copy_jeu(source: Path, cible: Path, jeu: Jeu, rapport: Rapport | None) -> None:
    """The file as it is, without its broken lines, or reduced to its header."""
    if rapport is None:
        cible.write_bytes(source.read_bytes())
        return
    colonnes, lignes = [colonne.nom for colonne in jeu.colonnes], []
    if is_entier(rapport):
        table = read_csv(source.name, source.read_bytes())
        fautives = {anomalie.ligne for anomalie in rapport.anomalies if anomalie.bloquante}
        colonnes, lignes = table.entete.cellules, [x.cellules for x in table.lignes if x.numero not in fautives]
    with cible.open("w", encoding="utf-8", newline="") as sortie:
        ecrivain = csv.writer(sortie, lineterminator="\n")
        ecrivain.writerow(colonnes)
        ecrivain.writerows(lignes)
