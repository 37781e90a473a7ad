"""The effect of a deposit that holds small numbers: neither the command, nor the manifest, nor the journal tells them."""

import csv
import io
from pathlib import Path

import pytest

from spapser.store import load_edition
from tests.cli.lancement import run
from tests.exports.secret import ANNEE, AUTRE, LIGNES, list_leaks, make_row
from tests.pages.ecran import visit

CDD = ("situation au 31 décembre", "En parcours", "CDD")


@pytest.fixture(autouse=True)
def editions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path / "editions"))
    return tmp_path / "editions" / "editions"


def deposit(dossier: Path, annee: int, lignes: list[tuple]) -> str:
    """Check then publish these rows as a file; what both commands print, but for what they quote of the file."""
    rangees = [make_row(*ligne) | {"annee": str(annee)} for ligne in lignes]
    flux = io.StringIO()
    ecrivain = csv.DictWriter(flux, list(rangees[0]), delimiter=";")
    ecrivain.writeheader()
    ecrivain.writerows(rangees)
    fichier = dossier / f"publics-{annee}.csv"
    fichier.write_text(flux.getvalue(), "utf-8")
    jeu = ("--jeu", "insertion_publics", "--annee", str(annee))
    signe = ("--accepter-avertissements", "--auteur", "Service", "--motif", "Essai")
    return run("verifier", str(fichier), *jeu).stdout + run("deposer", str(fichier), *jeu, *signe).stdout


def read_journal() -> str:
    """The journal as anybody reads it, on its last publication."""
    journal = visit("journal", ANNEE)
    return "\n".join([*journal.textes, *journal.htmls])


def test_the_effect_of_a_deposit_keeps_the_secret(tmp_path: Path, editions: Path) -> None:
    for numero, plus in enumerate((0, 10), 1):
        lignes = [(*cle, valeur + (plus if cle[1] == "Sortis du dispositif" else 0)) for *cle, valeur in LIGNES]
        dite = deposit(tmp_path, ANNEE, lignes)
        assert list_leaks("\n".join(ligne for ligne in dite.splitlines() if "→" in ligne)) == []
        assert load_edition().numero == numero
        assert list_leaks((editions / f"{numero:06d}.json").read_text("utf-8")) == []
    journal = read_journal()
    assert list_leaks(journal) == []
    assert "112,4" in journal  # a public number that moved is told


def test_a_warning_kept_in_the_journal_quotes_no_number_of_people(tmp_path: Path, editions: Path) -> None:
    deposit(tmp_path, ANNEE, [(*cle, 87.5 if tuple(cle) == CDD else valeur) for *cle, valeur in LIGNES])
    dite = deposit(tmp_path, ANNEE + 1, LIGNES)
    assert str(AUTRE) in dite  # who deposits the file is told which cell is meant
    (averti,) = [texte for texte in load_edition(2).publication.avertissements if "précédente" in texte]
    assert averti.endswith("«\u00a0…\u00a0» alors que l’année précédente donne …")
    for texte in ((editions / "000002.json").read_text("utf-8"), read_journal()):
        assert list_leaks(texte) == []
        assert str(AUTRE) not in texte
