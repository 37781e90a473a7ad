"""A text file put in the workshop in UTF-8, and its records one by one, under the number that a spreadsheet gives them."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import BinaryIO

from spapser.depot.readers.cadrage import Rangee
from spapser.errors import FichierIllisible
from spapser.store import Atelier

CELLULE_MAXIMUM, ENREGISTREMENT_MAXIMUM = 1 << 20, 1 << 23
FIN = "\x00fin du fichier\x00"


@dataclass
class Brouillon:
    """The file in UTF-8; `octets` is the same text when it is in memory already, to be read before the file is written."""

    chemin: Path
    octets: bytes = field(default=b"", repr=False)
    directive: bool = False

    def map_bytes(self) -> bytes | mmap:
        """The whole text, without reading it again."""
        if self.octets:
            return self.octets
        with self.chemin.open("rb") as flux:
            return mmap(flux.fileno(), 0, access=ACCESS_READ)

    def open_bytes(self) -> BinaryIO:
        """The text in UTF-8, from its start."""
        return io.BytesIO(self.octets) if self.octets else self.chemin.open("rb")

    def open_text(self) -> io.TextIOWrapper:
        """The same, decoded, its line ends as they are."""
        return io.TextIOWrapper(self.open_bytes(), encoding="utf-8-sig", errors="replace", newline="")


def put_down(brouillon: Brouillon, morceaux: Iterable[bytes], atelier: Atelier) -> None:
    """Put the text in its file: that in memory, else the pieces."""
    if brouillon.octets:
        atelier.write_file(brouillon.chemin.name, brouillon.octets)
    else:
        atelier.write_pieces(brouillon.chemin.name, morceaux)


def is_closed(octets: bytes | mmap, separateur: str, derniere: list[str]) -> bool:
    """True when the last record, of these cells, ends where the file does: a quotation mark left open would hide the rows under
    it. Within its cells a line ends by « \\n »."""
    debut, fin = max(len(octets) - ENREGISTREMENT_MAXIMUM, 0), len(octets)
    fin -= 2 if octets[fin - 2 :] == b"\r\n" else octets[fin - 1 :] in (b"\n", b"\r")
    place = fin
    for _ in range(sum(cellule.count("\n") for cellule in derniere)):
        place = octets.rfind(b"\n", debut, max(place, debut))
    place = max(octets.rfind(fin_de_ligne, debut, max(place, debut)) for fin_de_ligne in (b"\n", b"\r"))
    texte = io.StringIO(octets[place + 1 : fin].decode("utf-8", "replace"), newline="")
    try:
        return list(csv.reader([*texte, FIN], delimiter=separateur)) == [derniere, [FIN]]
    except csv.Error:
        return False


def read_start(brouillon: Brouillon, longueur: int) -> str:
    """The first characters of the text."""
    with brouillon.open_text() as flux:
        return flux.read(longueur)


def split_records(nom: str, brouillon: Brouillon, separateur: str) -> Iterator[Rangee]:
    """Records numbered from 1, blank lines counted; a quoted line break does not add one. FichierIllisible names the record."""
    csv.field_size_limit(CELLULE_MAXIMUM)
    numero = 0
    with brouillon.open_text() as flux:
        if brouillon.directive:
            flux.readline()
        lignes = Lignes(flux)
        try:
            for numero, cellules in enumerate(csv.reader(lignes, delimiter=separateur), 1):
                if lignes.finies and cellules != [FIN]:
                    raise OverflowError
                if not lignes.finies:
                    lignes.poids = 0
                    yield numero, cellules
        except (csv.Error, OverflowError):
            ligne = numero if lignes.finies else numero + 1
            raise FichierIllisible(f"Le fichier « {nom} » a, ligne {ligne}, une cellule ou une ligne qui ne finit pas, sans "
                                   "doute un guillemet qui ne se referme pas : le fermer ou le retirer, puis déposer de nouveau "
                                   "le fichier.") from None


class Lignes:
    """Lines of a text, the same record weighing no more than it should; the last one tells that nothing is left open."""

    def __init__(self, flux: io.TextIOWrapper) -> None:
        self.flux, self.poids, self.finies = flux, 0, False

    def __iter__(self) -> Iterator[str]:
        """OverflowError when a record is out of proportion."""
        while ligne := self.flux.readline(ENREGISTREMENT_MAXIMUM):
            self.poids += len(ligne)
            if self.poids >= ENREGISTREMENT_MAXIMUM:
                raise OverflowError
            yield ligne
        self.finies = True
        yield FIN
