"""The bar of the command line: drawn on a terminal while a file is read, gone at the end, never written elsewhere."""

import os
import pty
import subprocess
import sys
from pathlib import Path

from tests.pages.bureau import BON

PROJET = Path(__file__).parents[2]


def verify(fichier: Path, dossier: Path, erreurs: int) -> int:
    """The exit status of a verification whose error output goes there."""
    commande = [sys.executable, "-m", "spapser", "verifier", str(fichier), "--jeu", "insertion_operations"]
    return subprocess.run(commande, cwd=PROJET, env=os.environ | {"SPAPSER_DEPOT": str(dossier)}, stderr=erreurs,
                          stdout=subprocess.DEVNULL, check=False).returncode


def test_the_bar_is_drawn_on_a_terminal_then_erased(tmp_path: Path) -> None:
    fichier = tmp_path / "heures.csv"
    fichier.write_text(BON, "utf-8")
    maitre, esclave = pty.openpty()
    assert verify(fichier, tmp_path / "editions", esclave) == 0
    os.close(esclave)
    vu = read(maitre)
    assert "█" in vu
    assert " % Lecture" in vu or " % Recherche de données personnelles" in vu
    assert vu.endswith("\x1b[2K")


def test_nothing_of_it_goes_to_a_file(tmp_path: Path) -> None:
    fichier, sortie = tmp_path / "heures.csv", tmp_path / "erreurs.txt"
    fichier.write_text(BON, "utf-8")
    with sortie.open("wb") as flux:
        assert verify(fichier, tmp_path / "editions", flux.fileno()) == 0
    assert sortie.read_bytes() == b""


def read(maitre: int) -> str:
    """What a terminal was sent."""
    morceaux = []
    try:
        while morceau := os.read(maitre, 1 << 16):
            morceaux.append(morceau)
    except OSError:  # the other end is closed and all is read
        pass
    os.close(maitre)
    return b"".join(morceaux).decode()
