"""Why a published figure and the one recomputed from the contracts may differ, in words: ecarts.toml."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from spapser.catalogue.load import DOSSIER, build, find_key, read_toml


@dataclass(frozen=True)
class Raison:
    """One known reason; `pour` names the only indicators it explains (none: all), `sauf` those it does not.

    The place {inconnues} is filled with the number of unknown answers; the reason then holds only when there are some.
    """

    code: str
    texte: str
    pour: tuple[str, ...] = ()
    sauf: tuple[str, ...] = ()

    def explains(self, indicateur: str) -> bool:
        """True when the reason may hold for that indicator."""
        return (not self.pour or indicateur in self.pour) and indicateur not in self.sauf


@lru_cache(maxsize=4)
def load_raisons(dossier: Path = DOSSIER) -> tuple[Raison, ...]:
    """The known reasons, in the order in which they are told; CatalogueInvalide names the file and the key."""
    chemin = dossier / "ecarts.toml"
    return tuple(build(Raison, bloc, chemin) for bloc in find_key(read_toml(chemin), "raisons", chemin))
