"""What the product is made of: every package at one version, with its hashes, under a licence that a town may use."""

import importlib.util
import json
import re
import subprocess
import sys

import pytest

from tests.server.lancement import PROJECT

FICHIERS = ("requirements", "requirements-dev", "requirements-audit", "requirements-bench", "requirements-spark")
PAQUET = re.compile(r"^([a-z0-9][\w.-]*)==(\S+)", re.MULTILINE)
ADMISES = re.compile(r"MIT|MIT License|MIT-0|MIT-CMU|BSD.*|3-Clause BSD.*|0BSD|Apache.*|ISC.*|PSF-2.0|"
                     r"Python Software Foundation.*|Mozilla.*|MPL-2.0|SIL Open Font License.*|Zlib|CC0-1.0|HPND|Unlicense|"
                     r"The Unlicense.*")
# Dual or plainly written licences that the list above cannot split; each was read.
LUES = {"text-unidecode": "Artistic License, at the choice of the user; tests only (brought by frictionless)"}


def read(nom: str) -> str:
    return (PROJECT / nom).read_text("utf-8")


@pytest.mark.parametrize("fichier", FICHIERS)
def test_every_locked_package_has_hashes(fichier: str) -> None:
    blocs = re.split(r"\n(?=[a-z0-9])", re.sub(r"^\s*#.*\n", "", read(f"{fichier}.txt"), flags=re.MULTILINE))
    assert len(blocs) > (2 if fichier == "requirements-spark" else 10)
    assert [bloc[:60] for bloc in blocs if not PAQUET.match(bloc) or "--hash=sha256:" not in bloc] == []


@pytest.mark.parametrize("fichier", FICHIERS)
def test_what_is_asked_is_pinned_and_is_what_is_locked(fichier: str) -> None:
    demandes = [ligne.split("#")[0].strip() for ligne in read(f"{fichier}.in").splitlines()]
    demandes = [ligne for ligne in demandes if ligne and not ligne.startswith("-")]
    assert [ligne for ligne in demandes if not PAQUET.match(ligne)] == []
    verrouilles = dict(PAQUET.findall(read(f"{fichier}.txt")))
    assert {d: verrouilles.get(d.split("==")[0]) for d in demandes if verrouilles.get(d.split("==")[0]) != d.split("==")[1]} == {}


def test_tests_run_on_the_versions_that_serve() -> None:
    produit, tests = (set(PAQUET.findall(read(f"{nom}.txt"))) for nom in FICHIERS[:2])
    assert produit - tests == set()


def test_installation_requires_the_hashes() -> None:
    commandes = [ligne for ligne in read("Makefile").splitlines() if "pip install" in ligne and "-r " in ligne]
    assert len(commandes) >= 3
    assert [commande for commande in commandes if "--require-hashes" not in commande] == []


def test_a_package_with_another_content_is_refused(tmp_path) -> None:
    faux = tmp_path / "requirements.txt"
    faux.write_text(f"segno=={dict(PAQUET.findall(read('requirements.txt')))['segno']} --hash=sha256:{'0' * 64}\n")
    fini = subprocess.run([sys.executable, "-m", "pip", "install", "--require-hashes", "--no-deps", "--target",
                           str(tmp_path / "x"), "-r", str(faux)], capture_output=True, text=True, timeout=60, check=False)
    assert fini.returncode != 0
    assert not (tmp_path / "x").exists()


def test_each_direct_package_has_its_line_in_the_dependencies() -> None:
    documente = read("docs/dependances.md")
    demandes = [nom for fichier in FICHIERS for nom, _ in PAQUET.findall(read(f"{fichier}.in"))]
    assert [nom for nom in demandes if f"| {nom} |" not in documente] == []


def test_licences_are_those_a_town_may_use() -> None:
    fini = subprocess.run([sys.executable, "-m", "piplicenses", "--from=mixed", "--format=json"], capture_output=True, text=True,
                          timeout=60, check=True)
    verrouilles = {nom.lower().replace("_", "-") for nom, _ in PAQUET.findall(read("requirements-dev.txt"))}
    installes = [p for p in json.loads(fini.stdout) if p["Name"].lower().replace("_", "-") in verrouilles]
    assert len(installes) > 50
    assert {p["Name"]: p["License"] for p in installes if not is_admise(p["License"]) and p["Name"] not in LUES} == {}


def is_admise(licence: str) -> bool:
    """Every part of a cumulated licence, one part of a choice."""
    return any(all(ADMISES.fullmatch(part.strip("() ")) for part in re.split(r" AND |; ", choix))
               for choix in licence.split(" OR "))


@pytest.mark.parametrize(("paquets", "statut", "mot"), [
    ([], 0, "injoignable"),
    ([{"name": "a", "skip_reason": "not found"}], 0, "injoignable"),
    ([{"name": "a", "version": "1", "vulns": []}, {"name": "b", "skip_reason": "x"}], 0, "1 inconnus"),
    ([{"name": "a", "version": "1", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2"]}]}], 1, "PYSEC-1"),
], ids=["no answer", "all skipped", "some skipped", "vulnerable"])
def test_the_report_never_takes_silence_for_safety(paquets: list, statut: int, mot: str) -> None:
    spec = importlib.util.spec_from_file_location("vulnerabilites", PROJECT / ".ci" / "vulnerabilites.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    rendu, phrases = module.judge(paquets)
    assert (rendu, mot in phrases) == (statut, True)
