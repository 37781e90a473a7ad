"""A small dataset made by hand."""

from spapser.catalogue import Colonne, Jeu


def make_jeu(**types: str) -> Jeu:
    """A dataset with one column per argument: `make_jeu(nom="string", valeur="number")`."""
    colonnes = tuple(Colonne(nom, nom.capitalize(), genre, f"Colonne {nom}.") for nom, genre in types.items())
    return Jeu("essai", "Essai", "Un essai.", "une ligne", tuple(types)[:1], colonnes)
