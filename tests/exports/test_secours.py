"""A file of the edition is missing or broken: every document is made all the same, and says so."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from spapser.catalogue import Jeu, load_catalogue
from spapser.exports.contexte import Contexte
from spapser.exports.formats import FORMATS
from spapser.exports.html import export_html
from spapser.exports.secours import ABSENT, ECARTEES, open_lisible
from spapser.store import Edition, load_edition
from spapser.suivi import load_suivi

CATALOGUE = load_catalogue()


def cut(octets: bytes) -> bytes:
    """A copy that stopped in the first cell of its last line."""
    return octets[:octets.rstrip().rfind(b"\n") + 4]


PANNES: dict[str, Callable[[Path], object]] = {
    "absent": Path.unlink,
    "vide": lambda fichier: fichier.write_bytes(b""),
    "binaire": lambda fichier: fichier.write_bytes(bytes(range(256)) * 40),
    "guillemets": lambda fichier: fichier.write_text('a,b\n"jamais fermé,2\n', "utf-8"),
    "autre entête": lambda fichier: fichier.write_text("x,y\n1,2\n", "utf-8"),
    "tronqué": lambda fichier: fichier.write_bytes(cut(fichier.read_bytes())),
}


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    """A copy of the edition that a test may break."""
    shutil.copytree(load_edition().dossier, tmp_path / "bilan")
    return replace(load_edition(), dossier=tmp_path / "bilan")


def open_contexte(edition: Edition) -> Contexte:
    base, manques = open_lisible(edition, CATALOGUE)
    suivi = load_suivi(base, CATALOGUE)
    return Contexte(base, suivi, suivi.annees[-1] if suivi.annees else 2024, "", manques)


def test_a_whole_edition_misses_nothing(edition: Edition) -> None:
    assert open_lisible(edition, CATALOGUE)[1] == ()


@pytest.mark.parametrize(("jeu", "panne"), [(jeu, "absent") for jeu in CATALOGUE.jeux]
                         + [(CATALOGUE.jeu("observations"), panne) for panne in PANNES], ids=lambda cas: getattr(cas, "nom", cas))
def test_the_standalone_edition_names_the_broken_file(edition: Edition, jeu: Jeu, panne: str) -> None:
    PANNES[panne](edition.fichier(jeu.nom))
    contexte = open_contexte(edition)
    page = export_html(contexte).decode()
    assert len(contexte.manques) == 1
    assert f"{jeu.nom}.csv" in contexte.manques[0]
    assert contexte.manques[0].endswith((ABSENT, ECARTEES))
    assert "Données manquantes ou illisibles" in page
    assert f"{jeu.nom}.csv" in page


@pytest.mark.parametrize("forme", FORMATS, ids=lambda forme: forme.nom)
def test_every_format_is_made_without_a_dataset(edition: Edition, forme) -> None:
    edition.fichier("marches").unlink()
    edition.fichier("cibles").write_bytes(b"\xff\xfe\x00")
    assert forme.fabrique(open_contexte(edition))


@pytest.mark.parametrize("forme", FORMATS, ids=lambda forme: forme.nom)
def test_every_format_is_made_without_any_dataset(edition: Edition, forme) -> None:
    for jeu in CATALOGUE.jeux:
        edition.fichier(jeu.nom).unlink()
    assert forme.fabrique(open_contexte(edition))


def test_only_the_broken_line_is_set_aside(edition: Edition) -> None:
    fichier = edition.fichier("cibles")
    fichier.write_text(fichier.read_text("utf-8").replace("fa04_heures,2024,25000", "fa04_heures,2024,beaucoup"), "utf-8")
    contexte = open_contexte(edition)
    assert "beaucoup" in contexte.manques[0]
    assert contexte.manques[0].endswith(ECARTEES)
    assert contexte.suivi.mesure("fa04_heures", 2024).cible is None
    assert contexte.suivi.mesure("fa04_heures", 2023).cible is not None
    assert contexte.suivi.mesure("fa04_heures", 2024).valeur == 97_972


def test_the_base_keeps_the_name_of_its_edition(edition: Edition) -> None:
    edition.fichier("reemploi").unlink()
    base, _ = open_lisible(edition, CATALOGUE)
    assert base.edition == edition
    assert base.rows("reemploi") == []
