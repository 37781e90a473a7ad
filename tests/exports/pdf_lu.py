"""A PDF read back: its text, and the elements of its structure."""

import io
import re

from pypdf import PdfReader

from tests.exports.rapport_lu import squeeze


class Lu:
    """A PDF with its text, squeezed, and the elements of its structure."""

    def __init__(self, octets: bytes):
        self.pdf = PdfReader(io.BytesIO(octets))
        self.pages = [page.extract_text() for page in self.pdf.pages]
        self.texte = squeeze("".join(drop_bords(page) for page in self.pages))
        self.racine = self.pdf.trailer["/Root"]
        self.elements = list(walk(self.racine["/StructTreeRoot"]))

    def list_elements(self, nature: str) -> list:
        return [element for element in self.elements if element.get("/S") == nature]


def drop_bords(page: str) -> str:
    """The page without its running title and its footer."""
    return re.sub(r"SPAPSER, bilan annuel \d{4}\s*EPT[^\n]*\n|Édition \d[^\n]*\n?\d+ / \d+", "", page)


def walk(element):
    enfants = element.get("/K", [])
    for enfant in enfants if isinstance(enfants, list) else [enfants]:
        objet = enfant.get_object()
        if hasattr(objet, "get") and "/S" in objet:
            yield objet
            yield from walk(objet)
