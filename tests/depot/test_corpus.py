"""Altered files that once broke a reader, found by `bench/fuzz.py`: each is a table or one French sentence, at little cost."""

import subprocess
import sys
from pathlib import Path

import pytest

from spapser.catalogue import load_catalogue
from spapser.depot.readers import list_feuilles, read_file
from spapser.errors import SpapserError

FICHIERS = sorted(Path(__file__).with_name("corpus").iterdir())
MO = 1024  # ru_maxrss counts in KiB
MESURE = """
import resource, subprocess, sys
subprocess.run([sys.executable, "-I", *sys.argv[1:]], stdin=sys.stdin, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


@pytest.mark.parametrize("fichier", FICHIERS, ids=lambda fichier: fichier.name)
def test_what_broke_once_is_read_or_refused(fichier: Path) -> None:
    jeu = load_catalogue().jeu("contrats" if fichier.suffix in (".json", ".xml") else "insertion_operations")
    phrase = "Lu."
    try:
        list_feuilles(fichier.name, fichier.read_bytes())
        read_file(fichier.name, fichier.read_bytes(), jeu).atelier.close()
    except SpapserError as refus:
        phrase = str(refus)
    assert phrase.endswith(".")
    assert len(phrase.splitlines()) == 1


def test_a_small_workbook_that_asks_for_gigabytes_is_ended_early() -> None:
    extraction = Path(sys.modules["spapser.depot.readers"].__file__).with_name("extraction")
    with (Path(__file__).with_name("corpus") / "xls-0476ee4435cc.xls").open("rb") as flux:
        dite = subprocess.run([sys.executable, "-c", MESURE, str(extraction)], stdin=flux, capture_output=True, text=True,
                              check=True)
    assert int(dite.stdout) < 512 * MO
