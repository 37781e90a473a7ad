"""Inputs made from whole files: bytes altered, moved, repeated or cut, words that readers fear put among them.

An archive is altered inside as often as outside: from the outside alone, its checksums would stop every input at the door.
"""

import io
import zipfile
from random import Random

MOTS = (b"", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b'"', b"'", b";", b",", b"\t", b"\n", b"\r\n", b"9" * 400, b"-1", b"1e309",
        b"NaN", b"Infinity", b"-0", b"2024-02-30", b"0000-00-00", b"null", b"true", b"{", b"}", b"[", b"]", b"[" * 80, b"<a>",
        b"</", b"<!DOCTYPE a [", b"<![CDATA[", b"&a;", b"&#0;", b"&#xD800;", b"\\ud800", b"\\u0000", b"=cmd|'/C calc'!A0",
        b"../../etc/passwd", b"'; drop table lu; --", b"\xed\xa0\x80", b"\xc2", b"\xe2\x80\xae", b"PK\x03\x04", b"PAR1", b"%PDF",
        b"\xff\xff\xff\x7f", b"\x00\x00\x00\x80", b"\xff" * 8, b'r="XFD1048576"', b'table:number-rows-repeated="1048576"')
PLUS_GRAND = 40_000


def mutate(graines: tuple[bytes, ...], hasard: Random) -> bytes:
    """One input: a whole file of the format altered one to eight times."""
    contenu = hasard.choice(graines)
    if contenu[:2] == b"PK" and hasard.random() < 0.7:
        return rezip(contenu, hasard)
    return alter(contenu, hasard)


def alter(contenu: bytes, hasard: Random) -> bytes:
    """The bytes after a few alterations, never more than PLUS_GRAND of them."""
    for _ in range(hasard.choice((1, 1, 1, 2, 2, 4, 8))):
        contenu = hasard.choice(ALTERATIONS)(contenu, hasard)[:PLUS_GRAND]
    return contenu


def rezip(contenu: bytes, hasard: Random) -> bytes:
    """A sound archive, one of whose members is altered."""
    flux = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(contenu)) as source, zipfile.ZipFile(flux, "w", zipfile.ZIP_STORED) as cible:
        choisi = hasard.choice(source.namelist())
        for nom in source.namelist():
            octets = source.read(nom)
            cible.writestr(zipfile.ZipInfo(nom), alter(octets, hasard) if nom == choisi else octets)
    return flux.getvalue()


def place(contenu: bytes, hasard: Random) -> int:
    """Somewhere in the bytes, their end included."""
    return hasard.randint(0, len(contenu))


def flip(contenu: bytes, hasard: Random) -> bytes:
    """One byte is another one."""
    rang = place(contenu, hasard)
    return contenu[:rang] + bytes([hasard.randrange(256)]) + contenu[rang + 1:]


def insert(contenu: bytes, hasard: Random) -> bytes:
    """A feared word is put in, or takes the place of what was there."""
    rang, mot = place(contenu, hasard), hasard.choice(MOTS)
    return contenu[:rang] + mot + contenu[rang + hasard.choice((0, len(mot))):]


def remove(contenu: bytes, hasard: Random) -> bytes:
    """Some bytes are gone."""
    rang = place(contenu, hasard)
    return contenu[:rang] + contenu[rang + hasard.choice((1, 2, 8, 40, 300)):]


def repeat(contenu: bytes, hasard: Random) -> bytes:
    """Some bytes are there several times."""
    rang = place(contenu, hasard)
    morceau = contenu[rang:rang + hasard.choice((1, 4, 20, 200))]
    return contenu[:rang] + morceau * hasard.choice((2, 3, 40)) + contenu[rang:]


def move(contenu: bytes, hasard: Random) -> bytes:
    """Some bytes stand elsewhere."""
    debut = place(contenu, hasard)
    morceau, reste = contenu[debut:debut + 30], contenu[:debut] + contenu[debut + 30:]
    rang = place(reste, hasard)
    return reste[:rang] + morceau + reste[rang:]


def cut(contenu: bytes, hasard: Random) -> bytes:
    """The end is gone."""
    return contenu[:place(contenu, hasard)]


ALTERATIONS = (flip, flip, flip, insert, insert, insert, remove, repeat, move, cut)
