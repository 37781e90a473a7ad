"""Faults: real processes killed at every step, two at once, a full disk. The previous edition is always whole."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from spapser.errors import PublicationRefusee
from spapser.store import list_numeros, load_edition, sweep_depot, verify_parties
from spapser.store.original import ORIGINAL, Original, keep_original
from tests.store.publication import publish_hours, read_hours

PROJET = Path(__file__).parents[2]


def start(*arguments: str) -> subprocess.Popen:
    """A publication in a process of its own."""
    return subprocess.Popen([sys.executable, "-m", "tests.store.publication", *arguments], cwd=PROJET, env=dict(os.environ),
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def list_files(depot: Path) -> set[str]:
    return {str(fichier.relative_to(depot)) for fichier in depot.rglob("*") if fichier.is_file()}


def test_killed_at_any_step_the_previous_edition_is_whole(depot: Path) -> None:
    publish_hours(2025, 1)
    vus, rang = set(), 0
    while True:
        rang += 1
        processus = start("2025", str(1000 + rang), str(rang))
        processus.communicate(timeout=60)
        edition = load_edition()
        verify_parties(edition.parties, edition)
        vus.add((processus.returncode, edition.numero))
        if edition.numero > 1 or processus.returncode == 0:
            break
        assert processus.returncode == -9
        assert read_hours(edition) == 1
    assert rang > 8
    assert read_hours(edition) == 1000 + rang


def test_what_a_killed_publication_left_is_swept_and_nothing_else(depot: Path) -> None:
    publish_hours(2025, 1)
    entiers = list_files(depot)
    start("2025", "2", "9").communicate(timeout=60)
    assert list_files(depot) > entiers
    assert sweep_depot() != []
    assert list_files(depot) == entiers
    assert sweep_depot() == []


def test_two_publications_at_once_one_wins_and_the_other_is_told(depot: Path) -> None:
    publish_hours(2025, 1)
    gagnees = 0
    for essai in range(4):
        processus = [start("2025", str(10 * essai + rang)) for rang in (1, 2)]
        sorties = [(p.communicate(timeout=60), p.returncode) for p in processus]
        assert any(code == 0 for _, code in sorties)
        assert [erreur for (_, erreur), code in sorties if code and not erreur.startswith("L’édition ")] == []
        gagnees += sum(code == 0 for _, code in sorties)
    assert list_numeros() == list(range(gagnees + 2))


def test_a_full_disk_publishes_nothing_and_says_so(depot: Path) -> None:
    publish_hours(2025, 1)
    processus = start("2025", "2", "plein")
    _, erreur = processus.communicate(timeout=60)
    assert processus.returncode == 1
    assert erreur.startswith("La publication n’a pas pu s’écrire")
    assert "Traceback" not in erreur
    assert (load_edition().numero, read_hours(load_edition())) == (1, 1)


def test_a_folder_that_cannot_be_made_is_said_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "fichier").write_text("")
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path / "fichier" / "depot"))
    assert load_edition().numero == 0
    with pytest.raises(PublicationRefusee, match="rien n’a changé"):
        publish_hours()


def test_a_fault_while_writing_the_manifest_changes_nothing(depot: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish_hours(2025, 1)

    def refuse(*_arguments) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "link", refuse)
    with pytest.raises(PublicationRefusee, match="rien n’a changé"):
        publish_hours(2025, 2)
    monkeypatch.undo()
    monkeypatch.setenv("SPAPSER_DEPOT", str(depot))
    assert read_hours(load_edition()) == 1


def test_a_disk_that_does_not_keep_what_is_written_publishes_nothing(depot: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish_hours(2025, 1)

    def spoil(name: Callable) -> Callable:
        def named(source, cible) -> None:
            name(source, cible)
            if str(cible).endswith(".parquet"):
                Path(cible).write_bytes(b"PAR1")
        return named

    for nom in ("link", "replace"):  # a file takes its name in one way or the other
        monkeypatch.setattr(os, nom, spoil(getattr(os, nom)))
    with pytest.raises(PublicationRefusee, match="rien n’a été publié"):
        publish_hours(2025, 2)
    assert list_numeros() == [0, 1]


def test_an_original_already_on_the_disk_is_given_its_name_and_not_written_again(tmp_path: Path, depot: Path) -> None:
    original = Original("f.csv", b"a;b\n1;2\n")
    original.copy_ahead(tmp_path)
    keep_folder(depot)
    keep_original(depot, original)
    garde = depot / "originaux" / original.empreinte
    assert garde.read_bytes() == original.contenu
    assert garde.stat().st_ino == (tmp_path / ORIGINAL).stat().st_ino


def test_an_original_on_another_disk_is_written_whole(tmp_path: Path, depot: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments) -> None:
        raise OSError(18, "Invalid cross-device link")

    original = Original("f.csv", b"a;b\n1;2\n")
    original.copy_ahead(tmp_path)
    keep_folder(depot)
    monkeypatch.setattr(os, "link", refuse)
    keep_original(depot, original)
    assert (depot / "originaux" / original.empreinte).read_bytes() == original.contenu


def test_a_copy_that_is_not_the_file_publishes_nothing(tmp_path: Path, depot: Path) -> None:
    original = Original("f.csv", b"a;b\n1;2\n")
    (tmp_path / ORIGINAL).write_bytes(b"a;b\n1;3\n")
    original.copy_ahead(tmp_path)
    keep_folder(depot)
    with pytest.raises(PublicationRefusee, match="ne se relit pas"):
        keep_original(depot, original)
    assert not list_files(depot)


def keep_folder(depot: Path) -> None:
    (depot / "originaux").mkdir(parents=True)
