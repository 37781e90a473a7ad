"""The divisions of the common procurement vocabulary (CPV): two digits and a short French name."""

from functools import lru_cache
from pathlib import Path

from spapser.catalogue.load import DOSSIER, find_key, read_toml


@lru_cache(maxsize=2)
def load_divisions(dossier: Path = DOSSIER) -> dict[str, str]:
    """Names by division (« 45 »: « Travaux de construction »), in order. CatalogueInvalide names the file when it is broken."""
    chemin = dossier / "divisions.toml"
    return find_key(read_toml(chemin), "divisions", chemin)
