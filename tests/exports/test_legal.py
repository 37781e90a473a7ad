"""The legal table as a file: it says what the page says, and comes out of the command line."""

import csv
import io

import pytest

from spapser.catalogue import load_catalogue
from spapser.catalogue.obligation import load_obligations
from spapser.cli import main
from spapser.exports.fichiers import open_guichet
from spapser.exports.legal import CHAMPS, NOM
from spapser.store import Base, load_edition
from spapser.suivi import load_suivi
from tests.pages.contrats import publish_contrats


@pytest.fixture
def depot(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Five contracts of 2024 and 2025, deposited."""
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path / "depot"))
    publish_contrats()


def read_lignes(octets: bytes) -> dict[tuple[str, str, str], dict[str, str]]:
    """The lines of the file by category, mode and period."""
    lignes = list(csv.DictReader(io.StringIO(octets.decode("utf-8-sig"), newline="")))
    assert tuple(lignes[0]) == CHAMPS
    return {(x["categorie"], x["mode"], f"{x['debut']}-{x['fin']}"): x for x in lignes}


def test_the_file_has_every_category_mode_and_period_once(depot) -> None:
    base = Base(load_edition())
    lignes = read_lignes(open_guichet(base, load_suivi(base, load_catalogue())).fichiers[NOM].fabrique())
    assert set(lignes) == {(o.code, mode, periode) for o in load_obligations() for mode in ("en nombre", "en valeur")
                           for periode in ("2024-2024", "2025-2025", "2024-2025")}
    social = lignes["social", "en valeur", "2024-2025"]
    assert (social["taux"], social["numerateur"], social["denominateur"]) == ("37.5", "300000", "800000")
    assert (social["reponses_inconnues"], social["total"]) == ("60000", "860000")
    cible = lignes["social", "en nombre", "2025-2025"]
    assert (cible["cible"], cible["statut"]) == ("60", "partiellement atteint")
    insertion = lignes["insertion", "en nombre", "2024-2024"]
    assert (insertion["taux"], insertion["reponses_inconnues"], insertion["total"]) == ("", "3", "3")


def test_the_command_line_writes_the_file(depot, tmp_path) -> None:
    sortie = tmp_path / "legal.csv"
    assert main(["exporter", NOM, "-o", str(sortie)]) == 0
    assert len(read_lignes(sortie.read_bytes())) == 24


def test_without_contracts_the_file_is_not_offered_and_the_command_line_says_why(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path / "vide"))
    base = Base(load_edition())
    assert NOM not in open_guichet(base, load_suivi(base, load_catalogue())).fichiers
    assert main(["exporter", NOM, "-o", str(tmp_path / "legal.csv")]) != 0
    assert "déposer le fichier des contrats" in capsys.readouterr().err
