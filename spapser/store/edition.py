"""An edition: the files of one state of the published data. Edition 0 is what ships with the product."""

from dataclasses import dataclass
from pathlib import Path

from spapser.errors import CodeInconnu

DONNEES = Path(__file__).parents[2] / "data"


@dataclass(frozen=True)
class Edition:
    """One frozen state of the data. `dossier` holds one CSV file per dataset."""

    numero: int
    dossier: Path
    libelle: str

    def fichier(self, jeu: str) -> Path:
        """Path of the CSV file of a dataset."""
        return self.dossier / f"{jeu}.csv"


def load_edition(numero: int = 0) -> Edition:
    """The edition of that number; CodeInconnu when it was never published."""
    if numero != 0:
        raise CodeInconnu(f"L’édition {numero} n’existe pas : choisir l’édition 0, celle du bilan 2024.")
    return Edition(0, DONNEES / "bilan", "édition 0, bilan 2024")


def communes() -> Path:
    """Path of the CSV file of the 24 communes (code_insee, nom, departement, population, latitude, longitude)."""
    return DONNEES / "territoire" / "communes.csv"
