"""`python -m spapser verifier`: what ships is whole, or one sentence says what is broken and how to mend it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from spapser.cli import documenter, main
from tests.cli.lancement import assert_refused, run
from tests.server.lancement import PROJECT

HEURES = "spapser/catalogue/fiches/fa04.toml"


@pytest.fixture
def copie(tmp_path: Path) -> Path:
    """A copy of the product that a test may break."""
    for dossier in ("spapser", "data"):
        shutil.copytree(PROJECT / dossier, tmp_path / dossier, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def replace(fichier: str, avant: str, apres: str) -> Callable[[Path], None]:
    def break_it(copie: Path) -> None:
        texte = (copie / fichier).read_text("utf-8")
        assert avant in texte
        (copie / fichier).write_text(texte.replace(avant, apres, 1), "utf-8")

    return break_it


def remove(fichier: str) -> Callable[[Path], None]:
    return lambda copie: (copie / fichier).unlink()


PANNES = [
    (replace(HEURES, "[[objectifs]]", "[[objectifs"), ("fa04.toml",)),
    (replace(HEURES, 'unite = "heures"', 'unitee = "heures"'), ("fa04.toml", "unitee")),
    (replace(HEURES, 'objectif = "fa04_o02"', 'objectif = "fa04_o99"'), ("fa04.toml", "fa04_o99")),
    (replace(HEURES, 'libelle = "Heures d’insertion réalisées"\n', ""), ("fa04.toml", "libelle")),
    (replace(HEURES, "numero = 4", 'numero = "quatre"'), ("fa04.toml", "numero")),
    (remove("spapser/catalogue/axes.toml"), ("axes.toml",)),
    (remove("spapser/sql/indicateurs/fa04_sorties_emploi.sql"), ("fa04_sorties_emploi",)),
    (remove("data/bilan/cibles.csv"), ("cibles.csv",)),
    (replace("data/bilan/cibles.csv", "fa04_heures,2024,25000", "fa04_heures,2024,beaucoup"), ("cibles.csv", "beaucoup")),
]
IDS = ["toml", "cle inconnue", "objectif inconnu", "cle absente", "mauvais type", "axes absents", "requete absente",
       "donnees absentes", "nombre illisible"]


def test_what_ships_is_whole() -> None:
    ended = run("verifier")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "Catalogue et données sont conformes.\n", "")


@pytest.mark.parametrize(("casser", "mots"), PANNES, ids=IDS)
def test_what_is_broken_is_named(copie: Path, casser: Callable[[Path], None], mots: tuple[str, ...]) -> None:
    casser(copie)
    assert_refused(run("verifier", dossier=copie), *mots)


def test_figures_are_not_given_from_broken_data(copie: Path) -> None:
    remove("data/bilan/observations.csv")(copie)
    assert_refused(run("indicateurs", dossier=copie), "observations.csv")


def test_documentation_is_written_from_the_catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documenter, "DOCS", tmp_path)
    assert main(["documenter"]) == 0
    for nom in ("indicateurs.md", "dictionnaire.md"):
        assert (tmp_path / nom).read_text("utf-8") == (PROJECT / "docs" / nom).read_text("utf-8")
