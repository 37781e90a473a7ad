"""Persons whom a text names: by a title and a name, a birth, a social security number, an address, or a list of surnames."""

import re
from collections.abc import Iterator, Sequence

from spapser.catalogue import Jeu
from spapser.depot.codes import list_communes
from spapser.depot.nommage import find_column
from spapser.depot.table import ColonneLue, TableLue
from spapser.depot.titres_personnels import GENS, NOM_SEUL, OUVRAGES, is_named
from spapser.typographie import sans_accent

# Their texts are names of works, of places and of companies (« Rue Madame », « M. Dupont » as a company), known by millions.
CONTRATS = ("contrats", "complements", "marches")
EPREUVES = {"le nom d’une personne": "nomme_quelqu_un({c})", "une date ou un lieu de naissance": "dit_une_naissance({c})",
            "un numéro de sécurité sociale": "contient_nir({c})"}
NUMERO_COURT, ADRESSE = "est_nir_sans_cle({c})", "est_adresse({c})"
DISTINCTES = 200
NOM = re.compile(r"[A-ZÀ-Ý][\w’'-]+( [A-ZÀ-Ý][\w’'-]+)?")
CATEGORIE = re.compile(
    r"\b(jeunes?|seniors?|femmes?|hommes?|allocataires?|demandeurs?|travailleurs?|habitants?|personnes?|refugies?|residents?|parents?|"
    r"salaries?|beneficiaires?|usagers?|public|autres?|total|tous|toutes|inconnus?|neant|rsa|brsa|ass|aah|ath|qpv|rqth|th|deld|siae|"
    r"ess|ei|aci|etti|ai|ea|esat|geiq|ept|ville|commune|mairie|association|oui|non|fa[0-9]+)\b")


def find_identities(table: TableLue, jeu: Jeu, inconnues: Sequence[ColonneLue]) -> Iterator[tuple[ColonneLue, str]]:
    """Columns that hold persons, with what says so. Of the contracts, only the columns of no dataset are searched."""
    libres = [c for c in table.colonnes if c in inconnues or (jeu.nom not in CONTRATS and is_free(c, jeu))]
    for raison, epreuve in EPREUVES.items():
        yield from ((colonne, raison) for colonne, nombre, _ in count_cells(table, libres, epreuve) if nombre)
    for colonne, nombre, remplies in count_cells(table, inconnues, NUMERO_COURT):
        if remplies >= 3 and nombre >= remplies * 0.8:
            yield colonne, "un numéro de sécurité sociale"
    if jeu.nom.startswith("insertion_"):
        yield from find_homes(table, [c for c in inconnues if not is_named(c.titre, OUVRAGES)])
        yield from ((c, "des noms de personnes") for c in inconnues if is_named(c.titre, GENS) and holds_surnames(table, c))


def is_free(colonne: ColonneLue, jeu: Jeu) -> bool:
    """True for a column of the dataset where anything may be written."""
    connue = find_column(colonne.titre, jeu)
    return connue.type == "string" and not (connue.enumeration or connue.reference or connue.forme)


def count_cells(table: TableLue, colonnes: Sequence[ColonneLue], epreuve: str) -> list[tuple[ColonneLue, int, int]]:
    """Of each column: cells that pass the test, cells that are filled."""
    if not colonnes:
        return []
    comptes = ", ".join(f"count_if({epreuve.format(c=c.champ)}), count({c.champ})" for c in colonnes)
    (ligne,) = table.atelier.query(f"select {comptes} from lu")
    return list(zip(colonnes, ligne[::2], ligne[1::2], strict=True))


def find_homes(table: TableLue, colonnes: Sequence[ColonneLue]) -> Iterator[tuple[ColonneLue, str]]:
    """Columns where people are said to live: one address under a title that speaks of them, most cells under any other."""
    for colonne, nombre, remplies in count_cells(table, colonnes, ADRESSE):
        if nombre and (is_named(colonne.titre, GENS) or nombre >= remplies / 2):
            yield colonne, "une adresse postale"


def holds_surnames(table: TableLue, colonne: ColonneLue) -> bool:
    """True when most of the distinct cells are « DUPONT » or « Martin », neither categories of people nor communes."""
    cellules = [cellule.strip() for (cellule,) in table.atelier.query(
        f"select distinct {colonne.champ} from lu where {colonne.champ} is not null limit {DISTINCTES}")]
    communes = {sans_accent(commune) for commune in list_communes()}
    noms = [c for c in cellules if NOM.fullmatch(c) and not CATEGORIE.search(sans_accent(c)) and sans_accent(c) not in communes]
    part = 1 if is_named(colonne.titre, NOM_SEUL) else 0.5  # Operations have names too.
    return len(noms) > 1 and len(noms) >= len(cellules) * part
