"""Contracts of a DECP JSON file one by one, in a stream: what is built in memory is never more than one of them."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain

import ijson

from spapser.depot.readers.decp.flux import (
    CHAMPS_MAXIMUM,
    CONCESSION,
    MARCHE,
    check_depth,
    check_measure,
    report_cut,
    report_foreign,
    report_malformed,
)
from spapser.depot.readers.encodage import guess_encoding, iter_utf8
from spapser.errors import FichierIllisible

LISTE, TAMPON = "[]", 1 << 22
# Where contracts are: the flat list of 2019, the two lists of 2022, and one contract alone instead of a list.
PLACES = {("marches", LISTE): "", ("marches", "marche"): MARCHE, ("marches", "marche", LISTE): MARCHE,
          ("marches", "contrat-concession"): CONCESSION, ("marches", "contrat-concession", LISTE): CONCESSION}
# A string is skipped whole, so that what is replaced is never inside one.
NOMBRE_ABSENT = re.compile(rb'"(?:[^"\\]++|\\.?)*+(?:"|\Z)|-?\b(?:NaN|Infinity)\b', re.DOTALL)

# A whole number that Python refuses to read; the parser in C does not survive it.
DEMESURE = re.compile(rb"[0-9](?<![0-9][0-9])[0-9]{4000}")


class Lecteur:
    """The place in the file, and the contract under construction."""

    def __init__(self, nom: str, champs: set[str]) -> None:
        self.nom, self.champs = nom, champs
        self.chemin: list[str] = []
        self.pile: list[dict | list] = []
        self.famille, self.lus, self.mesure, self.racine = "", 0, 0, False

    def read(self, evenements: Iterable[tuple]) -> Iterator[tuple[str, dict]]:
        """Each contract with its family, empty when the place in the file does not tell it."""
        for evenement, valeur in evenements:
            if evenement == "map_key":
                self.name(valeur)
            elif evenement.startswith("start_"):
                self.enter({} if evenement == "start_map" else [])
            elif evenement.startswith("end_"):
                self.chemin.pop()
                fini = self.pile.pop() if self.pile else None
                if fini is not None and not self.pile:
                    self.lus += 1
                    yield self.famille, fini
            elif self.pile:
                self.attach(valeur)

    def name(self, champ: str) -> None:
        """The field that comes next."""
        self.racine = self.racine or (len(self.chemin) == 1 and champ == "marches")
        self.chemin[-1] = champ
        if self.pile and len(self.champs) < CHAMPS_MAXIMUM:
            self.champs.add(champ)

    def enter(self, neuf: dict | list) -> None:
        """Begin an object or a list; an object where contracts are is a contract."""
        if self.pile:
            self.attach(neuf)
            self.pile.append(neuf)
        elif isinstance(neuf, dict) and (place := tuple(self.chemin)) in PLACES:
            self.famille, self.mesure = PLACES[place], 0
            self.pile.append(neuf)
        self.chemin.append(LISTE if isinstance(neuf, list) else "")
        check_depth(self.nom, len(self.chemin))

    def attach(self, valeur) -> None:
        """Put a value where it goes in the contract."""
        self.mesure += 1
        check_measure(self.nom, self.lus + 1, self.mesure)
        dessus = self.pile[-1]
        if isinstance(dessus, list):
            dessus.append(valeur)
        else:
            dessus[self.chemin[-1]] = valeur


class Morceaux:
    """Pieces of text read as a file."""

    def __init__(self, morceaux: Iterable[bytes]) -> None:
        self.morceaux, self.reste = iter(morceaux), b""

    def read(self, taille: int = -1) -> bytes:
        """At most so many bytes, none at the end; all of them without a size."""
        if taille < 0:
            return b"".join(chain((self.reste,), self.morceaux))
        if not self.reste:
            self.reste = next(self.morceaux, b"")
        lus, self.reste = self.reste[:taille], self.reste[taille:]
        return lus


def list_json(nom: str, contenu: bytes, champs: set[str]) -> Iterator[tuple[str, dict]]:
    """Family and contract, in the order of the file; `champs` gathers the names of fields. FichierIllisible in one sentence."""
    lecteur = Lecteur(nom, champs)
    with telling(lecteur):
        yield from lecteur.read(ijson.basic_parse(Morceaux(write_utf8(nom, contenu)), buf_size=TAMPON))
    if not lecteur.lus and not lecteur.racine:
        raise report_foreign(nom, "JSON")


def write_utf8(nom: str, contenu: bytes) -> Iterator[bytes]:
    """The text in UTF-8, « NaN » and « Infinity » being written as strings, since they are no JSON."""
    codage, debut = guess_encoding(nom, contenu)
    if codage.startswith("utf-16"):
        contenu, codage, debut = b"".join(iter_utf8(contenu, codage, debut)), "utf-8", 0
    if DEMESURE.search(contenu):
        raise ValueError
    if b"NaN" in contenu or b"Infinity" in contenu:
        contenu = NOMBRE_ABSENT.sub(lambda trouve: trouve[0] if trouve[0][:1] == b'"' else b'"NaN"', contenu)
    return iter_utf8(contenu, codage, debut)


@contextmanager
def telling(lecteur: Lecteur) -> Iterator[None]:
    """Whatever is wrong in the text becomes one sentence."""
    try:
        yield
    except ijson.IncompleteJSONError as erreur:
        coupe = "incomplete" in str(erreur).lower() or "premature" in str(erreur).lower()
        raise (report_cut if coupe else report_malformed)(lecteur.nom, "JSON", lecteur.lus) from None
    except (ijson.JSONError, ArithmeticError, ValueError):
        raise report_malformed(lecteur.nom, "JSON", lecteur.lus) from None
    except FichierIllisible as erreur:
        message = str(erreur).replace("« CSV UTF-8 »", "JSON, en UTF-8")
        raise FichierIllisible(message) from None
