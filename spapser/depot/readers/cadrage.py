"""Where the table is in a sheet: its header among titles, its columns, its rows, and the totals under them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spapser.catalogue import Jeu
from spapser.depot.nommage import find_column
from spapser.depot.rapport import Anomalie, Lieu
from spapser.depot.table import ColonneLue, name_letter
from spapser.errors import FichierIllisible
from spapser.typographie import enumere

Rangee = tuple[int, Sequence[str]]
RECHERCHE = 40
COLONNES_MAXIMUM = 300
TOTAL = re.compile(r"\s*(sous[- ]?)?tota(l|ux)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Cadre:
    """The frame of a table: row of the header, and, for each kept column, its place in the row."""

    entete: int
    places: tuple[int, ...]
    colonnes: tuple[ColonneLue, ...]
    remarques: tuple[Anomalie, ...]


def frame(nom: str, debut: Sequence[Rangee], jeu: Jeu) -> Cadre:
    """Find the header in the first rows: the one that names most columns of the dataset. FichierIllisible without rows."""
    candidates = [(numero, cellules) for numero, cellules in debut[:RECHERCHE] if any(c.strip() for c in cellules)]
    if not candidates:
        raise FichierIllisible(f"Le fichier « {nom} » ne contient aucune cellule remplie : vérifier la feuille choisie.")
    numero, cellules = max(candidates, key=lambda rangee: (count_names(rangee[1], jeu), -rangee[0]))
    if not count_names(cellules, jeu):
        numero, cellules = next((r for r in candidates if sum(bool(c.strip()) for c in r[1]) > 1), candidates[0])
    if len(cellules) > COLONNES_MAXIMUM:
        raise FichierIllisible(f"Le fichier « {nom} » a {len(cellules)} colonnes, plus qu’aucun jeu de données n’en attend : "
                               "ne garder que les colonnes utiles, ou vérifier le séparateur.")
    suite = [rangee for rangee in debut if rangee[0] > numero]
    places = tuple(i for i, cellule in enumerate(cellules) if cellule.strip() or any(is_filled(r[1], i) for r in suite))
    colonnes = tuple(ColonneLue(f"c{place + 1}", name_title(cellules[place], place), name_letter(place + 1)) for place in places)
    return Cadre(numero, places, colonnes, tuple(describe_skipped(nom, [n for n, _ in candidates if n < numero])))


def is_filled(cellules: Sequence[str], place: int) -> bool:
    """True when a row has something there."""
    return place < len(cellules) and bool(cellules[place].strip())


def count_names(cellules: Sequence[str], jeu: Jeu) -> int:
    """How many columns of the dataset a row names."""
    return len({colonne.nom for cellule in cellules if (colonne := find_column(cellule, jeu))})


def name_title(titre: str, place: int) -> str:
    """The title on one line; its letter when there is none."""
    return " ".join(titre.split())[:120] or f"Colonne {name_letter(place + 1)}"


def describe_skipped(nom: str, numeros: list[int]) -> Iterator[Anomalie]:
    """Rows above the header are said."""
    if numeros:
        une = len(numeros) == 1
        dites = f"{'la ligne' if une else 'les lignes'} {enumere([str(n) for n in numeros[:5]])}"
        message = f"{dites}, au-dessus de l’en-tête, {'est laissée' if une else 'sont laissées'} de côté"
        yield Lieu(nom, numeros[0]).report("titres", message, "rien à faire si ce sont des titres", False)


@dataclass
class Tri:
    """Rows of the frame told apart as they go by: data, totals and what does not fit. `rangees` is consumed once."""

    nom: str
    cadre: Cadre
    jeu: Jeu

    def __post_init__(self) -> None:
        self.totaux: list[tuple] = []
        self.anomalies: list[Anomalie] = []
        self.largeur = max(self.cadre.places, default=-1) + 1
        connues = [find_column(colonne.titre, self.jeu) for colonne in self.cadre.colonnes]
        self.admises = [colonne.enumeration if colonne else () for colonne in connues]

    def keep_data(self, rangees: Iterable[Rangee]) -> Iterator[tuple]:
        """Rows of data as (ligne, cell or None, …); empty rows are dropped, totals set aside, overflows reported."""
        for numero, cellules in rangees:
            if numero <= self.cadre.entete or not any(c.strip() for c in cellules):
                continue
            self.check_width(numero, cellules)
            ligne = (numero, *((cellules[p] if p < len(cellules) and cellules[p].strip() else None) for p in self.cadre.places))
            if self.is_total(ligne[1:]):
                self.totaux.append(ligne)
            else:
                yield ligne

    def check_width(self, numero: int, cellules: Sequence[str]) -> None:
        """Filled cells beyond the last column of the header cannot be read."""
        debordantes = [c for c in cellules[self.largeur:] if c.strip()]
        if debordantes and len(self.anomalies) < 100:
            message = f"la ligne a {len(cellules)} cellules, l’en-tête {self.largeur}"
            remede = "entourer de guillemets la cellule qui contient le séparateur, ou retirer la cellule en trop"
            self.anomalies.append(Lieu(self.nom, numero, "", debordantes[0][:60]).report("cellules_en_trop", message, remede))

    def is_total(self, cellules: Sequence[str | None]) -> bool:
        """A row that begins with « Total » sums the others, unless the column lists that word among its values."""
        place = next((place for place, cellule in enumerate(cellules) if cellule), None)
        if place is None or not TOTAL.match(cellules[place]):
            return False
        return cellules[place].strip().lower() not in self.admises[place]
