"""The values that a column admits, and the writings that a person may give them."""

from collections.abc import Iterable

from spapser.catalogue import Catalogue, Colonne
from spapser.depot.regles import simplify
from spapser.store import communes


def quote_all(valeurs: Iterable[str]) -> str:
    """Values as an SQL list of strings, each once."""
    return ", ".join("'" + valeur.replace("'", "''") + "'" for valeur in dict.fromkeys(valeurs))


def list_ecritures(colonne: Colonne, catalogue: Catalogue) -> dict[str, str]:
    """Simplified writing -> admitted value: the values themselves, the labels of codes where they name only one, the communes."""
    communes_connues = list_communes() if colonne.nom == "commune" else ()
    formes = {simplify(valeur): valeur for valeur in (*colonne.enumeration, *list_codes(colonne, catalogue), *communes_connues)}
    for code, libelle in list_labels(colonne.reference, catalogue):
        forme = simplify(libelle)
        formes[forme] = code if formes.get(forme, code) == code else ""
    return {forme: valeur for forme, valeur in formes.items() if valeur and forme}


def list_codes(colonne: Colonne, catalogue: Catalogue) -> tuple[str, ...]:
    """The codes a column may refer to; none without reference."""
    if colonne.reference == "commune":
        return list_communes()
    return tuple(code for code, _ in list_labels(colonne.reference, catalogue))


def list_labels(reference: str, catalogue: Catalogue) -> list[tuple[str, str]]:
    """Codes of the catalogue with their labels."""
    if reference == "indicateur":
        return [(i.code, i.libelle) for i in catalogue.indicateurs]
    if reference == "fiche":
        return [(f.code, f.titre_court) for f in catalogue.fiches]
    if reference == "objectif":
        return [(o.code, o.titre) for f in catalogue.fiches for o in f.objectifs]
    return []


def list_communes() -> tuple[str, ...]:
    """Names of the communes of the EPT."""
    lignes = communes().read_text("utf-8").splitlines()
    place = lignes[0].split(",").index("nom")
    return tuple(ligne.split(",")[place] for ligne in lignes[1:])
