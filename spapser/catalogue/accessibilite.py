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


@dataclass(frozen=True)
class Theme:
    """A theme of the RGAA, its number from 1, and its criteria in order."""

    rang: int
    titre: str
    criteres: tuple[Critere, ...]


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
def load_themes(dossier: Path = DOSSIER) -> tuple[Theme, ...]:
    """The 13 themes with their criteria; CatalogueInvalide names the criterion whose state is none of ETATS."""
    chemin = dossier / "rgaa.toml"
    bloc = read_toml(chemin)
    criteres = [build(Critere, lu, chemin) for lu in find_key(bloc, "criteres", chemin)]
    for critere in criteres:
        if critere.etat not in ETATS:
            raise CatalogueInvalide(f"Dans « rgaa.toml », le critère {critere.numero} a l’état « {critere.etat} » : choisir "
                                    f"parmi {', '.join(ETATS)}.")
    return tuple(Theme(rang, titre, tuple(c for c in criteres if c.numero.startswith(f"{rang}.")))
                 for rang, titre in enumerate(find_key(bloc, "themes", chemin), 1))


def load_criteres() -> tuple[Critere, ...]:
    """The 106 criteria, in order."""
    return tuple(critere for theme in load_themes() for critere in theme.criteres)


def count_etats(criteres: tuple[Critere, ...]) -> Counter:
    """Number of criteria by state."""
    return Counter(critere.etat for critere in criteres)
