"""The national declarations: layouts of a dataset that the law gives, which the product reads and writes back."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from spapser.catalogue.jeu import Colonne, Jeu
from spapser.catalogue.load import DOSSIER, build, read_toml


@dataclass(frozen=True)
class Declaration:
    """A layout of the dataset `jeu`, in its own columns.

    `montants` gives, for each column of an amount, the operation that it is in the dataset; `acheteur` is the identity (siret,
    raison_sociale) of the rows that name no buyer.
    """

    nom: str
    titre: str
    schema: str
    version: str
    jeu: str
    cle: tuple[str, ...]
    colonnes: tuple[Colonne, ...]
    montants: dict[str, str]
    acheteur: dict[str, str]

    def as_jeu(self, jeu: Jeu) -> Jeu:
        """The dataset as the declaration lays it out: what a file in that layout is judged against, under its own name."""
        return Jeu(self.nom, jeu.titre, self.titre, "un acheteur, une catégorie, une année", self.cle, self.colonnes)


@lru_cache(maxsize=2)
def load_agec(dossier: Path = DOSSIER) -> Declaration:
    """The declaration of article 58 of the AGEC law. CatalogueInvalide names file and key when it is broken."""
    chemin = dossier / "declarations" / "agec.toml"
    bloc = read_toml(chemin)
    tables = {nom: bloc.pop(nom, {}) for nom in ("montants", "acheteur")}
    colonnes = tuple(build(Colonne, colonne, chemin) for colonne in bloc.pop("colonnes", []))
    valeurs = {cle: tuple(v) if isinstance(v, list) else v for cle, v in bloc.items()}
    return Declaration(nom=chemin.stem, **valeurs, colonnes=colonnes, **tables)
