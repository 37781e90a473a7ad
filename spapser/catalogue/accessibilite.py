"""The accessibility statement and the 106 criteria of the RGAA, in words: accessibilite.toml and rgaa.toml."""

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from spapser.catalogue.load import DOSSIER, build, find_key, read_toml
from spapser.errors import CatalogueInvalide

ETATS = ("conforme", "non conforme", "à auditer", "non applicable")


@dataclass(frozen=True)
class Critere:
    """A criterion: « 3.2 », what it asks, one of ETATS, why, and the test file that shows it (empty without one)."""

    numero: str
    titre: str
    etat: str
    preuve: str
    test: str = ""

    @property
    def theme(self) -> int:
        """The rank of its theme, from 1."""
        return int(self.numero.split(".")[0])


@dataclass(frozen=True)
class Manque:
    """What is known not to be accessible, and what one may do instead."""

    titre: str
    detail: str
    remede: str


@dataclass(frozen=True)
class Etape:
    """A step of the plan of several years."""

    annee: str
    titre: str


@dataclass(frozen=True)
class Declaration:
    """The statement. `essais`: moteur, largeurs (px), themes, navigateur; `etablie_le`: ISO date."""

    etablie_le: str
    organisme: str
    service: str
    etat: str
    referentiel: str
    motif: str
    essais: dict
    technologies: tuple[str, ...]
    manques: tuple[Manque, ...]
    etapes: tuple[Etape, ...]


@lru_cache(maxsize=4)
def load_declaration(dossier: Path = DOSSIER) -> Declaration:
    """The statement; CatalogueInvalide names the file and the key."""
    chemin = dossier / "accessibilite.toml"
    bloc = read_toml(chemin)
    textes = find_key(bloc, "declaration", chemin)
    return Declaration(**textes, essais=find_key(bloc, "essais", chemin),
                       technologies=tuple(techno["nom"] for techno in find_key(bloc, "technologies", chemin)),
                       manques=tuple(build(Manque, m, chemin) for m in find_key(bloc, "manques", chemin)),
                       etapes=tuple(build(Etape, e, chemin) for e in find_key(bloc, "etapes", chemin)))


@lru_cache(maxsize=4)
def load_criteres(dossier: Path = DOSSIER) -> tuple[Critere, ...]:
    """The criteria in order; CatalogueInvalide names the one whose state is none of ETATS."""
    chemin = dossier / "rgaa.toml"
    criteres = tuple(build(Critere, bloc, chemin) for bloc in find_key(read_toml(chemin), "criteres", chemin))
    for critere in criteres:
        if critere.etat not in ETATS:
            raise CatalogueInvalide(f"Dans « rgaa.toml », le critère {critere.numero} a l’état « {critere.etat} » : choisir "
                                    f"parmi {', '.join(ETATS)}.")
    return criteres


@lru_cache(maxsize=4)
def load_themes(dossier: Path = DOSSIER) -> tuple[str, ...]:
    """The 13 themes, in order."""
    chemin = dossier / "rgaa.toml"
    return tuple(find_key(read_toml(chemin), "themes", chemin))


def count_etats(criteres: tuple[Critere, ...]) -> Counter:
    """Number of criteria by state."""
    return Counter(critere.etat for critere in criteres)
