"""The blocks of a report: what is said, and what kind of thing it is; how it looks is the business of each format."""

from dataclasses import dataclass

from spapser.exports.bilan import GraphiqueBilan
from spapser.suivi import Mesure, Statut


@dataclass(frozen=True)
class Titre:
    """A heading of level 1 to 3; `code` is what a link leads to; `page` begins a new page."""

    niveau: int
    texte: str
    code: str = ""
    page: bool = False


@dataclass(frozen=True)
class Paragraphe:
    """A paragraph. `genre`: texte, chapeau (the sentence of the year), promesse, officiel, note or alerte."""

    texte: str
    genre: str = "texte"


@dataclass(frozen=True)
class Liste:
    """A list of sentences; `genre` as for a paragraph: texte, note or alerte."""

    elements: tuple[str, ...]
    genre: str = "texte"


@dataclass(frozen=True)
class Etat:
    """A status in a cell: a shape and a word, and what must be known of it."""

    statut: Statut
    mot: str
    suite: str = ""


@dataclass(frozen=True)
class Puces:
    """Several things of the same rank in a cell."""

    elements: tuple[str, ...]


Cellule = str | tuple[str, ...] | Puces | Etat


@dataclass(frozen=True)
class Table:
    """A table with its caption. `nombres`: right-aligned columns; `largeurs`: shares of the width, one a column.

    A cell is a text, a text followed by details, several things, or a status. `petite`: set in smaller type.
    """

    legende: str
    colonnes: tuple[str, ...]
    lignes: tuple[tuple[Cellule, ...], ...]
    largeurs: tuple[float, ...]
    nombres: tuple[int, ...] = ()
    petite: bool = False


@dataclass(frozen=True)
class Chiffres:
    """Key figures shown large."""

    mesures: tuple[Mesure, ...]


@dataclass(frozen=True)
class Figure:
    """A chart with its title, its source and its identifier."""

    graphique: GraphiqueBilan


@dataclass(frozen=True)
class Sommaire:
    """The place of the table of contents."""

    titre: str = "Sommaire"


Bloc = Titre | Paragraphe | Liste | Table | Chiffres | Figure | Sommaire


@dataclass(frozen=True)
class Rapport:
    """A whole report. `court` is the running title; `identite` the edition and the day; `adresse` may be empty."""

    titre: str
    sous_titre: str
    court: str
    auteur: str
    identite: str
    phrase: str
    source: str
    adresse: str
    manques: tuple[str, ...]
    blocs: tuple[Bloc, ...]
