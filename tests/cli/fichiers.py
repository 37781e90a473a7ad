"""Files and options of the deposits of the command line, and what it prints for programs."""

import json
from pathlib import Path

import pytest

from tests.server.lancement import PROJECT

EXEMPLES = PROJECT / "data" / "exemples"
HEURES = EXEMPLES / "exemple-fictif-heures-2025.xlsx"
ABIMEES = EXEMPLES / "exemple-fictif-heures-abimees-2025.csv"
PERSONNES = EXEMPLES / "exemple-fictif-personnes-2025.csv"
JEU = ("--jeu", "insertion_operations", "--annee", "2025")
SIGNE = ("--auteur", "Service fictif", "--motif", "Essai")


def write_douteuses(dossier: Path) -> Path:
    """Hours above their commitment five times over: a warning, nothing that stops."""
    fichier = dossier / "heures-douteuses.csv"
    fichier.write_text("Opération;Type;Année;Valeur;Unité;Nature\nOpération fictive A;Travaux;2025;100;heures;engage\n"
                       "Opération fictive A;Travaux;2025;6000;heures;realise\n", "utf-8")
    return fichier


def read_json(capsys: pytest.CaptureFixture[str]):
    """What a command with `--json` has printed."""
    return json.loads(capsys.readouterr().out)
