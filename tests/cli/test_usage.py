"""The command line speaks French, and a command it cannot read ends with status 2."""

import re

import pytest

from spapser.cli import main
from tests.cli.lancement import run

ANGLAIS = re.compile(r"\b(usage|error|options? are|required|choose|argument is|show this|the following)\b")
COMMANDES = ("indicateurs", "verifier", "deposer", "editions", "annuler", "modele", "declaration", "documenter",
             "sauvegarder", "restaurer")
ILLISIBLES = [
    ([], "il manque commande"),
    (["verifir"], "« verifir » n’est pas admis, choisir parmi indicateurs"),
    (["indicateurs", "--annee", "deux"], "« deux » n’est pas un nombre entier"),
    (["indicateurs", "--json", "--csv"], "ne vont pas ensemble"),
    (["modele", "marchés"], "« marchés » n’est pas un jeu de données, choisir parmi cibles"),
    (["modele"], "il manque JEU"),
    (["editions", "un"], "« un » n’est pas un nombre entier"),
    (["deposer", "fichier.csv"], "il manque --jeu, --auteur, --motif"),
    (["deposer", "fichier.csv", "--jeu", "cibles", "--auteur"], "--auteur attend une valeur"),
    (["verifier", "fichier.csv"], "il manque --jeu"),
    (["annuler", "1", "--auteur", "Service"], "il manque --motif"),
    (["editions", "--tout"], "« --tout » n’est pas compris"),
]


def read(texte: str) -> str:
    return texte.replace("\u00a0", " ")


@pytest.mark.parametrize(("arguments", "mots"), ILLISIBLES, ids=[" ".join(arguments) for arguments, _ in ILLISIBLES])
def test_a_command_that_cannot_be_read_is_explained_in_one_sentence(
        arguments: list[str], mots: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as sortie:
        main(arguments)
    dit = capsys.readouterr()
    (phrase,) = dit.err.splitlines()
    assert (sortie.value.code, dit.out) == (2, "")
    assert mots in read(phrase)
    assert read(phrase).startswith("La commande est illisible : ")
    assert phrase.endswith("l’explique.")
    assert not ANGLAIS.search(phrase)


def test_the_status_reaches_the_shell() -> None:
    ended = run("verifir")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert len(ended.stderr.splitlines()) == 1


def test_help_names_every_command_and_the_statuses(capsys: pytest.CaptureFixture[str]) -> None:
    texte = show_help(capsys)
    assert read(texte).startswith("Utilisation : python -m spapser")
    assert [commande for commande in COMMANDES if f"\n    {commande} " not in texte] == []
    assert "1 quand une règle" in texte
    assert not ANGLAIS.search(texte)


@pytest.mark.parametrize("commande", COMMANDES)
def test_help_of_each_command_is_french(commande: str, capsys: pytest.CaptureFixture[str]) -> None:
    texte = show_help(capsys, commande)
    assert read(texte).startswith(f"Utilisation : python -m spapser {commande}")
    assert "affiche cette aide" in texte
    assert not ANGLAIS.search(texte)


def show_help(capsys: pytest.CaptureFixture[str], *commande: str) -> str:
    with pytest.raises(SystemExit) as sortie:
        main([*commande, "--aide"])
    assert sortie.value.code == 0
    return capsys.readouterr().out
