"""A page as AppTest gives it: its pieces of HTML, its charts, and everything that a person may read on it."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Node

from spapser.catalogue import load_catalogue
from spapser.store import load_edition
from tests.server.lancement import PROJECT

SCENE = ("presenter", "presenter_notes")  # without the frame of the others: they have tests of their own
PAGES = sorted(file.stem for file in PROJECT.glob("pages/*.py") if file.stem not in SCENE)
FICHES = load_catalogue().fiches
with load_edition().fichier("observations").open(encoding="utf-8") as observations:
    ANNEES = sorted({int(ligne["annee"]) for ligne in csv.DictReader(observations)})
MOTS = ("label", "placeholder", "help", "alt", "body", "caption")
DANS_LA_LIGNE = {"span", "strong", "em", "small", "a", "b"}
VIDES = {"br", "hr", "img", "input", "meta", "link"}


class Lecteur(HTMLParser):
    """Gathers the text of a piece of HTML, and that of each kind of element."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.pile: list[tuple[str, list[str]]] = [("racine", [])]
        self.elements: list[tuple[str, str]] = []
        self.feed(html)
        self.texte = "".join(self.pile[0][1])

    def handle_starttag(self, balise: str, attributs: list) -> None:
        if balise not in VIDES:
            self.pile.append((balise, []))

    def handle_endtag(self, balise: str) -> None:
        if balise in VIDES:
            return
        ouverte, morceaux = self.pile.pop()
        assert ouverte == balise, f"<{ouverte}> fermé par </{balise}>"
        self.elements.append((balise, "".join(morceaux).strip()))
        self.pile[-1][1].append("".join(morceaux) + ("" if balise in DANS_LA_LIGNE else "\n"))

    def handle_data(self, texte: str) -> None:
        self.pile[-1][1].append(texte)


@dataclass(frozen=True)
class Ecran:
    """One page of one year."""

    essai: AppTest

    @property
    def noeuds(self) -> list[Node]:
        """Every block and element, in order."""
        return list(walk(self.essai.main)) + list(walk(self.essai.sidebar))

    @property
    def htmls(self) -> list[str]:
        """The pieces of HTML, as they are sent."""
        return list_htmls(self.essai.main)

    def elements(self, *balises: str) -> list[str]:
        """Texts of the elements of these kinds."""
        return [texte for html in self.htmls for balise, texte in Lecteur(html).elements if balise in balises]

    @property
    def liens(self) -> list[str]:
        """Where the links lead that are written in HTML."""
        return [unescape(adresse) for html in self.htmls for adresse in re.findall(r'<a [^>]*?href="([^"]*)"', html)]

    @property
    def textes(self) -> list[str]:
        """Everything one may read: HTML, labels, alternatives of charts."""
        lus = [Lecteur(html).texte for html in self.htmls]
        for noeud in self.noeuds:
            lus += list_mots(noeud)
        return [texte for texte in lus if texte.strip()]

    @property
    def graphiques(self) -> list:
        """The charts, as they are sent."""
        return [noeud.proto for noeud in self.noeuds if noeud.type == "plotly_chart"]

    @property
    def annee(self) -> str:
        """The year that the frame shows as chosen."""
        (choix,) = [noeud for noeud in self.noeuds if noeud.type == "button_group" and noeud.key == "annee"]
        return choix.value


def walk(noeud: Node) -> Iterator[Node]:
    """A node and all that it holds."""
    yield noeud
    for enfant in getattr(noeud, "children", {}).values():
        yield from walk(enfant)


def list_htmls(bloc: Block) -> list[str]:
    """The pieces of HTML inside a block."""
    return [noeud.proto.body for noeud in walk(bloc) if noeud.type == "html"]


def list_mots(noeud: Node) -> list[str]:
    """Labels, hints, options and other words of an element."""
    proto = getattr(noeud, "proto", None)
    proto = getattr(proto, noeud.type, proto) if isinstance(noeud, Block) else proto
    mots = [getattr(proto, nom, "") for nom in MOTS if noeud.type != "html"]
    mots += [option if isinstance(option, str) else option.content for option in getattr(proto, "options", ())]
    return [mot for mot in mots if isinstance(mot, str) and mot]


def visit(page: str, annee: int, **adresse: str) -> Ecran:
    """Open a page through app.py, as a shared address does."""
    essai = AppTest.from_file(PROJECT / "app.py", default_timeout=60)
    for cle, valeur in {"annee": str(annee), **adresse}.items():
        essai.query_params[cle] = valeur
    essai.run()
    return Ecran(essai if page == "synthese" else essai.switch_page(f"pages/{page}.py").run())
