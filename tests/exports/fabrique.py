"""A small dataset made by hand."""

import pyarrow as pa

from spapser.catalogue import Colonne, Jeu


def make_jeu(**types: str) -> Jeu:
    """A dataset with one column per argument: `make_jeu(nom="string", valeur="number")`."""
    colonnes = tuple(Colonne(nom, nom.capitalize(), genre, f"Colonne {nom}.") for nom, genre in types.items())
    return Jeu("essai", "Essai", "Un essai.", "une ligne", tuple(types)[:1], colonnes)


def make_paquets(*lignes: dict) -> list[pa.RecordBatch]:
    """Rows as an edition gives them, by columns."""
    return [pa.RecordBatch.from_pylist(list(lignes))]
