"""A text file put in the workshop in UTF-8, and its records one by one, under the number that a spreadsheet gives them."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from mmap import ACCESS_READ, mmap
from pathlib import Path
from threading import Lock
from typing import BinaryIO

import numpy

from spapser.depot.readers.cadrage import Rangee
from spapser.errors import FichierIllisible
from spapser.store import Atelier

CELLULE_MAXIMUM, ENREGISTREMENT_MAXIMUM = 1 << 20, 1 << 23
DECALE = re.compile(rb'(^|[;,\t|\r\n]) +"|" +([;,\t|\r\n]|$)')
VIDE = re.compile(rb"\n\r?\n")
Morceau = bytes | memoryview
SAUT, RETOUR, GUILLEMET = (ord(c) for c in '\n\r"')
TRANCHE = 1 << 16  # bytes compared at once: more of them ask the system for new memory each time, and take four times as long
FIN = "\x00fin du fichier\x00"


@dataclass
class Brouillon:
    """The file in UTF-8, and how its lines end: counts of « \\n », « \\r » and « \\r\\n »; `finie` when the last one has an end.

    `guillemets` is true when blanks come before or after the quotation marks of a cell: the database drops them. `octets` is
    the same text when it is in memory already, to be read before the file is written.
    """

    chemin: Path
    octets: bytes = field(default=b"", repr=False)
    sauts: int = 0
    finie: bool = False
    retours: int = 0
    paires: int = 0
    guillemets: bool = False
    directive: bool = False
    tour: Lock = field(default_factory=Lock, repr=False)

    @property
    def regulier(self) -> bool:
        """True when every line ends alike and no blank is beside a quotation mark."""
        return not self.guillemets and self.retours == self.paires and self.paires in (0, self.sauts)

    @property
    def lignes(self) -> int:
        """Lines of the file, the header included."""
        return self.sauts + (not self.finie)

    def open_bytes(self) -> BinaryIO:
        """The text in UTF-8, from its start."""
        return io.BytesIO(self.octets) if self.octets else self.chemin.open("rb")

    def open_text(self) -> io.TextIOWrapper:
        """The same, decoded, its line ends as they are."""
        return io.TextIOWrapper(self.open_bytes(), encoding="utf-8-sig", errors="replace", newline="")

    def has_blank_line(self) -> bool:
        """True when a line holds nothing: the database skips it, and numbers no longer follow from the order of the rows."""
        with self.chemin.open("rb") as flux, mmap(flux.fileno(), 0, access=ACCESS_READ) as octets:
            return octets[:2].startswith((b"\n", b"\r\n")) or VIDE.search(octets) is not None

    def note(self, veille: bytes, morceau: Morceau) -> None:
        """What a piece says, after the last two bytes of the one before; several threads may."""
        octets, sauts, retours, paires, cites = numpy.frombuffer(morceau, numpy.uint8), 0, 0, 0, False
        for place in range(0, len(octets), TRANCHE):
            tranche, suivante = octets[place : place + TRANCHE], octets[place + 1 : place + 1 + TRANCHE]
            retour, saut = tranche == RETOUR, suivante == SAUT
            sauts += int(numpy.count_nonzero(saut))
            retours += int(numpy.count_nonzero(retour))
            paires += int(numpy.count_nonzero(retour[: len(saut)] & saut))
            cites = cites or bool((tranche == GUILLEMET).any())
        decale = DECALE.search(veille + bytes(morceau[:2])) or (DECALE.search(morceau) if cites else None)
        with self.tour:
            self.sauts += sauts + (morceau[:1] == b"\n")
            self.retours += retours
            self.paires += paires + (veille.endswith(b"\r") and morceau[:1] == b"\n")
            self.guillemets = self.guillemets or decale is not None


def put_down(brouillon: Brouillon, morceaux: Iterable[bytes], atelier: Atelier) -> None:
    """Put the text in its file, and know how its lines end."""
    if brouillon.octets:
        vue = memoryview(brouillon.octets)
        atelier.write_content(brouillon.chemin.name, brouillon.octets,
                              lambda debut, fin: brouillon.note(bytes(vue[max(debut - 2, 0) : debut]), vue[debut:fin]))
        brouillon.finie = brouillon.octets.endswith(b"\n")
    else:
        atelier.write_pieces(brouillon.chemin.name, observe(brouillon, morceaux))


def observe(brouillon: Brouillon, morceaux: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces as they go by."""
    veille = b""
    for morceau in morceaux:
        brouillon.note(veille, morceau)
        veille = (veille + morceau[-2:])[-2:]
        yield morceau
    brouillon.finie = veille.endswith(b"\n")


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
