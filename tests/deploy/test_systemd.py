"""The units of systemd: understood, closed, and run by a script that proves each backup."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.server.chromium import give_up
from tests.server.lancement import PROJECT
from tests.store.publication import publish_hours

UNITES = sorted((PROJECT / "deploy/systemd").glob("spapser*.service"))
EXPOSITION = 15  # out of 100: systemd calls « OK » what is below 25, an ordinary unit is at 96


def find_systemd() -> str:
    outil = shutil.which("systemd-analyze")
    if outil is None:
        give_up("systemd absent : les unités de deploy/systemd ne sont pas vérifiées")
    return outil


@pytest.mark.parametrize("unite", UNITES, ids=lambda u: u.stem)
def test_unit_is_closed(unite: Path) -> None:
    fini = subprocess.run([find_systemd(), "security", "--offline=yes", f"--threshold={EXPOSITION}", str(unite)],
                          capture_output=True, text=True, timeout=60, check=False)
    assert fini.returncode == 0, fini.stdout + fini.stderr


def test_units_are_understood(tmp_path: Path) -> None:
    for source in (PROJECT / "deploy/systemd").glob("spapser*.*"):
        texte = source.read_text("utf-8").replace("/opt/spapser/.venv/bin/python", "/bin/sh")
        texte = texte.replace("/opt/spapser", str(PROJECT))
        (tmp_path / source.name).write_text(texte, "utf-8")
    fini = subprocess.run([find_systemd(), "verify", *map(str, tmp_path.glob("*.service")), *map(str, tmp_path.glob("*.timer"))],
                          capture_output=True, text=True, timeout=60, check=False)
    dites = [ligne for ligne in fini.stderr.splitlines() if "spapser" in ligne]
    assert dites == []


def test_service_listens_to_the_machine_only() -> None:
    texte = (PROJECT / "deploy/systemd/spapser.service").read_text("utf-8")
    assert "--server.address 127.0.0.1" in texte
    assert "IPAddressDeny=any\nIPAddressAllow=localhost" in texte


def run_script(archives: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(PROJECT / "deploy/sauvegarder.sh")], capture_output=True, text=True, timeout=120, check=False,
                          env=os.environ | {"SAUVEGARDES": str(archives), "PYTHON": sys.executable, "JOURS_GARDES": "35"})


def test_script_proves_each_backup_and_forgets_the_old_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path / "depot"))
    publish_hours()
    archives = tmp_path / "archives"
    archives.mkdir()
    vieille = archives / "spapser-20200101-000000.tar.gz"
    vieille.write_bytes(b"")
    os.utime(vieille, (0, 0))
    fini = run_script(archives)
    assert fini.returncode == 0, fini.stderr
    assert "Restauré" in fini.stdout
    (seule,) = archives.iterdir()
    assert seule != vieille


def test_script_keeps_the_old_ones_when_the_new_one_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path / "absent"))
    vieille = tmp_path / "spapser-20200101-000000.tar.gz"
    vieille.write_bytes(b"")
    os.utime(vieille, (0, 0))
    fini = run_script(tmp_path)
    assert (fini.returncode, vieille.exists()) == (1, True)
    assert "n’existe pas" in fini.stderr
