"""Run the command line as a person does."""

import subprocess
import sys
from pathlib import Path

from tests.server.lancement import PROJECT


def run(*arguments: str, dossier: Path = PROJECT) -> subprocess.CompletedProcess[str]:
    """`python -m spapser …` in a folder, English locale."""
    return subprocess.run([sys.executable, "-m", "spapser", *arguments], cwd=dossier, capture_output=True, text=True,
                          encoding="utf-8", timeout=60, check=False)


def assert_refused(ended: subprocess.CompletedProcess[str], *mots: str) -> None:
    """It ended with status 1 and one French sentence that holds these words."""
    assert ended.returncode == 1
    assert ended.stdout == ""
    lignes = ended.stderr.splitlines()
    assert len(lignes) == 1, ended.stderr
    assert lignes[0].endswith(".")
    assert "Traceback" not in ended.stderr
    assert [mot for mot in mots if mot not in lignes[0]] == []
