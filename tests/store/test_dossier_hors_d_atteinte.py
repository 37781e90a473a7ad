"""The folder of editions read-only, closed, or gone and back: publications are refused in French and begin no other history."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from spapser.acces.audit import read_entries, verify_chain
from spapser.errors import EditionIllisible, PublicationRefusee
from spapser.store import Base, Edition, list_numeros, load_edition, verify_parties
from spapser.store.registre import is_closed
from tests.store.disque import make_read_only
from tests.store.publication import publish_hours, read_hours

PROJET = Path(__file__).parents[2]
LECTURE = "select count(*) as nombre from insertion_operations where annee = 2025"


def leave(depot: Path) -> None:
    """The folder is no longer there."""
    depot.rename(depot.with_name("parti"))


def unmount(depot: Path) -> None:
    """Its disk is no longer there: an empty folder is in its place."""
    leave(depot)
    depot.mkdir()


def come_back(depot: Path) -> None:
    if depot.exists():
        depot.rmdir()
    depot.with_name("parti").rename(depot)


def test_a_read_only_folder_is_read_and_refuses_a_publication(depot: Path) -> None:
    publish_hours(2025, 1)
    with make_read_only(depot):
        edition = load_edition()
        verify_parties(edition.parties, edition)
        assert read_hours(edition) == 1
        with pytest.raises(PublicationRefusee, match=r"\((disque en lecture seule|droits insuffisants)\) ; rien n’a changé"):
            publish_hours(2025, 2)
        assert verify_chain().faute == ""
    assert (list_numeros(), publish_hours(2025, 3).numero) == ([0, 1], 2)


@pytest.mark.parametrize("partir", [leave, unmount])
def test_a_folder_that_is_gone_refuses_a_publication_and_nothing_is_written_in_its_place(
        depot: Path, partir: Callable[[Path], None]) -> None:
    parent = publish_hours(2025, 1)
    partir(depot)
    with pytest.raises(PublicationRefusee, match=r"^L’édition 1 n’est plus dans « depot »"):
        publish_hours(2025, 2, parent)
    assert not depot.exists() or list(depot.iterdir()) == []
    come_back(depot)
    assert (list_numeros(), publish_hours(2025, 2).numero) == ([0, 1], 2)


@pytest.mark.parametrize("partir", [leave, unmount])
def test_rows_out_of_reach_are_said_in_french_and_read_again_when_they_are_back(
        depot: Path, partir: Callable[[Path], None]) -> None:
    base = Base(publish_hours(2025, 1))
    partir(depot)
    with pytest.raises(EditionIllisible) as refus:
        base.query(LECTURE)
    assert [mot for mot in ("IO Error", str(depot), "parquet", "\n") if mot in str(refus.value)] == []
    assert base.query("select count(*) > 0 as fait from resultats") == [{"fait": True}]
    come_back(depot)
    assert base.query(LECTURE) == [{"nombre": 1}]


def spoil_manifest(edition: Edition) -> None:
    (edition.depot / "editions" / "000002.json").write_bytes(b"{")


def spoil_rows(edition: Edition) -> None:
    edition.chemin(edition.partie("insertion_operations", 2026)).write_bytes(b"PAR1")


@pytest.mark.parametrize("abimer", [spoil_manifest, spoil_rows])
def test_nothing_is_published_over_a_damaged_edition_and_the_reason_is_the_true_one(
        depot: Path, abimer: Callable[[Edition], None]) -> None:
    montree = publish_hours(2025, 1)
    abimer(publish_hours(2026, 2))
    with pytest.raises(PublicationRefusee, match=r"^L’édition 2 ne se lit pas, rien n’a été écrit : .* sauvegarde\.$"):
        publish_hours(2025, 3, montree)
    assert [ligne["acte"] for ligne in read_entries()] == ["publication", "publication"]
    assert list_numeros() == [0, 1, 2]


def test_a_folder_without_the_right_to_read_is_said_closed() -> None:
    dossier = Path(tempfile.mkdtemp())  # outside pytest's own folders, which only root may enter when root runs the tests
    try:
        dossier.chmod(0o755)
        (dossier / "editions").mkdir()
        (dossier / "editions").chmod(0)
        code = ("import os\nfrom spapser.store import load_edition\nfrom spapser.store.registre import is_closed\n"
                "if not os.geteuid():\n    os.setgroups([]), os.setgid(65534), os.setuid(65534)\n"
                "print(is_closed(), load_edition().numero)")
        fini = subprocess.run([sys.executable, "-c", code], cwd=PROJET, capture_output=True, text=True, check=False, timeout=60,
                              env=os.environ | {"SPAPSER_DEPOT": str(dossier)})
        assert (fini.stdout, fini.stderr) == ("True 0\n", "")
    finally:
        (dossier / "editions").chmod(0o755)
        shutil.rmtree(dossier)


def test_a_folder_that_was_never_made_is_not_closed(depot: Path) -> None:
    assert not is_closed()
    publish_hours()
    assert not is_closed()
