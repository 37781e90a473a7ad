"""A copy of the shipped edition whose cells a test may spoil."""

import csv
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from spapser.catalogue import Catalogue, load_catalogue
from spapser.depot import Rapport, check_file
from spapser.store import Edition, load_edition


@dataclass(frozen=True)
class Brouillon:
    """An edition to spoil, cell by cell; lines are numbered as a person sees them in the file."""

    edition: Edition
    catalogue: Catalogue

    def fichier(self, jeu: str) -> Path:
        """Path of a dataset."""
        return self.edition.fichier(jeu)

    def lignes(self, jeu: str) -> list[list[str]]:
        """Cells of a dataset, header first."""
        with self.fichier(jeu).open(encoding="utf-8", newline="") as flux:
            return list(csv.reader(flux))

    def write(self, jeu: str, lignes: list[list[str]]) -> None:
        """Replace a dataset."""
        with self.fichier(jeu).open("w", encoding="utf-8", newline="") as flux:
            csv.writer(flux, lineterminator="\n").writerows(lignes)

    def change(self, jeu: str, ligne: int, colonne: str, valeur: str) -> None:
        """Replace one cell (line 1 is the header); a column that the file does not have is added."""
        lignes = self.lignes(jeu)
        if colonne not in lignes[0]:
            lignes = [[*lignes[0], colonne], *([*cellules, ""] for cellules in lignes[1:])]
        lignes[ligne - 1][lignes[0].index(colonne)] = valeur
        self.write(jeu, lignes)

    def find(self, jeu: str, **valeurs: str) -> int:
        """Number of the first line that holds these cells."""
        entete, *lignes = self.lignes(jeu)
        voulues = [(entete.index(colonne), valeur) for colonne, valeur in valeurs.items()]
        return 2 + next(i for i, ligne in enumerate(lignes) if all(ligne[c] == valeur for c, valeur in voulues))

    def check(self, jeu: str) -> Rapport:
        """Report of a dataset."""
        return check_file(self.fichier(jeu), self.catalogue.jeu(jeu), self.catalogue)


@pytest.fixture
def brouillon(tmp_path: Path) -> Brouillon:
    """The shipped edition, copied."""
    dossier = tmp_path / "edition"
    shutil.copytree(load_edition(0).dossier, dossier)
    return Brouillon(Edition(99, dossier, "brouillon"), load_catalogue())
