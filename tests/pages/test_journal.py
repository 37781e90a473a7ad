"""The journal: every publication with its file and its figures, the way to undo it, and what it says when there is none."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from spapser.errors import PublicationRefusee
from spapser.exports.nom import safe_name
from spapser.store import Base, list_numeros, load_edition
from spapser.ui import poste
from spapser.ui.balises import unmark
from tests.pages.depot import AUTEUR, publish_rows, read_rows
from tests.pages.ecran import Ecran, visit

JEU = "cibles"
HEURES = "fa04_heures"
NOM = "cibles 2024 (v2).csv"


@pytest.fixture(autouse=True)
def depot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of editions."""
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path / "depot"))
    return tmp_path / "depot"


def publish_cible(valeur: str, nom: str = NOM, motif: str = "Nouvelle délibération") -> None:
    """Publish the targets of 2024, that of the hours being `valeur`."""
    lignes = read_rows(JEU)
    for ligne in lignes:
        if ligne["indicateur"] == HEURES and ligne["retenue"] == "oui":
            ligne["valeur"] = valeur
    publish_rows(JEU, 2024, lignes, nom, motif)


def read_cible() -> float:
    """The target of the hours of 2024 in the last edition."""
    lignes = Base(load_edition()).query("select valeur from cibles where indicateur = ? and annee = 2024 and retenue", [HEURES])
    return lignes[0]["valeur"]


def read_texte(essai: AppTest) -> str:
    return "\n".join(Ecran(essai).textes)


def open_journal() -> AppTest:
    essai = visit("journal", 2024).essai
    assert [erreur.value for erreur in essai.exception] == []
    return essai


def test_an_empty_journal_explains_what_it_will_hold() -> None:
    texte = read_texte(open_journal())
    assert "Aucune publication pour l’instant" in texte
    assert "Rien ne s’efface" in texte


def test_each_publication_says_who_when_why_which_file_and_how_many_rows() -> None:
    publish_cible("30000")
    texte = read_texte(open_journal())
    for morceau in (AUTEUR, "Nouvelle délibération", NOM, "Édition 1", "Dépôt de fichier"):
        assert morceau in texte
    edition = load_edition(1)
    assert edition.parties[0].original in texte
    ligne = [cellule for cellule in Ecran(open_journal()).elements("td") if cellule == str(len(read_rows(JEU)))]
    assert ligne


def list_boutons(essai: AppTest) -> list[str]:
    return [noeud.proto.label for noeud in Ecran(essai).noeuds if noeud.type in ("download_button", "button")]


def test_the_original_is_offered_until_it_is_altered() -> None:
    publish_cible("30000")
    assert f"Télécharger l’original · {unmark(NOM)}" in list_boutons(open_journal())
    edition = load_edition(1)
    edition.original(edition.parties[0]).write_bytes(b"autre chose")
    essai = open_journal()
    assert not [bouton for bouton in list_boutons(essai) if "original" in bouton]
    assert "manque ou a été modifié" in read_texte(essai)


@pytest.mark.parametrize(("nom", "attendu"), [
    ("heures 2025.xlsx", "heures 2025.xlsx"), ("../../etc/passwd", "_.._etc_passwd"), ("a\r\nb.csv", "a__b.csv"),
    ('x";rm -rf.csv', "x_;rm -rf.csv"), ("  ..  ", "fichier"), ("", "fichier"), ("exe\u202efdp.csv", "exe_fdp.csv"),
    ("é" * 200 + ".csv", "é" * 116 + ".csv"), ("C:\\dossier\\f.csv", "C__dossier_f.csv")])
def test_the_name_of_a_file_given_back_is_no_path_and_no_trap(nom: str, attendu: str) -> None:
    assert safe_name(nom) == attendu
    assert len(safe_name(nom)) <= 120


def test_undoing_shows_what_it_changes_then_needs_a_name_and_a_reason() -> None:
    publish_cible("100000")
    essai = open_journal()
    essai.button(key="preparer_1").click().run()
    texte = read_texte(essai)
    assert "lignes retirées" in texte
    assert "partiellement atteint" in texte
    assert list_numeros() == [0, 1]
    essai.button(key="publier_annuler_1").click().run()
    assert "n’est pas signée" in read_texte(essai)
    assert list_numeros() == [0, 1]
    essai.text_input(key="auteur_annuler_1").set_value("Camille")
    essai.text_input(key="motif_annuler_1").set_value("Mauvaise délibération")
    essai.button(key="publier_annuler_1").click().run()
    assert "Édition 2 publiée\u00a0: l’édition 1 est annulée." in read_texte(essai)
    assert read_cible() == 25_000
    publication = load_edition(2).publication
    assert (publication.auteur, publication.motif, publication.nature) == ("Camille", "Mauvaise délibération", "annulation")


def test_an_undoing_prepared_before_somebody_else_published_is_refused() -> None:
    publish_cible("30000")
    essai = open_journal()
    essai.button(key="preparer_1").click().run()
    publish_rows("structures", 2025, [], "vide.csv")
    essai.text_input(key="auteur_annuler_1").set_value("Camille")
    essai.text_input(key="motif_annuler_1").set_value("Trop tard")
    essai.button(key="publier_annuler_1").click().run()
    assert f"vient d’être publiée par {AUTEUR}" in read_texte(essai)
    assert list_numeros() == [0, 1, 2]


def test_a_publication_that_a_later_one_replaced_says_why_it_cannot_be_undone() -> None:
    publish_cible("30000")
    publish_cible("31000", "suite.csv")
    essai = open_journal()
    essai.selectbox(key="publication").select("1").run()
    essai.button(key="preparer_1").click().run()
    assert "annuler d’abord la plus récente" in read_texte(essai)
    assert list_numeros() == [0, 1, 2]


@pytest.mark.parametrize("raison", ["why_server", "why_visit"])
def test_from_elsewhere_one_reads_the_journal_but_neither_undoes_nor_takes_the_files(
        monkeypatch: pytest.MonkeyPatch, raison: str) -> None:
    publish_cible("30000")
    monkeypatch.setattr(poste, raison, lambda *arguments: "La publication est fermée : essai.")
    essai = open_journal()
    assert "La publication est fermée" in read_texte(essai)
    assert not [bouton for bouton in list_boutons(essai) if "original" in bouton or "annulation" in bouton]
    assert NOM in read_texte(essai)


def test_closed_meanwhile_means_refused_at_the_moment_of_publishing(monkeypatch: pytest.MonkeyPatch) -> None:
    publish_cible("30000")
    essai = open_journal()
    essai.button(key="preparer_1").click().run()
    from spapser.ui import annulation
    monkeypatch.setattr(annulation, "require_open", refuse)
    essai.text_input(key="auteur_annuler_1").set_value("Camille")
    essai.text_input(key="motif_annuler_1").set_value("Essai")
    essai.button(key="publier_annuler_1").click().run()
    assert list_numeros() == [0, 1]
    assert "La publication est fermée" in read_texte(essai)


def refuse(*acte: object) -> None:
    raise PublicationRefusee("La publication est fermée.")


def cut(manifeste: Path) -> None:
    manifeste.write_bytes(manifeste.read_bytes()[:50])


@pytest.mark.parametrize("abimer", [cut, Path.unlink])
def test_an_unreadable_edition_is_not_passed_over_in_silence(depot: Path, abimer: Callable[[Path], None]) -> None:
    publish_cible("30000")
    publish_cible("31000", "suite.csv")
    abimer(depot / "editions" / "000001.json")
    essai = open_journal()
    assert "suite.csv" in read_texte(essai)
    assert ("000001.json" in read_texte(essai)) is (abimer is cut)
