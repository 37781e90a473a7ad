"""Blocks of the report as plain dictionaries for the template."""

from collections.abc import Iterable
from itertools import groupby

from spapser.exports.bilan import Bilan
from spapser.exports.pdf.planche import build_planches
from spapser.exports.rapport import Chiffres, Etat, Figure, Liste, Paragraphe, Puces, Sommaire, Table, Titre
from spapser.exports.rapport.modele import Bloc, Cellule
from spapser.suivi import Mesure
from spapser.suivi.phrase import describe_evolution, format_taux

# Beyond so many characters, a row may go on the next page; beyond so many rows or characters, a table may.
RANGEE_LONGUE, TABLE_LONGUE, RANGEES = 1500, 900, 9


def list_dictionnaires(blocs: Iterable[Bloc], bilan: Bilan) -> list[dict]:
    """Every block; charts that follow one another share the width of the page."""
    dictionnaires: list[dict] = []
    for genre, suite in groupby(blocs, type):
        if genre is Figure:
            dictionnaires += build_planches([bloc.graphique for bloc in suite], bilan)
        else:
            dictionnaires += [ECRIRE[genre](bloc) for bloc in suite]
    return dictionnaires


def write_titre(titre: Titre) -> dict:
    """A heading."""
    return {"genre": "titre", "niveau": titre.niveau, "texte": titre.texte, "code": titre.code, "page": titre.page}


def write_paragraphe(paragraphe: Paragraphe) -> dict:
    """A paragraph."""
    return {"genre": paragraphe.genre, "texte": paragraphe.texte}


def write_liste(liste: Liste) -> dict:
    """A list."""
    return {"genre": "liste", "ton": liste.genre, "elements": liste.elements}


def write_table(table: Table) -> dict:
    """A table; a short one never breaks."""
    return {"genre": "table", "legende": table.legende, "colonnes": table.colonnes, "nombres": table.nombres,
            "largeurs": table.largeurs, "petite": table.petite, "longue": len(table.lignes) > RANGEES
            or sum(map(measure, table.lignes)) > TABLE_LONGUE,
            "lignes": [{"longue": measure(ligne) > RANGEE_LONGUE, "cellules": [write_cellule(cellule) for cellule in ligne]}
                       for ligne in table.lignes]}


def measure(ligne: Iterable[Cellule]) -> int:
    """Characters of the longest cell of a row."""
    return max(len(str(cellule)) for cellule in ligne)


def write_cellule(cellule: Cellule) -> dict:
    """A cell."""
    if isinstance(cellule, Etat):
        return {"etat": cellule.statut.name, "mot": cellule.mot, "suite": cellule.suite}
    if isinstance(cellule, Puces):
        return {"puces": cellule.elements}
    return {"texte": cellule, "details": []} if isinstance(cellule, str) else {"texte": cellule[0], "details": cellule[1:]}


def write_chiffres(chiffres: Chiffres) -> dict:
    """Key figures."""
    return {"genre": "chiffres", "chiffres": [
        {"valeur": m.texte, "libelle": m.indicateur.libelle, "suite": describe_mesure(m)} for m in chiffres.mesures]}


def describe_mesure(mesure: Mesure) -> str:
    """Rate and movement, those that are known."""
    taux = format_taux(mesure) if mesure.taux is not None else ""
    return ", ".join(mot for mot in (taux, describe_evolution(mesure)) if mot)


def write_sommaire(sommaire: Sommaire) -> dict:
    """The place of the table of contents."""
    return {"genre": "sommaire", "titre": sommaire.titre}


ECRIRE = {Titre: write_titre, Paragraphe: write_paragraphe, Liste: write_liste, Table: write_table, Chiffres: write_chiffres,
          Sommaire: write_sommaire}
