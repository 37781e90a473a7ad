"""Lines taken all along a big text: enough to guess which of its columns repeat a few values."""

from collections.abc import Iterator
from os import SEEK_END

from spapser.depot.readers.brouillon import Brouillon

ENDROITS, LONGUEUR = 24, 1 << 16


def iter_extrait(brouillon: Brouillon) -> Iterator[bytes]:
    """Whole lines from places at equal distances; a cell that holds a line break may be cut, which a guess forgives."""
    with brouillon.open_bytes() as flux:
        taille = flux.seek(0, SEEK_END)
        for rang in range(ENDROITS):
            flux.seek(taille * rang // ENDROITS)
            morceau = flux.read(LONGUEUR)
            yield morceau[morceau.find(b"\n") + 1 : morceau.rfind(b"\n") + 1]
