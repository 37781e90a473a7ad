"""`verifier FICHIER`, `deposer`, `editions`, `annuler`: a scheduled import, from the file to the journal and back."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from spapser.cli import main
from spapser.store import list_numeros, load_edition
from tests.cli.fichiers import ABIMEES, HEURES, JEU, PERSONNES, SIGNE, read_json, write_douteuses
from tests.cli.lancement import assert_refused, run
from tests.server.lancement import PROJECT

ESPACES = str.maketrans("\u00a0\u202f", "  ")


@pytest.fixture(autouse=True)
def depot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of editions of its own."""
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path / "editions"))
    return tmp_path / "editions"


def test_a_clean_file_is_published_and_the_figures_follow() -> None:
    ended = run("deposer", str(HEURES), *JEU, *SIGNE)
    texte = ended.stdout.translate(ESPACES)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "Fichier accepté.\n13 lignes ajoutées" in texte
    assert "Heures d’insertion réalisées, 2025 : n.d. · sans cible chiffrée → 18 975 heures" in texte
    assert texte.splitlines()[-1].startswith("Publié : édition 1, publiée le ")
    heures = [r for r in json.loads(run("indicateurs", "--annee", "2025", "--json").stdout) if r["indicateur"] == "fa04_heures"]
    assert [r["valeur"] for r in heures] == [18_975]


def test_the_file_is_kept_to_the_byte_and_signed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deposer", str(HEURES), *JEU, *SIGNE, "--json"]) == 0
    dit = read_json(capsys)
    assert (dit["accepte"], dit["edition"], dit["lignes"], dit["annees"]) == (True, 1, 13, [2025])
    assert dit["effet"]["changements"][0]["ajoutees"] == 13
    edition = load_edition(1)
    assert edition.original(edition.parties[0]).read_bytes() == HEURES.read_bytes()
    assert (edition.publication.auteur, edition.publication.motif) == ("Service fictif", "Essai")


def test_a_refused_file_names_its_cells_and_publishes_nothing() -> None:
    ended = run("deposer", str(ABIMEES), *JEU, *SIGNE)
    texte = ended.stdout.translate(ESPACES)
    assert ended.returncode == 1
    for morceau in ("ligne 7, cellule B7, « Service »", "écrire « Services »", "« environ 300 » n’est pas un nombre",
                    "l’année « 2024 » n’est pas celle du dépôt (2025)", "la ligne répète la ligne 5",
                    "colonne « Valeur »", "causes bloquantes."):
        assert morceau in texte
    assert list_numeros() == [0]


def test_verifying_publishes_nothing_and_ends_like_a_deposit(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verifier", str(HEURES), *JEU, "--json"]) == 0
    assert read_json(capsys)["effet"]["phrase"].translate(ESPACES).startswith("13 lignes ajoutées")
    assert main(["verifier", str(ABIMEES), *JEU, "--json"]) == 1
    dit = read_json(capsys)
    assert (dit["accepte"], dit["effet"]) == (False, None)
    cause = next(cause for cause in dit["causes"] if cause["regle"] == "annee")
    assert cause["premieres"][0] | {"cellule": "C11", "ligne": 11, "valeur": "2024"} == cause["premieres"][0]
    assert list_numeros() == [0]


def test_the_annotated_file_is_written_beside_and_never_over_another(tmp_path: Path) -> None:
    annotee = tmp_path / "annotee.xlsx"
    assert main(["verifier", str(ABIMEES), *JEU, "--annotee", str(annotee)]) == 1
    ecrite = annotee.read_bytes()
    assert ecrite.startswith(b"PK")
    assert main(["verifier", str(ABIMEES), *JEU, "--annotee", str(annotee)]) == 1
    assert annotee.read_bytes() == ecrite
    assert main(["verifier", str(HEURES), *JEU, "--annotee", str(tmp_path / "rien.xlsx")]) == 0
    assert not (tmp_path / "rien.xlsx").exists()


def test_warnings_stop_until_somebody_accepts_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    douteuses = write_douteuses(tmp_path)
    assert main(["deposer", str(douteuses), *JEU, *SIGNE]) == 1
    dit = capsys.readouterr()
    assert "Avertissement" in dit.out
    assert "--accepter-avertissements" in dit.err
    assert list_numeros() == [0]
    assert main(["deposer", str(douteuses), *JEU, *SIGNE, "--accepter-avertissements"]) == 0
    (averti,) = load_edition(1).publication.avertissements
    assert averti.translate(ESPACES).startswith("Colonne « Valeur »")


@pytest.mark.parametrize("arguments", [("verifier",), ("deposer", *SIGNE)], ids=["verifier", "deposer"])
def test_an_unreadable_file_ends_with_status_two(arguments: tuple[str, ...], tmp_path: Path) -> None:
    coupe = tmp_path / "coupe.xlsx"
    coupe.write_bytes(HEURES.read_bytes()[:4000])
    for fichier, mots in ((coupe, "coupe.xlsx"), (tmp_path / "absent.csv", "n’existe pas")):
        ended = run(arguments[0], str(fichier), *JEU, *arguments[1:])
        assert (ended.returncode, ended.stdout) == (2, "")
        (phrase,) = ended.stderr.splitlines()
        assert mots in phrase
        assert "Traceback" not in phrase


def test_an_unreadable_file_is_an_error_for_programs_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verifier", str(tmp_path / "absent.csv"), *JEU, "--json"]) == 2
    assert read_json(capsys)["accepte"] is False


def test_personal_data_are_refused_and_not_repeated() -> None:
    ended = run("deposer", str(PERSONNES), *JEU, *SIGNE)
    assert_refused(ended, "«\N{NO-BREAK SPACE}Prénom\N{NO-BREAK SPACE}»", "données personnelles")
    assert "INVENTÉ" not in ended.stderr
    assert list_numeros() == [0]


def test_an_unsigned_publication_is_refused() -> None:
    ended = run("deposer", str(HEURES), *JEU, "--auteur", " ", "--motif", "Essai")
    assert ended.returncode == 1
    assert "n’est pas signée" in ended.stderr
    assert list_numeros() == [0]


def test_the_same_file_twice_is_said_first(capsys: pytest.CaptureFixture[str]) -> None:
    main(["deposer", str(HEURES), *JEU, *SIGNE])
    capsys.readouterr()
    assert main(["verifier", str(HEURES), *JEU]) == 0
    assert "déjà été déposé" in capsys.readouterr().out.splitlines()[1]


def test_the_journal_tells_every_edition_and_a_publication_is_undone(capsys: pytest.CaptureFixture[str]) -> None:
    main(["deposer", str(HEURES), *JEU, *SIGNE])
    assert main(["annuler", "1", *SIGNE, "--json"]) == 0
    capsys.readouterr()
    assert main(["editions", "--json"]) == 0
    editions = read_json(capsys)
    assert [e["numero"] for e in editions] == [0, 1, 2]
    assert [e["publication"]["nature"] for e in editions[1:]] == ["depot", "annulation"]
    assert main(["editions", "1"]) == 0
    detail = capsys.readouterr().out
    assert "exemple-fictif-heures-2025.xlsx, SHA-256 " in detail
    assert "dépôt par Service fictif : Essai" in detail
    assert main(["editions"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3
    assert load_edition(2).parties == ()


@pytest.mark.parametrize(("arguments", "mots"), [
    (("annuler", "0", *SIGNE), "livrée avec le produit"), (("annuler", "7", *SIGNE), "L’édition 7 n’existe pas"),
    (("editions", "7"), "L’édition 7 n’existe pas")], ids=["edition 0", "annuler 7", "editions 7"])
def test_an_edition_that_cannot_be_is_one_sentence(arguments: tuple[str, ...], mots: str) -> None:
    assert_refused(run(*arguments), mots)


def test_a_terminal_sees_how_far_it_is_and_a_log_does_not() -> None:
    assert "%" not in run("verifier", str(HEURES), *JEU).stderr
    maitre, esclave = pty.openpty()
    command = [sys.executable, "-m", "spapser", "verifier", str(HEURES), *JEU]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, stderr=esclave) as process:
        os.close(esclave)
        process.stdout.read()
        assert process.wait(60) == 0
    vu = os.read(maitre, 65_536).decode()
    os.close(maitre)
    assert "100 %" in vu
    assert "Lecture de la feuille" in vu
    assert vu.endswith("\r\x1b[2K")
