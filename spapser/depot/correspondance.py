"""Which column of the dataset each column of the file is: by its name, by what was chosen before, by what is chosen now."""

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from spapser.acces import Acte, Personne, require
from spapser.catalogue import Colonne, Jeu
from spapser.depot.nommage import find_column, index_titles, is_reminder, reduce_title
from spapser.depot.table import ColonneLue, TableLue
from spapser.store import depot_folder


@dataclass(frozen=True)
class Correspondance:
    """`par_colonne`: catalogue column -> field. `inconnues` are not matched, `ecartees` were set aside on purpose,
    `manquantes` are required and nothing fills them, `proposees` suggests a column for a field, never applied in silence.

    `doublons` name a column that another one gives. `disposition` names this header, so that what was chosen once is
    remembered for the dataset `jeu`.
    """

    par_colonne: dict[str, str]
    inconnues: tuple[ColonneLue, ...]
    ecartees: tuple[ColonneLue, ...]
    manquantes: tuple[Colonne, ...]
    disposition: str
    proposees: dict[str, str] = field(default_factory=dict)
    doublons: tuple[ColonneLue, ...] = ()
    jeu: str = ""


def match_columns(table: TableLue, jeu: Jeu, choix: Mapping[str, str] = {}) -> Correspondance:
    """Match by code, title or alias; `choix` (field -> column, "" to leave aside) goes first, then what was remembered.

    Columns « (pour mémoire) » are left aside. Two columns for one: the first that was chosen wins, the other one is said.
    """
    decides = decide(table, jeu, choix)
    par_colonne: dict[str, str] = {}
    doublons, inconnues = [], []
    for colonne in sorted(table.colonnes, key=lambda colonne: colonne.champ not in decides):
        nom = decides[colonne.champ] if colonne.champ in decides else name_column(colonne, jeu)
        if nom is None:
            inconnues.append(colonne)
        elif nom in par_colonne:
            doublons.append(colonne)
        elif nom:
            par_colonne[nom] = colonne.champ
    manquantes = tuple(c for c in jeu.colonnes if c.obligatoire and not c.defaut and c.nom not in (*par_colonne, "annee"))
    ecartees = tuple(c for c in table.colonnes if decides.get(c.champ) == "")
    return Correspondance(par_colonne, tuple(inconnues), ecartees, manquantes, name_layout(table),
                          suggest(inconnues, jeu, par_colonne), tuple(doublons), jeu.nom)


def decide(table: TableLue, jeu: Jeu, choix: Mapping[str, str]) -> dict[str, str]:
    """What is decided whatever the titles say: field -> column of the dataset, "" to leave it aside."""
    rappels = {colonne.champ: "" for colonne in table.colonnes if is_reminder(colonne.titre)}
    admis = {"", *(colonne.nom for colonne in jeu.colonnes)}
    decides = {champ: nom for champ, nom in (rappels | recall(table, jeu) | dict(choix)).items() if nom in admis}
    neufs = {nom for champ, nom in choix.items() if nom and champ in table.champs}
    return {champ: nom for champ, nom in decides.items() if champ in choix or nom not in neufs}


def name_column(colonne: ColonneLue, jeu: Jeu) -> str | None:
    """The column of the dataset that a title names; None when it names none."""
    connue = find_column(colonne.titre, jeu)
    return connue.nom if connue else None


def suggest(inconnues: list[ColonneLue], jeu: Jeu, prises: Mapping[str, str]) -> dict[str, str]:
    """For each unknown column, the free column of the dataset whose name is nearest."""
    libres = {titre: c.nom for titre, c in index_titles(jeu).items() if c.nom not in prises}
    proposees: dict[str, str] = {}
    for colonne in inconnues:
        for titre in get_close_matches(reduce_title(colonne.titre), libres, n=1, cutoff=0.72):
            if libres[titre] not in proposees.values():
                proposees[colonne.champ] = libres[titre]
    return proposees


def name_layout(table: TableLue) -> str:
    """A short name for the header of a file: the same columns in the same order have the same one."""
    entete = "\n".join(f"{colonne.champ}={reduce_title(colonne.titre)}" for colonne in table.colonnes)
    return hashlib.sha256(entete.encode()).hexdigest()[:16]


def memory_path(jeu: str, disposition: str) -> Path:
    """Where the choices made for a header are kept."""
    return depot_folder() / "correspondances" / f"{jeu}-{disposition}.json"


def recall(table: TableLue, jeu: Jeu) -> dict[str, str]:
    """What was chosen the last time a file had this header; empty when it never had, or cannot be read."""
    return read_memory(memory_path(jeu.nom, name_layout(table)))


def read_memory(chemin: Path) -> dict[str, str]:
    """Choices kept in a file: field -> column; none when it is missing or damaged."""
    try:
        return {str(champ): str(nom) for champ, nom in json.loads(chemin.read_text("utf-8")).items()}
    except (OSError, ValueError, AttributeError, RecursionError):
        return {}


def remember(correspondance: Correspondance, jeu: Jeu, choix: Mapping[str, str], personne: Personne) -> None:
    """Keep what was chosen for this header, beside what was before. A folder that cannot be written forgets, and that is all.

    AccesRefuse when the role of the person is not enough.
    """
    require(personne, Acte.RETENIR)
    if not choix:
        return
    chemin = memory_path(correspondance.jeu or jeu.nom, correspondance.disposition)
    passager = chemin.with_suffix(f".{os.getpid()}")
    try:
        chemin.parent.mkdir(parents=True, exist_ok=True)
        passager.write_text(json.dumps(read_memory(chemin) | dict(choix), ensure_ascii=False), "utf-8")
        os.replace(passager, chemin)
    except OSError:
        with suppress(OSError):
            passager.unlink(missing_ok=True)
