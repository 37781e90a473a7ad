"""A dataset and its columns, in the words of Table Schema."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Colonne:
    """A dataset column in Table Schema words (type: string, integer, number, boolean, date, year).

    `forme` names a shape of the domain (« siret », « cpv »); above `plafond` a number is plausible only if somebody says so;
    `defaut` fills the empty cells of a deposited file, never those of the data that ship. A cell of a `liste` holds several
    values of the enumeration, in its order, joined by a comma and a space.
    """

    nom: str
    titre: str
    type: str
    description: str
    exemple: str = ""
    obligatoire: bool = False
    enumeration: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    motif: str = ""
    reference: str = ""
    alias: tuple[str, ...] = ()
    forme: str = ""
    plafond: float | None = None
    defaut: str = ""
    liste: bool = False


@dataclass(frozen=True)
class Jeu:
    """A dataset: one CSV file per edition, one typed view.

    Its template takes the columns `reprend` from the rows of the year before, and has a row for each code of the column
    `complete`. A dataset that is tolerant (`tolere`) comes from files nobody here can mend: a cell that breaks a rule is said and
    published empty, a row that cannot be placed is said and set aside. The year of a row is that of its date `annee_de`, if any.
    Nothing is missing as long as a dataset that is `facultatif` is empty: deposits alone fill it.
    """

    nom: str
    titre: str
    description: str
    grain: str
    cle: tuple[str, ...]
    colonnes: tuple[Colonne, ...]
    reprend: tuple[str, ...] = ()
    complete: str = ""
    tolere: bool = False
    facultatif: bool = False
    annee_de: str = ""

    def __hash__(self) -> int:
        """Cheap: its title is asked of thousands of cells."""
        return hash(self.nom)
