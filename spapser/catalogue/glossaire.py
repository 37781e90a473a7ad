"""The words of the field and what they mean, in words: glossaire.toml."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from spapser.catalogue.load import DOSSIER, build, find_key, read_toml
from spapser.typographie import sans_accent


@dataclass(frozen=True)
class Terme:
    """A term as the pages write it, its other writings, what it stands for, what it means, and who says so."""

    sigle: str
    nom: str
    definition: str
    source: str
    formes: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """What names the term in an address: « siae », « marche-reserve »."""
        return re.sub(r"[^a-z0-9]+", "-", sans_accent(self.sigle)).strip("-")

    @cached_property
    def motif(self) -> re.Pattern:
        """Finds the term as a whole word, in any of its writings."""
        ecritures = "|".join(re.escape(forme) for forme in sorted((self.sigle, *self.formes), key=len, reverse=True))
        return re.compile(rf"(?<![\w-])(?:{ecritures})(?![\w-])")


@lru_cache(maxsize=4)
def load_glossaire(dossier: Path = DOSSIER) -> tuple[Terme, ...]:
    """The terms, in alphabetical order; CatalogueInvalide names the file and the key."""
    chemin = dossier / "glossaire.toml"
    termes = (build(Terme, bloc, chemin) for bloc in find_key(read_toml(chemin), "termes", chemin))
    return tuple(sorted(termes, key=lambda terme: terme.code))


def find_termes(texte: str, dossier: Path = DOSSIER) -> tuple[Terme, ...]:
    """The terms that a text uses, in alphabetical order."""
    return tuple(terme for terme in load_glossaire(dossier) if terme.motif.search(texte))
