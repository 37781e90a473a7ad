"""Contracts of a DECP XML file one by one: each is forgotten once read; entities are refused."""

import io
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from spapser.depot.readers.decp.flux import (
    CHAMPS_MAXIMUM,
    CONCESSION,
    MARCHE,
    check_depth,
    check_measure,
    report_cut,
    report_entities,
    report_foreign,
    report_malformed,
)

FAMILLES = {"marche": MARCHE, "contrat-concession": CONCESSION, "contrat-de-concession": CONCESSION}
# expat: « no element found », « unclosed token », « partial character », « unclosed CDATA section ».
COUPURES = (3, 5, 6, 20)


def list_xml(nom: str, contenu: bytes, champs: set[str]) -> Iterator[tuple[str, dict]]:
    """Family and contract, in the order of the file; `champs` gathers the names of elements. FichierIllisible in one sentence."""
    lus = 0
    try:
        for contrat in walk(nom, contenu, champs):
            yield contrat
            lus += 1
    except ParseError as erreur:
        coupe = erreur.code in COUPURES
        raise (report_cut if coupe else report_malformed)(nom, "XML", lus) from None
    except DefusedXmlException:
        raise report_entities(nom) from None
    except (ValueError, LookupError):
        raise report_malformed(nom, "XML", lus) from None


def walk(nom: str, contenu: bytes, champs: set[str]) -> Iterator[tuple[str, dict]]:
    """Children of the root as they end; the root is emptied each time."""
    profondeur = mesure = rang = 0
    racine = None
    for evenement, element in iterparse(io.BytesIO(contenu), events=("start", "end")):
        if evenement == "start":
            profondeur, mesure = profondeur + 1, mesure + 1
            check_depth(nom, profondeur)
            check_measure(nom, rang + 1, mesure)
            if racine is None:
                racine = check_root(nom, element)
            elif profondeur > 2 and len(champs) < CHAMPS_MAXIMUM:
                champs.add(name(element))
            continue
        profondeur -= 1
        if profondeur == 1:
            famille = FAMILLES.get(name(element), "")
            if famille:
                rang += 1
                yield famille, read_element(element)
            racine.clear()
            mesure = 0


def check_root(nom: str, element: Element) -> Element:
    """The root, when it is that of a file of contracts."""
    if name(element) != "marches":
        raise report_foreign(nom, "XML")
    return element


def name(element: Element) -> str:
    """Name of an element, without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def read_element(element: Element):
    """An element as JSON would have it: its text, or its children by name, repeated ones as a list."""
    if not len(element):
        return element.text or ""
    lu: dict = {}
    for enfant in element:
        nom, valeur = name(enfant), read_element(enfant)
        if nom not in lu:
            lu[nom] = valeur
        elif isinstance(lu[nom], list):
            lu[nom].append(valeur)
        else:
            lu[nom] = [lu[nom], valeur]
    return lu
