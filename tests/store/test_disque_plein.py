"""A real disk that is full: nothing is half-published, one French sentence says what to do, room made is enough to go on."""

import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from spapser.acces import operator
from spapser.acces.audit import read_entries, verify_chain
from spapser.depot.apercu import preview
from spapser.depot.parcours import Demande, examine, publish_examen
from spapser.depot.readers import texte
from spapser.errors import FichierIllisible, PublicationRefusee
from spapser.store import Atelier, Base, list_numeros, load_edition, sweep_depot, verify_parties
from spapser.store.ancrage import find_loose
from tests.store.disque import fill, mount_small
from tests.store.publication import publish_hours, read_hours

ENTETE = "operation;type_operation;annee;valeur;unite;nature;fiabilite\n"
ANGLAIS = ("No space", "Error", "Errno", "/tmp", "Traceback", "\n")


@pytest.fixture
def disque(depot: Path) -> Iterator[Path]:
    """The folder of editions on a disk of 300 KiB, with one publication."""
    with mount_small(depot, 300):
        publish_hours(2025, 1)
        yield depot


@pytest.fixture
def temporaire(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The temporary folder on a disk of 512 KiB."""
    with mount_small(tmp_path / "temporaire", 512) as dossier:
        monkeypatch.setattr(tempfile, "tempdir", str(dossier))
        yield dossier


def list_files(depot: Path) -> set[str]:
    return {str(fichier.relative_to(depot)) for fichier in depot.rglob("*") if fichier.is_file()}


def build_csv(lignes: int) -> bytes:
    """A file of hours that does not compress."""
    hasard = random.Random(3)
    suite = ";Travaux;2025;12;heures;realise;sure\n"
    return (ENTETE + "".join(f"Chantier {rang} {hasard.getrandbits(300):x}{suite}" for rang in range(lignes))).encode()


@pytest.mark.parametrize("laisse", [0, 4096, 8192, 16384, 32768])
def test_a_publication_on_a_full_disk_changes_nothing_and_the_next_one_succeeds(disque: Path, laisse: int) -> None:
    bourrage = fill(disque, laisse)
    for heures in (2, 3, 4, 5, 6, 7):
        try:
            publish_hours(2025, heures)
        except PublicationRefusee as refus:
            phrase = str(refus)
            break
    else:
        pytest.fail("le disque n’a pas manqué")
    avant = load_edition()
    verify_parties(avant.parties, avant)
    assert phrase == ("La publication n’a pas pu s’écrire dans « depot » (plus de place sur le disque) ; rien n’a changé : "
                      "rétablir l’accès ou la place sur le disque, puis publier de nouveau.")
    assert read_hours(avant) == heures - 1
    bourrage.unlink()
    assert publish_hours(2025, 99).numero == avant.numero + 1
    assert list_numeros() == list(range(avant.numero + 2))
    assert (read_hours(load_edition()), verify_chain().faute, find_loose(read_entries())) == (99, "", "")


def test_what_a_full_disk_left_is_no_edition_and_is_not_in_the_way(disque: Path) -> None:
    bourrage = fill(disque, 4096)
    with pytest.raises(PublicationRefusee):
        publish_hours(2025, 2)
    assert [nom for nom in list_files(disque) if nom.startswith("editions/")] == ["editions/000001.json"]
    bourrage.unlink()
    sweep_depot()
    (partie,) = load_edition().parties
    assert {nom for nom in list_files(disque) if nom.startswith(("donnees/", "originaux/"))} == {
        f"donnees/{partie.donnees}", f"originaux/{partie.original}"}


@pytest.mark.parametrize("vite_des", [texte.VITE_DES, -1])
@pytest.mark.parametrize("laisse", [0, 20_000])
def test_a_temporary_folder_without_room_is_said_in_french(temporaire: Path, laisse: int, vite_des: int,
                                                           monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texte, "VITE_DES", vite_des)
    bourrage, courante = fill(temporaire, laisse), Base(load_edition())
    with pytest.raises(FichierIllisible, match="faute de place") as refus:
        publish_csv(courante)
    assert [mot for mot in ANGLAIS if mot in str(refus.value)] == []
    assert list_numeros() == [0]
    assert [nom for nom in os.listdir(temporaire) if nom != "bourrage"] == []
    bourrage.unlink()
    assert publish_csv(courante).numero == 1


def test_a_content_without_room_leaves_nothing_of_it(temporaire: Path) -> None:
    with closing(Atelier()) as atelier:
        fill(temporaire, 100_000)
        with pytest.raises(FichierIllisible, match="faute de place"):
            atelier.write_file("copie", bytes(1 << 20))
        assert not (atelier.dossier / "copie").exists()


def test_a_content_is_written_whole_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("spapser.store.atelier.MORCEAU", 7)
    with closing(Atelier()) as atelier:
        assert atelier.write_file("copie", bytes(range(40))).read_bytes() == bytes(range(40))


def test_a_workbook_without_room_for_its_sheets_is_not_said_to_be_damaged(temporaire: Path) -> None:
    classeur = Path(__file__).parents[2] / "data" / "exemples" / "exemple-fictif-heures-2025.xlsx"
    fill(temporaire)
    with pytest.raises(FichierIllisible, match="faute de place"):
        examine(Demande("insertion_operations", classeur.name, classeur.read_bytes(), (2025,)), Base(load_edition()))


def publish_csv(courante: Base):
    """Deposit 300 rows by the path of the pages and of the command line."""
    examen = examine(Demande("insertion_operations", "heures.csv", build_csv(300), (2025,)), courante)
    try:
        apercu = preview(examen, courante)
        causes = [cause.cle for cause in examen.rapport.avertissements]
        return publish_examen(examen, apercu, operator("Camille"), "Essai", causes)
    finally:
        examen.close()


def test_rows_that_cannot_be_written_as_parquet_are_said_in_french(temporaire: Path) -> None:
    atelier = Atelier()
    hasard = random.Random(3)
    atelier.create_text("net", ["texte"], ((rang, f"{hasard.getrandbits(400):x}") for rang in range(20_000)))
    fill(temporaire)
    with pytest.raises(FichierIllisible, match="faute de place") as refus:
        atelier.execute(f"copy net to '{atelier.dossier}/net.parquet' (format parquet)")
    assert [mot for mot in ANGLAIS if mot in str(refus.value)] == []
    atelier.close()


def test_where_nothing_can_be_mounted_files_that_may_not_grow_say_the_same(tmp_path: Path) -> None:
    code = ("import resource, random\n"
            "from spapser.errors import FichierIllisible\n"
            "from spapser.store import Atelier\n"
            "atelier, hasard = Atelier(), random.Random(3)\n"
            "atelier.create_text('net', ['x'], ((r, f'{hasard.getrandbits(400):x}') for r in range(20_000)))\n"
            "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
            "for essai in (lambda: atelier.execute(f\"copy net to '{atelier.dossier}/n.parquet' (format parquet)\"),\n"
            "              lambda: atelier.write_file('brut', bytes(9000))):\n"
            "    try:\n"
            "        essai()\n"
            "    except FichierIllisible as refus:\n"
            "        print(refus)\n")
    fini = subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], capture_output=True, text=True, timeout=60,
                          env=os.environ | {"TMPDIR": str(tmp_path)}, check=False)
    assert fini.stderr == ""
    assert fini.stdout.splitlines() == ["Le fichier n’a pas pu être lu faute de place dans le dossier temporaire du serveur : y "
                                        "libérer de l’espace, puis le déposer de nouveau."] * 2
    assert os.listdir(tmp_path) == []
