"""A backup taken while people publish gives back the same figures, and nothing of a damaged one is ever restored."""

import io
import json
import os
import signal
import subprocess
import sys
import tarfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from spapser.cli import main
from spapser.store import Base, load_edition, verify_parties
from tests.server.lancement import PROJECT
from tests.store.publication import publish_hours

CHIFFRES = ("select indicateur, annee, dimension, modalite, origine, document, valeur, numerateur, denominateur from resultats "
            "order by all")


@pytest.fixture
def depot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two editions and the files that other rooms keep beside them."""
    dossier = tmp_path / "depot"
    monkeypatch.setenv("SPAPSER_DEPOT", str(dossier))
    publish_hours(2025, 1000)
    publish_hours(2026, 1234.5)
    (dossier / "acces").mkdir()
    (dossier / "acces" / "comptes.json").write_text("{}")
    (dossier / "editions" / ".000003.json.abcd").write_text("moitié")
    return dossier


@pytest.fixture
def archive(depot: Path, tmp_path: Path) -> Path:
    """A backup of that folder."""
    chemin = tmp_path / "sauvegarde.tar.gz"
    assert main(["sauvegarder", str(chemin)]) == 0
    return chemin


def list_noms(dossier: Path) -> list[str]:
    return sorted(f.relative_to(dossier).as_posix() for f in dossier.rglob("*") if f.is_file())


def repack(archive: Path, change: Callable[[str, bytes], list[tuple[str, bytes]]]) -> None:
    """Write an archive again, each member being replaced by what `change` makes of it."""
    with tarfile.open(archive) as tar:
        membres = [(m.name, tar.extractfile(m).read()) for m in tar]
    with tarfile.open(archive, "w:gz") as tar:
        for nom, contenu in (nouveau for membre in membres for nouveau in change(*membre)):
            entete = tarfile.TarInfo(nom)
            entete.size = len(contenu)
            tar.addfile(entete, io.BytesIO(contenu))


def test_every_figure_comes_back_in_an_empty_folder(depot: Path, archive: Path, tmp_path: Path,
                                                    monkeypatch: pytest.MonkeyPatch) -> None:
    avant = [Base(load_edition(numero)).query(CHIFFRES) for numero in (0, 1, 2)]
    rendu = tmp_path / "rendu"
    assert main(["restaurer", str(archive), "--vers", str(rendu)]) == 0
    assert list_noms(rendu) == [nom for nom in list_noms(depot) if not nom.endswith("verrou") and "/." not in nom]
    assert "acces/comptes.json" in list_noms(rendu)
    monkeypatch.setenv("SPAPSER_DEPOT", str(rendu))
    assert [Base(load_edition(numero)).query(CHIFFRES) for numero in (0, 1, 2)] == avant
    assert publish_hours(2025, 2000).numero == 3


def test_both_commands_speak_to_programs(depot: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sauvegarder", str(tmp_path), "--json"]) == 0
    dit = json.loads(capsys.readouterr().out)
    assert (dit["accepte"], dit["edition"], dit["fautes"]) == (True, 2, [])
    assert Path(dit["archive"]).stat().st_mode & 0o777 == 0o600
    assert main(["restaurer", dit["archive"], "--vers", str(tmp_path / "rendu"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["fichiers"] == dit["fichiers"]


@pytest.mark.parametrize(("change", "mot"), [
    (lambda nom, contenu: [] if nom.startswith("donnees/") else [(nom, contenu)], "manque"),
    (lambda nom, contenu: [(nom, contenu + b" " if nom.startswith("editions/") else contenu)], "modifié"),
    (lambda nom, contenu: [(nom, contenu), ("../evade.txt", b"x")], "annoncé"),
    (lambda nom, contenu: [(nom, contenu), ("/etc/evade", b"x")], "annoncé"),
    (lambda nom, contenu: [] if nom == "sommaire.json" else [(nom, contenu)], "incomplète"),
], ids=["missing", "altered", "escapes", "absolute", "no list"])
def test_a_tampered_archive_is_refused_and_leaves_nothing(
        archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], change: Callable, mot: str) -> None:
    repack(archive, change)
    assert_refused(archive, tmp_path, capsys, mot)


def test_names_that_leave_the_folder_are_refused_even_when_the_list_names_them(
        archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def change(nom: str, contenu: bytes) -> list[tuple[str, bytes]]:
        if nom != "sommaire.json":
            return [(nom, contenu)]
        dit = json.loads(contenu)
        dit["fichiers"]["../evade.txt"] = "0" * 64
        return [(nom, json.dumps(dit).encode()), ("../evade.txt", b"x")]

    repack(archive, change)
    assert_refused(archive, tmp_path, capsys, "sortirait")
    assert not list(tmp_path.rglob("evade.txt"))


@pytest.mark.parametrize("part", [0, 10, 0.3, 0.6, 0.95])
def test_a_cut_archive_is_refused_in_one_sentence(archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str],
                                                  part: float) -> None:
    octets = archive.read_bytes()
    archive.write_bytes(octets[:int(part if part >= 1 else part * len(octets))])
    assert_refused(archive, tmp_path, capsys, "incomplète")


def test_figures_that_changed_are_named(archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def change(nom: str, contenu: bytes) -> list[tuple[str, bytes]]:
        return [(nom, contenu.replace(b"1234.5", b"9234.5") if nom == "sommaire.json" else contenu)]

    repack(archive, change)
    assert_refused(archive, tmp_path, capsys, "« fa04_heures")


def assert_refused(archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], mot: str) -> None:
    capsys.readouterr()
    assert main(["restaurer", str(archive), "--vers", str(tmp_path / "rendu")]) == 1
    (phrase,) = capsys.readouterr().err.splitlines()
    assert mot in phrase
    assert not (tmp_path / "rendu").exists()
    assert not list(tmp_path.glob(".restauration-*"))


def test_neither_a_full_folder_nor_an_existing_archive_is_touched(depot: Path, archive: Path,
                                                                  capsys: pytest.CaptureFixture[str]) -> None:
    avant, octets = list_noms(depot), archive.read_bytes()
    assert main(["restaurer", str(archive), "--vers", str(depot)]) == 1
    assert "dossier vide" in capsys.readouterr().err
    assert main(["sauvegarder", str(archive)]) == 1
    assert "existe déjà" in capsys.readouterr().err
    assert (list_noms(depot), archive.read_bytes()) == (avant, octets)


def test_a_damaged_edition_is_saved_and_said(depot: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (depot / "editions" / "000002.json").write_bytes(b"{")
    assert main(["sauvegarder", str(tmp_path / "a.tar.gz")]) == 0
    dit = capsys.readouterr().out
    assert "000002.json" in dit
    assert "édition 1," in dit.replace("\u00a0", " ")
    assert main(["restaurer", str(tmp_path / "a.tar.gz"), "--vers", str(tmp_path / "rendu")]) == 0


def test_backups_taken_while_somebody_publishes_are_all_whole(depot: Path, tmp_path: Path,
                                                              monkeypatch: pytest.MonkeyPatch) -> None:
    code = ("from tests.store.publication import publish_hours\n"
            "for heures in range(1, 100000): publish_hours(2025, heures)")
    publieur = subprocess.Popen([sys.executable, "-c", code], cwd=PROJECT, env=os.environ | {"PYTHONPATH": str(PROJECT)})
    vues = []
    try:
        while len(set(vues)) < 4 and publieur.poll() is None:
            archive = tmp_path / f"{len(vues)}.tar.gz"
            assert main(["sauvegarder", str(archive)]) == 0
            with tarfile.open(archive) as tar:
                dit = json.loads(tar.extractfile(tar.next()).read())
            assert dit["fautes"] == []
            vues.append(dit["edition"])
            time.sleep(0.05)
    finally:
        publieur.send_signal(signal.SIGKILL)
        publieur.wait()
    rendu = tmp_path / "rendu"
    assert main(["restaurer", str(tmp_path / f"{len(vues) - 1}.tar.gz"), "--vers", str(rendu)]) == 0
    monkeypatch.setenv("SPAPSER_DEPOT", str(rendu))
    assert vues[-1] == load_edition().numero > 2
    verify_parties(load_edition().parties, load_edition())
