"""Statistical secrecy in words: what counts people, from how many on it is shown, which figures give each other back."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from spapser.catalogue.load import find_key, read_toml
from spapser.errors import CatalogueInvalide

CHEMIN = Path(__file__).parent / "secret.toml"
SEUIL, BILAN = "SPAPSER_SEUIL_SECRET", "SPAPSER_SECRET_BILAN"
MINIMUM, MAXIMUM = 3, 11
Filtre = Mapping[str, str]


@dataclass(frozen=True)
class Partage:
    """Rows of `insertion_publics` that share out others: both filters are columns and values.

    `contraire`: each of the parts is opposed to the rest of the total, alone.
    """

    parties: Filtre
    total: Filtre
    contraire: bool


@dataclass(frozen=True)
class Secret:
    """The rule. `seuil`: the smallest count of people that is shown; `cache_le_bilan`: whether it covers the report's figures."""

    seuil: int
    unites: tuple[str, ...]
    cache_le_bilan: bool
    raison_bilan: str
    partages: tuple[Partage, ...]
    liens: Mapping[str, Filtre]


def load_secret() -> Secret:
    """The rule of secret.toml under the environment of this process. CatalogueInvalide when a parameter is wrong."""
    return build_secret(os.environ.get(SEUIL, "").strip(), os.environ.get(BILAN, "").strip().casefold())


@lru_cache(maxsize=16)
def build_secret(seuil: str, bilan: str) -> Secret:
    """The rule, its two parameters replaced by those of the environment when they are given."""
    bloc = read_toml(CHEMIN)
    partages = [Partage(p["parties"], p["total"], nom == "contraires") for nom in ("partages", "contraires")
                for p in find_key(bloc, nom, CHEMIN)]
    return Secret(read_seuil(seuil or str(find_key(bloc, "seuil", CHEMIN))), tuple(find_key(bloc, "unites", CHEMIN)),
                  bilan == "oui" if bilan else find_key(bloc, "cache_le_bilan", CHEMIN), bloc["raison_bilan"],
                  tuple(partages), find_key(bloc, "liens", CHEMIN))


def read_seuil(texte: str) -> int:
    """A threshold from 3 to 11; CatalogueInvalide otherwise."""
    if not texte.isdecimal() or not MINIMUM <= int(texte) <= MAXIMUM:
        raise CatalogueInvalide(f"Le seuil du secret statistique «\u00a0{texte[:20]}\u00a0» n’est pas un nombre de {MINIMUM} à "
                                f"{MAXIMUM} : corriger {SEUIL} ou secret.toml.")
    return int(texte)
