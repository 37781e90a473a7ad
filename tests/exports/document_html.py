"""The standalone edition as a parser reads it: elements with their attributes and their text."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VIDES = {"br", "hr", "img", "input", "meta", "link"}


@dataclass
class Element:
    """One element with what it holds."""

    balise: str
    attributs: dict[str, str]
    parent: "Element | None" = field(default=None, repr=False, compare=False)
    enfants: list["Element"] = field(default_factory=list, repr=False)
    morceaux: list = field(default_factory=list, repr=False)

    @property
    def texte(self) -> str:
        """All its text, spaces made single."""
        return " ".join("".join(m if isinstance(m, str) else f" {m.texte} " for m in self.morceaux).split())

    def find(self, *balises: str) -> list["Element"]:
        """Every element of these kinds below this one, in order."""
        trouves = []
        for enfant in self.enfants:
            trouves += [enfant] if enfant.balise in balises else []
            trouves += enfant.find(*balises)
        return trouves


class Document(HTMLParser):
    """The tree of a file; AssertionError when an element is closed by another."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.racine = self.courant = Element("racine", {})
        self.feed(html)
        assert self.courant is self.racine, f"<{self.courant.balise}> n’est pas fermé"

    def handle_starttag(self, balise: str, attributs: list) -> None:
        element = Element(balise, {nom: valeur or "" for nom, valeur in attributs}, self.courant)
        self.courant.enfants.append(element)
        self.courant.morceaux.append(element)
        if balise not in VIDES:
            self.courant = element

    def handle_startendtag(self, balise: str, attributs: list) -> None:
        element = Element(balise, {nom: valeur or "" for nom, valeur in attributs}, self.courant)
        self.courant.enfants.append(element)
        self.courant.morceaux.append(element)

    def handle_endtag(self, balise: str) -> None:
        if balise not in VIDES:
            assert self.courant.balise == balise, f"<{self.courant.balise}> fermé par </{balise}>"
            self.courant = self.courant.parent

    def handle_data(self, texte: str) -> None:
        self.courant.morceaux.append(texte)
