"""The data dictionary: rows of plain French for the page, Markdown for the documentation, Table Schema for machines."""

import re
from collections.abc import Sequence

from spapser.catalogue import Catalogue, Colonne, Jeu

COLONNES = ("Colonne", "Titre", "Type", "Obligatoire", "Description", "Valeurs admises")
TYPES = {"string": "texte", "integer": "entier", "number": "nombre", "boolean": "oui/non", "date": "date", "year": "année"}


def describe_colonne(colonne: Colonne) -> tuple[str, ...]:
    """One row of the dictionary."""
    bornes = [f"au moins {colonne.minimum:g}" if colonne.minimum is not None else "",
              f"au plus {colonne.maximum:g}" if colonne.maximum is not None else ""]
    admises = " ; ".join(colonne.enumeration) or ", ".join(b for b in bornes if b)
    if colonne.reference:
        admises = f"code de {colonne.reference} du catalogue"
    return (colonne.nom, colonne.titre, TYPES[colonne.type], "oui" if colonne.obligatoire else "non", colonne.description,
            admises or "–")


def build_schema(jeu: Jeu) -> dict:
    """The dataset as a Table Schema (frictionless) descriptor."""
    return {"name": jeu.nom, "title": jeu.titre, "description": jeu.description, "primaryKey": list(jeu.cle),
            "missingValues": [""], "fields": [build_field(colonne) for colonne in jeu.colonnes]}


def build_field(colonne: Colonne) -> dict:
    """One field of a Table Schema."""
    contraintes = {"required": colonne.obligatoire or None, "minimum": colonne.minimum, "maximum": colonne.maximum,
                   "enum": None if colonne.liste else list(colonne.enumeration) or None,
                   "pattern": write_liste(colonne.enumeration) if colonne.liste else colonne.motif or None}
    champ = {"name": colonne.nom, "title": colonne.titre, "type": colonne.type, "description": colonne.description,
             "example": colonne.exemple or None, "constraints": {c: v for c, v in contraintes.items() if v is not None}}
    if colonne.type == "boolean":
        champ |= {"trueValues": ["oui"], "falseValues": ["non"]}
    return {cle: valeur for cle, valeur in champ.items() if valeur not in (None, {})}


def write_liste(mots: Sequence[str]) -> str:
    """The pattern of a cell that holds several of these words: « (A|B)(, (A|B))* »."""
    un = f"({'|'.join(re.escape(mot) for mot in mots)})"
    return f"{un}(, {un})*"


def write_dictionnaire(catalogue: Catalogue) -> str:
    """docs/dictionnaire.md: every dataset with its columns."""
    blocs = ["# Dictionnaire des données", "", "Engendré du catalogue par `make docs` ; ne pas modifier à la main.", ""]
    for jeu in catalogue.jeux:
        blocs += [f"## {jeu.titre} (`{jeu.nom}`)", "", jeu.description, "",
                  f"Grain : {jeu.grain}. Clé : {', '.join(f'`{c}`' for c in jeu.cle)}.", "",
                  write_ligne(COLONNES), write_ligne(["---"] * len(COLONNES))]
        blocs += [write_ligne(describe_colonne(colonne)) for colonne in jeu.colonnes]
        blocs.append("")
    return "\n".join(blocs)


def write_indicateurs(catalogue: Catalogue) -> str:
    """docs/indicateurs.md: every indicator with its definition, perimeter, computation and target direction."""
    blocs = ["# Indicateurs", "", "Engendré du catalogue par `make docs` ; ne pas modifier à la main.", "",
             f"{len(catalogue.indicateurs)} indicateurs, {len(catalogue.fiches)} fiches action.", ""]
    entete = ("Code", "Libellé", "Unité", "Genre", "Fait foi", "Définition", "Périmètre", "Calcul")
    for fiche in catalogue.fiches:
        blocs += [f"## Fiche {fiche.numero} · {fiche.titre_court}", "", fiche.titre, "",
                  write_ligne(entete), write_ligne(["---"] * len(entete))]
        blocs += [write_ligne((f"`{i.code}`", i.libelle, i.unite, i.genre, i.fait_foi, i.definition, i.perimetre, i.calcul))
                  for i in fiche.indicateurs]
        blocs.append("")
    return "\n".join(blocs)


def write_ligne(cellules) -> str:
    """A row of a Markdown table."""
    return "| " + " | ".join(str(c).replace("|", "\\|") for c in cellules) + " |"
