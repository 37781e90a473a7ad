"""A deposited file as text: its columns, its rows in a workshop, and what was set aside while reading it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from spapser.depot.rapport import Anomalie
from spapser.store import Atelier


@dataclass(frozen=True)
class ColonneLue:
    """A column as the person sees it: its title, and its letter in a spreadsheet. `champ` is its name in the workshop."""

    champ: str
    titre: str
    lettre: str


@dataclass(frozen=True)
class TableLue:
    """A file that was read. In its workshop, `lu(ligne integer, c1 varchar, …)` holds the rows, `totaux` those set aside.

    `ligne` is the row number that a spreadsheet shows (blank rows and header counted); for Parquet, the rank from 1.
    `entete` is the row of the header, 0 for Parquet. Cells are text exactly as read, NULL when empty.
    `codes` gives the ENUM type of the columns that repeat a few values: relation `lus` is `lu` with `code_<champ>`, the rank
    from 0 of the value among those of the type.
    """

    fichier: str
    format: str
    feuille: str
    atelier: Atelier
    colonnes: tuple[ColonneLue, ...]
    entete: int
    lignes: int
    remarques: tuple[Anomalie, ...] = ()
    codes: Mapping[str, str] = field(default_factory=dict)

    @property
    def champs(self) -> list[str]:
        """Names of the columns in the workshop."""
        return [colonne.champ for colonne in self.colonnes]

    def remark(self, *remarques: Anomalie) -> "TableLue":
        """The same table with more remarks."""
        return replace(self, remarques=self.remarques + remarques)


def name_letter(rang: int) -> str:
    """Name of a spreadsheet column: 1 -> « A », 27 -> « AA »."""
    lettres = ""
    while rang:
        rang, reste = divmod(rang - 1, 26)
        lettres = chr(65 + reste) + lettres
    return lettres
