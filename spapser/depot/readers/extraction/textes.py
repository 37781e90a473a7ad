"""Texts of a workbook that are in none of its cells: comments, and the properties that say who wrote it."""

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import islice
from xml.etree import ElementTree

from marques import iter_pieces

MAXIMUM = 10_000
COMMENTAIRES = re.compile(r"xl/(comments|threadedComments|persons)[^.]*\.xml")
PROPRIETES = re.compile(r"docProps/(core|app|custom)\.xml|meta\.xml")
COMMENTS = ("comment", "threadedComment", "annotation")
AUTEURS = ("creator", "lastModifiedBy", "Manager", "initial-creator", "printed-by")


def read_textes(contenu: io.BytesIO) -> list[tuple[str, str]]:
    """(« commentaire » or « propriete », text), the first ones of the workbook; none for an old one (XLS)."""
    if not zipfile.is_zipfile(contenu):
        return []
    with zipfile.ZipFile(contenu) as archive:
        return list(islice(iter_textes(archive), MAXIMUM))


def iter_textes(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """What each part says outside the cells; a part that cannot be read says nothing."""
    for partie in archive.namelist():
        genre = "commentaire" if COMMENTAIRES.fullmatch(partie) or is_annotated(archive, partie) else ""
        genre = "propriete" if PROPRIETES.fullmatch(partie) else genre
        try:
            yield from ((genre, texte) for texte in iter_part(archive, partie) if texte) if genre else ()
        except (ElementTree.ParseError, zipfile.BadZipFile):
            continue


def is_annotated(archive: zipfile.ZipFile, partie: str) -> bool:
    """True for the content of an OpenDocument workbook that has comments: it is long to read."""
    return partie == "content.xml" and any(b"<office:annotation" in texte for texte in iter_pieces(archive, partie))


def iter_part(archive: zipfile.ZipFile, partie: str) -> Iterator[str]:
    """Texts of a part: the whole of a comment, the author of the workbook, whoever commented it."""
    with archive.open(partie) as flux:
        for _, noeud in ElementTree.iterparse(flux):
            nom = noeud.tag.rsplit("}", 1)[-1]
            if nom in (*COMMENTS, *AUTEURS):
                yield " ".join(" ".join(noeud.itertext()).split())
            elif nom == "person":
                yield from (noeud.get("displayName", ""), noeud.get("userId", ""))
            elif nom == "table-row":
                noeud.clear()
