"""What article L2111-3 asks to count, in words: obligations.toml."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from spapser.catalogue.load import DOSSIER, build, find_key, read_toml


@dataclass(frozen=True)
class Obligation:
    """A category of purchases that the law wants counted: the indicator of its share in number, and that in value."""

    code: str
    libelle: str
    definition: str
    nombre: str
    valeur: str


@dataclass(frozen=True)
class Loi:
    """The article and where to read it."""

    titre: str
    lien: str


@lru_cache(maxsize=4)
def load_obligations(dossier: Path = DOSSIER) -> tuple[Obligation, ...]:
    """The categories, in the order of the table; CatalogueInvalide names the file and the key."""
    chemin = dossier / "obligations.toml"
    return tuple(build(Obligation, bloc, chemin) for bloc in find_key(read_toml(chemin), "obligations", chemin))


@lru_cache(maxsize=4)
def load_loi(dossier: Path = DOSSIER) -> Loi:
    """The article of the law."""
    chemin = dossier / "obligations.toml"
    return build(Loi, find_key(read_toml(chemin), "loi", chemin), chemin)
