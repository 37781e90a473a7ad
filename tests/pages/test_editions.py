"""The edition on screen: the last whole one, or the one in the address; said on every page, kept from page to page."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from spapser.store import load_edition
from tests.pages.depot import AUTEUR, publish_rows, read_rows, shift_row, shift_year
from tests.pages.ecran import Ecran
from tests.server.lancement import PROJECT

HEURES = "insertion_operations"


@pytest.fixture(autouse=True)
def depot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two publications of the hours of 2025: the second one corrects the first."""
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path / "depot"))
    annee, lignes = shift_year(HEURES)
    publish_rows(HEURES, annee, lignes, "heures 2025.csv", "Heures de l’année")
    publish_rows(HEURES, annee, lignes[:1], "heures 2025 bis.csv", "Correction <b>des heures</b>")
    return tmp_path / "depot"


def open_page(page: str = "", **adresse: str) -> AppTest:
    essai = AppTest.from_file(PROJECT / "app.py", default_timeout=60)
    essai.query_params.update(adresse)
    essai.run()
    return essai.switch_page(f"pages/{page}.py").run() if page else essai


def read_bandeau(essai: AppTest) -> str:
    return " ".join(html for html in Ecran(essai).htmls if 'class="bandeau"' in html)


def read_texte(essai: AppTest) -> str:
    return "\n".join(Ecran(essai).textes)


def test_the_last_publication_is_shown_and_its_year_is_there() -> None:
    essai = open_page("fa04_heures_insertion")
    assert Ecran(essai).annee == "2025"
    assert read_bandeau(essai) == ""
    assert "heures 2025 bis.csv (édition\u00a02)" in read_texte(essai)
    assert "Édition 2, publiée le" in read_texte(essai)


def test_the_past_is_shown_as_it_was_and_said() -> None:
    essai = open_page("fa04_heures_insertion", edition="1")
    bandeau = read_bandeau(essai)
    assert "Vous regardez l’édition 1" in bandeau
    assert "Heures de l’année" in bandeau
    texte = read_texte(essai)
    assert "heures 2025.csv (édition\u00a01)" in texte
    assert "bis" not in texte


def test_the_edition_that_shipped_has_its_own_years() -> None:
    essai = open_page(edition="0", annee="2025")
    assert "Vous regardez l’édition 0" in read_bandeau(essai)
    assert Ecran(essai).annee == "2024"
    assert "fichiers déposés" not in read_texte(essai)


def test_the_past_is_kept_from_page_to_page_and_left_by_its_button() -> None:
    essai = open_page(edition="1")
    for page in ("trajectoires", "donnees", "journal", "fa04_heures_insertion"):
        essai.switch_page(f"pages/{page}.py").run()
        assert "Vous regardez l’édition 1" in read_bandeau(essai)
    essai.button(key="retour_present").click().run()
    assert read_bandeau(essai) == ""
    assert "heures 2025 bis.csv (édition\u00a02)" in read_texte(essai)


@pytest.mark.parametrize("demande", ["9", "99999999", "-1", "1.0", "²", "abc", "<b>1</b>"])
def test_an_unknown_number_is_said_and_the_present_is_shown(demande: str) -> None:
    essai = open_page(edition=demande)
    assert [erreur.value for erreur in essai.exception] == []
    bandeau = read_bandeau(essai)
    assert "n’existe pas" in bandeau
    assert "<b>" not in bandeau
    assert "Édition 2, publiée le" in read_texte(essai)


def test_the_reason_of_an_edition_is_never_markup() -> None:
    publish_rows(HEURES, 2025, shift_year(HEURES)[1][:2], "trois.csv")
    bandeau = read_bandeau(open_page(edition="2"))
    assert "Correction &lt;b&gt;des heures&lt;/b&gt;" in bandeau


def test_a_publication_by_somebody_else_is_seen_at_the_next_run() -> None:
    essai = open_page("fa04_heures_insertion")
    publish_rows(HEURES, 2025, shift_year(HEURES)[1][:2], "heures ter.csv")
    assert "heures ter.csv (édition\u00a03)" in read_texte(essai.run())


def test_a_year_without_anything_else_than_a_target_or_an_action_can_be_chosen_but_does_not_come_first() -> None:
    publish_rows("cibles", 2027, [shift_row(ligne, 2027) for ligne in read_rows("cibles")])
    essai = open_page()
    assert Ecran(essai).annee == "2025"
    essai.button_group(key="annee").set_value("2027").run()
    assert [erreur.value for erreur in essai.exception] == []
    assert "2027" in Ecran(essai).elements("h1")[0]


def cut_manifest(depot: Path) -> None:
    (depot / "editions" / "000002.json").write_bytes(b"{")


def alter_rows(depot: Path) -> None:
    edition = load_edition(2)
    edition.chemin(edition.parties[0]).write_bytes(b"PAR1")


def lose_rows(depot: Path) -> None:
    for fichier in (depot / "donnees").glob("*.parquet"):
        fichier.unlink()


@pytest.mark.parametrize(("abimer", "montree"), [(cut_manifest, 1), (alter_rows, 1), (lose_rows, 0)])
def test_an_edition_that_cannot_be_read_gives_way_to_the_last_whole_one_and_it_is_said(
        depot: Path, abimer: Callable[[Path], None], montree: int) -> None:
    essai = open_page()
    abimer(depot)
    essai.run()
    assert [erreur.value for erreur in essai.exception] == []
    assert f"l’édition {montree}, entière, est montrée" in read_bandeau(essai)
    assert f"Édition {montree}, " in read_texte(essai)


def test_an_edition_restored_from_a_backup_is_shown_again(depot: Path) -> None:
    manifeste = depot / "editions" / "000002.json"
    sauvegarde = manifeste.read_bytes()
    cut_manifest(depot)
    essai = open_page()
    assert "est montrée" in read_bandeau(essai)
    manifeste.write_bytes(sauvegarde)
    assert read_bandeau(essai.run()) == ""


def test_the_data_page_names_the_deposited_files_and_their_edition() -> None:
    assert "heures 2025 bis.csv (édition\u00a02)" in read_texte(open_page("donnees"))


def test_the_author_is_in_the_journal_only(depot: Path) -> None:
    assert json.loads((depot / "editions" / "000001.json").read_text("utf-8"))["publication"]["auteur"] == AUTEUR
    assert AUTEUR not in read_texte(open_page(edition="1"))
    assert AUTEUR in read_texte(open_page("journal"))
