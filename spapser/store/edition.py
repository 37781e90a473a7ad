"""An edition: one frozen state of the published data. Edition 0 is what ships with the product, every other is a publication."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

DONNEES = Path(__file__).parents[2] / "data"
SOCLE = DONNEES / "bilan"
FICTIF = "exemple-fictif"


@dataclass(frozen=True)
class Partie:
    """The rows of one dataset for one year, as one publication left them.

    `donnees` names an immutable Parquet file, `empreinte` is its SHA-256; `original` is the SHA-256 of the file that the
    person deposited, `document` the name it had, `edition` the publication that brought it.
    """

    jeu: str
    annee: int
    donnees: str
    lignes: int
    empreinte: str
    original: str
    document: str
    edition: int

    @property
    def source(self) -> str:
        """What a page says of where these rows come from: « heures 2025.xlsx (édition 3) »."""
        return f"{self.document} (édition\u00a0{self.edition})"

    @property
    def fictive(self) -> bool:
        """True when the rows are invented: the examples that ship to try a deposit say so in their file name."""
        return self.document.casefold().startswith(FICTIF)


@dataclass(frozen=True)
class Changement:
    """What a publication did to one dataset and year, in rows against the edition before it."""

    jeu: str
    annee: int
    lignes: int
    ajoutees: int
    modifiees: int
    retirees: int


@dataclass(frozen=True)
class Effet:
    """What a publication did to one figure: value and status before and after, in French as they were shown.

    `code` is that of an indicator, or of an objective whose status changed (its values are then empty).
    """

    code: str
    libelle: str
    annee: int
    modalite: str
    avant: str
    apres: str
    statut_avant: str
    statut_apres: str


@dataclass(frozen=True)
class Publication:
    """Who published an edition, when (ISO date and time with its offset), why, from which one, and what it changed.

    `nature` is « depot », « saisie » or « annulation »; `avertissements` are the sentences the person acknowledged.
    `compte` is the e-mail or local account of the author, for no public page; `audit` the SHA-256 of its line in the log.
    """

    date: str
    auteur: str
    motif: str
    nature: str
    parent: int
    changements: tuple[Changement, ...] = ()
    effets: tuple[Effet, ...] = ()
    avertissements: tuple[str, ...] = ()
    compte: str = ""
    audit: str = ""


@dataclass(frozen=True)
class Edition:
    """One frozen state of the data: a folder of CSV files (`dossier`), whose years may be replaced by `parties`."""

    numero: int
    dossier: Path
    libelle: str
    depot: Path | None = None
    parties: tuple[Partie, ...] = ()
    publication: Publication | None = None

    @property
    def identite(self) -> tuple:
        """What tells this edition from every other, in whatever folder."""
        return self.numero, str(self.depot), self.date

    @property
    def fictives(self) -> tuple[str, ...]:
        """The deposited files of invented rows that this edition holds; every page and export of such an edition says so."""
        return tuple(dict.fromkeys(partie.source for partie in self.parties if partie.fictive))

    @property
    def date(self) -> str:
        """ISO date and time of the publication, empty for edition 0."""
        return self.publication.date if self.publication else ""

    def fichier(self, jeu: str) -> Path:
        """Path of the CSV file of a dataset, as it shipped."""
        return self.dossier / f"{jeu}.csv"

    def partie(self, jeu: str, annee: int) -> Partie | None:
        """The published rows of a dataset and year; None when they are still the ones that shipped."""
        return next((p for p in self.parties if (p.jeu, p.annee) == (jeu, annee)), None)

    def leave_out(self, jeux: Collection[str]) -> "Edition":
        """The same edition without what was published of some datasets."""
        return replace(self, parties=tuple(partie for partie in self.parties if partie.jeu not in jeux))

    def source(self, jeu: str, annee: int) -> str:
        """The deposited file behind a dataset and year, empty while they are still the ones that shipped."""
        partie = self.partie(jeu, annee)
        return partie.source if partie else ""

    def chemin(self, partie: Partie) -> Path:
        """Path of the Parquet file of a part."""
        return self.depot / "donnees" / partie.donnees

    def original(self, partie: Partie) -> Path:
        """Path of the file deposited by the person, kept as it was."""
        return self.depot / "originaux" / partie.original


def communes() -> Path:
    """Path of the CSV file of the 24 communes (code_insee, nom, departement, population, latitude, longitude)."""
    return DONNEES / "territoire" / "communes.csv"
