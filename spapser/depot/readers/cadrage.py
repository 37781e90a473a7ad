"""Where the table is in a sheet: its header among titles, and the columns under it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spapser.catalogue import Jeu
from spapser.depot.nommage import find_column
from spapser.depot.rapport import Anomalie, Lieu
from spapser.depot.table import ColonneLue, name_letter
from spapser.errors import FichierIllisible
from spapser.typographie import enumere

Rangee = tuple[int, Sequence[str]]
RECHERCHE, DEBUT = 40, 200
COLONNES_MAXIMUM = 300
CHIFFRES = re.compile(r"[-+−\d\s.,/:%€]*")


@dataclass(frozen=True)
class Cadre:
    """The frame of a table: row of the header, width of that row, and, for each kept column, its place in it.

    `hors` holds the rows down to the header: they are no data, but a person may have written there.
    """

    entete: int
    largeur: int
    places: tuple[int, ...]
    colonnes: tuple[ColonneLue, ...]
    hors: tuple[Rangee, ...] = ()
    remarques: tuple[Anomalie, ...] = ()


def frame(nom: str, debut: Sequence[Rangee], jeu: Jeu) -> Cadre:
    """Find the header in the first rows. FichierIllisible when nothing is written there, or far too many columns."""
    candidates = [(numero, cellules) for numero, cellules in debut[:RECHERCHE] if any(c.strip() for c in cellules)]
    if not candidates:
        raise FichierIllisible(f"Le fichier « {nom} » ne contient aucune cellule remplie en haut de la feuille : vérifier la "
                               "feuille choisie, et retirer les lignes vides du début.")
    check_width(nom, max(len(cellules) for _, cellules in candidates))
    numero, cellules = max(candidates, key=lambda rangee: (count_names(rangee[1], jeu), count_words(rangee[1]), -rangee[0]))
    suite = [rangee for rangee in debut if rangee[0] > numero]
    places = tuple(i for i, cellule in enumerate(cellules) if cellule.strip() or any(is_filled(r[1], i) for r in suite))
    colonnes = tuple(ColonneLue(f"c{i + 1}", name_title(cellules[i], i), name_letter(i + 1)) for i in places)
    dessus = [rangee for rangee in candidates if rangee[0] < numero]
    hors = tuple(rangee for rangee in debut if rangee[0] <= numero)
    remarques = (*describe_skipped(nom, dessus), *describe_double(nom, numero, cellules, debut))
    return Cadre(numero, len(cellules), places, colonnes, hors, remarques)


def check_width(nom: str, largeur: int) -> None:
    """FichierIllisible beyond any dataset: nothing more is read of such a file."""
    if largeur > COLONNES_MAXIMUM:
        raise FichierIllisible(f"Le fichier « {nom} » a {largeur} colonnes, plus qu’aucun jeu de données n’en attend : ne garder "
                               "que les colonnes utiles, ou vérifier le séparateur.")


def count_names(cellules: Sequence[str], jeu: Jeu) -> int:
    """How many columns of the dataset a row names; one alone proves nothing: « heures » is a title, but also a unit."""
    nombre = len({colonne.nom for cellule in cellules if cellule.strip() and (colonne := find_column(cellule, jeu))})
    return nombre if nombre > 1 or sum(bool(c.strip()) for c in cellules) == 1 == nombre else 0


def count_words(cellules: Sequence[str]) -> int:
    """How many cells hold words: a header is as wide as its table, and numbers are no titles."""
    return sum(bool(c.strip()) and not CHIFFRES.fullmatch(c) for c in cellules)


def is_filled(cellules: Sequence[str], place: int) -> bool:
    """True when a row has something there."""
    return place < len(cellules) and bool(cellules[place].strip())


def name_title(titre: str, place: int) -> str:
    """The title on one line; its letter when there is none."""
    return " ".join(titre.split())[:120] or f"Colonne {name_letter(place + 1)}"


def describe_skipped(nom: str, dessus: Sequence[Rangee]) -> Iterator[Anomalie]:
    """Rows above the header are said."""
    if dessus:
        verbe = say(dessus, "est laissée", "sont laissées")
        message = f"{name_lines([numero for numero, _ in dessus])}, au-dessus de l’en-tête, {verbe} de côté"
        yield Lieu(nom, dessus[0][0]).report("titres", message, "rien à faire si ce sont des titres", False)


def describe_double(nom: str, numero: int, cellules: Sequence[str], debut: Sequence[Rangee]) -> Iterator[Anomalie]:
    """A header on two rows: the next one, or the one before, has words where this one has nothing."""
    for autre, voisines in debut:
        remplies = [place for place in range(len(voisines)) if is_filled(voisines, place)]
        seules = [place for place in remplies if not is_filled(cellules, place)]
        entieres = autre > numero and all(is_filled(voisines, p) for p in range(len(cellules)) if is_filled(cellules, p))
        if abs(autre - numero) == 1 and seules and len(remplies) > 1 and count_words(voisines) == len(remplies) and not entieres:
            message = f"l’en-tête est sur deux lignes ({min(numero, autre)} et {max(numero, autre)}), une seule est lue"
            yield Lieu(nom, numero).report("entete_double", message, "écrire un titre complet par colonne sur une seule ligne, "
                                           "par exemple « Heures réalisées », et séparer les cellules fusionnées", False)


def name_lines(numeros: Sequence[int]) -> str:
    """« la ligne 3 », « les lignes 3, 4 et 7 », « les lignes 3, 4, 7, 9, 12 et 40 autres »."""
    dites = [str(numero) for numero in numeros[:5]]
    suite = [f"{len(numeros) - 5} autres"] if len(numeros) > 5 else []
    return f"{say(numeros, 'la ligne', 'les lignes')} {enumere(dites + suite)}"


def say(quoi: Sequence, singulier: str, pluriel: str) -> str:
    """The word that agrees with how many there are."""
    return singulier if len(quoi) == 1 else pluriel
