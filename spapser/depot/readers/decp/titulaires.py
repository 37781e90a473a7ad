"""Holders and modifications of a contract, whichever way they are nested."""

import re

from spapser.depot.readers.decp.valeurs import Valeurs, unwrap

NON_DIFFUSIBLE = re.compile(r"\[ND\]|^\s*ND\s*$|non[- ]diffusible|diffusion partielle", re.IGNORECASE)
ANONYME = "entreprise non diffusible"
ENVELOPPES = (("titulaires", "titulaire"), ("concessionnaires", "concessionnaire"))


def list_titulaires(valeurs: Valeurs, brut: dict) -> list[dict]:
    """Holders in their order, each once: type, id and name, when known. A name that may not be published is not kept."""
    lus = [read_titulaire(valeurs, element) for liste, un in ENVELOPPES for element in unwrap(brut.get(liste), un)]
    uniques = {(titulaire.get("type"), titulaire.get("id"), titulaire.get("nom")): titulaire for titulaire in lus if titulaire}
    return list(uniques.values())


def read_titulaire(valeurs: Valeurs, brut) -> dict:
    """One holder."""
    if not isinstance(brut, dict):
        brut = {"id": brut}
    nom = valeurs.read("titulaires", brut.get("denominationSociale", brut.get("nom")))
    genre = valeurs.read("titulaires", brut.get("typeIdentifiant"))
    lu = {"type": genre and genre.upper(), "id": valeurs.read("titulaires", brut.get("id")),
          "nom": ANONYME if nom and NON_DIFFUSIBLE.search(nom) else nom}
    return {cle: valeur for cle, valeur in lu.items() if valeur}


def list_modifications(valeurs: Valeurs, brut: dict) -> list[dict]:
    """Modifications, oldest first; in the order of the file when one of them has no date."""
    lues = [read_modification(valeurs, element) for element in unwrap(brut.get("modifications"), "modification")
            if isinstance(element, dict)]
    lues = [modification for modification in lues if modification]
    if all("date" in modification for modification in lues):
        lues.sort(key=lambda modification: modification["date"])
    return lues


def read_modification(valeurs: Valeurs, brut: dict) -> dict:
    """One modification: number, date, amount, duration, holders, when known."""
    def read(cle: str):
        return valeurs.read("modifications", brut.get(cle))

    date = valeurs.read_date("modifications", brut.get("dateNotificationModification", brut.get("dateSignatureModification")))
    lue = {"id": read("id"), "date": date, "montant": read("montant") or read("valeurGlobale"), "duree": read("dureeMois"),
           "titulaires": list_titulaires(valeurs, brut)}
    return {cle: valeur for cle, valeur in lue.items() if valeur}


def merge_titulaires(nouveaux: list[dict], anciens: list[dict]) -> list[dict]:
    """The new holders, with the name that an old one of the same identifier had; the old ones when there is no new one."""
    connus = {ancien.get("id"): ancien for ancien in anciens if ancien.get("id")}
    return [connus.get(nouveau.get("id"), {}) | nouveau for nouveau in nouveaux] or anciens
