"""The audit log through crashes and among processes: whole, or made whole by the next write."""

import subprocess
import sys
from pathlib import Path

import pytest

from spapser.acces.audit import read_entries, record, verify_chain
from spapser.errors import AccesRefuse
from spapser.store import Publication, load_edition, restore
from tests.acces.journal import QUI, find_fault
from tests.server.lancement import PROJECT, environment
from tests.store.publication import publish_hours


def test_a_line_torn_by_a_crash_is_removed_and_the_chain_goes_on(journal: Path) -> None:
    with journal.open("ab") as flux:
        flux.write(b'{"rang": 6, "da')
    assert find_fault() == ""
    record("refus", QUI, {})
    assert (verify_chain().lignes, find_fault()) == (6, "")


def test_a_crash_between_line_and_head_loses_neither(journal: Path) -> None:
    tete = journal.parent / "tete.json"
    ancienne = tete.read_bytes()
    record("refus", QUI, {})
    tete.write_bytes(ancienne)
    assert find_fault() == ""
    record("refus", QUI, {})
    assert (verify_chain().lignes, find_fault()) == (7, "")


def test_four_processes_write_one_chain(depot: Path) -> None:
    code = ("from spapser.acces import operator\nfrom spapser.acces.audit import record\n"
            "for rang in range(25): record('essai', operator('Camille'), {'rang': rang})")
    processus = [subprocess.Popen([sys.executable, "-c", code], cwd=PROJECT, env=environment()) for _ in range(4)]
    assert [p.wait(60) for p in processus] == [0] * 4
    assert (verify_chain().lignes, verify_chain().faute) == (100, "")


def test_a_refused_undo_is_written_down(depot: Path) -> None:
    from spapser.acces import VISITEUR
    with pytest.raises(AccesRefuse):
        restore(load_edition(), (), Publication("2026-11-25T10:00:00+01:00", "", "x", "annulation", 0), VISITEUR)
    (ligne,) = read_entries()
    assert (ligne["acte"], ligne["objet"]) == ("refus", {"demande": "annuler une édition"})


def test_a_publication_killed_at_any_moment_leaves_a_log_that_the_next_one_makes_whole(depot: Path) -> None:
    publish_hours(2025, 1)
    tues, dites = 0, set()
    for rang in range(3, 45, 3):
        fini = subprocess.run([sys.executable, "-m", "tests.store.publication", "2025", str(rang), str(rang)], cwd=PROJECT,
                              env=environment(), capture_output=True, timeout=60, check=False)
        tues += fini.returncode == -9
        dites.add(find_fault().partition(" est inscrite")[2])
        assert verify_chain().faute == ""
    publish_hours(2025, 7)
    assert find_fault() == ""
    assert tues >= 5
    assert dites <= {"", " au journal d’audit et absente du dossier : publication interrompue à cet instant, ou édition "
                         "retirée ; comparer avec les sauvegardes."}
