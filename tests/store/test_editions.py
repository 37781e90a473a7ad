"""Editions: what is published is seen, what was published stays, nothing is published twice."""

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from spapser.acces import operator
from spapser.errors import CodeInconnu, DonneesInvalides, EditionIllisible, PublicationRefusee
from spapser.store import Base, Publication, list_numeros, load_edition, restore, verify_parties
from tests.store.publication import JEU, publish_hours, read_hours


def test_without_publication_the_edition_is_the_one_that_ships() -> None:
    assert load_edition().numero == 0
    assert list_numeros() == [0]
    assert read_hours(load_edition(), 2024) == pytest.approx(97972.42)


def test_a_published_year_is_counted_and_the_others_stay() -> None:
    edition = publish_hours(2025, 1234.5)
    assert (edition.numero, load_edition().numero) == (1, 1)
    assert read_hours(edition) == 1234.5
    assert read_hours(edition, 2024) == pytest.approx(97972.42)


def test_a_published_year_replaces_the_one_that_ships() -> None:
    assert read_hours(publish_hours(2024, 10), 2024) == 10


def test_an_older_edition_still_shows_what_it_showed() -> None:
    publish_hours(2025, 1)
    publish_hours(2025, 2)
    assert [read_hours(load_edition(numero)) for numero in (0, 1, 2)] == [None, 1, 2]


def test_the_original_is_kept_to_the_byte(depot: Path) -> None:
    edition = publish_hours(2025, 7)
    partie = edition.partie(JEU, 2025)
    assert edition.original(partie).read_bytes() == b"2025;7"
    assert (partie.document, partie.edition) == ("heures-2025.csv", 1)


def test_the_figure_names_the_file_it_comes_from() -> None:
    lignes = Base(publish_hours()).query("select distinct document from resultats where indicateur = 'fa04_heures' "
                                         "and annee in (2024, 2025) order by document")
    assert [ligne["document"] for ligne in lignes] == ["", "heures-2025.csv (édition\u00a01)"]


def test_publishing_over_an_edition_that_is_no_longer_the_last_is_refused() -> None:
    ancienne = load_edition()
    publish_hours(2025, 1)
    with pytest.raises(PublicationRefusee, match="vient d’être publiée par Camille"):
        publish_hours(2025, 2, parent=ancienne)
    assert read_hours(load_edition()) == 1


def test_going_back_is_a_new_edition() -> None:
    publish_hours(2025, 1)
    derniere = publish_hours(2025, 2)
    signature = Publication("2026-11-25T11:00:00+01:00", "Camille", "Erreur de fichier", "annulation", derniere.numero)
    retour = restore(derniere, load_edition(1).parties, signature, operator("Camille"))
    assert (retour.numero, read_hours(retour)) == (3, 1)
    assert list_numeros() == [0, 1, 2, 3]


def test_an_unknown_edition_is_said() -> None:
    with pytest.raises(CodeInconnu, match="L’édition 9 n’existe pas"):
        load_edition(9)


@pytest.mark.parametrize("abime", [lambda texte: texte[: len(texte) // 2], lambda texte: texte.replace("Camille", "Camélia"),
                                   lambda texte: "", lambda texte: "[]"])
def test_a_manifest_cut_or_altered_is_said_and_the_last_whole_one_is_shown(depot: Path, abime) -> None:
    publish_hours(2025, 1)
    publish_hours(2025, 2)
    chemin = depot / "editions" / "000002.json"
    chemin.write_text(abime(chemin.read_text("utf-8")), "utf-8")
    with pytest.raises(EditionIllisible, match=r"« 000002\.json »"):
        load_edition(2)
    assert load_edition().numero == 1


def test_altered_rows_are_found_by_their_weight(depot: Path) -> None:
    edition = publish_hours()
    verify_parties(edition.parties, edition)
    fichier = edition.chemin(edition.parties[0])
    fichier.write_bytes(fichier.read_bytes()[:-1] + b"x")
    with pytest.raises(EditionIllisible, match="a été modifié"):
        verify_parties(edition.parties, edition)


def test_rows_that_are_gone_are_said(depot: Path) -> None:
    edition = publish_hours()
    edition.chemin(edition.parties[0]).unlink()
    with pytest.raises(DonneesInvalides, match="le rétablir depuis une sauvegarde"):
        Base(edition)


def test_the_manifest_is_plain_json_that_another_tool_can_read(depot: Path) -> None:
    publish_hours()
    manifeste = json.loads((depot / "editions" / "000001.json").read_text("utf-8"))
    assert manifeste["publication"]["auteur"] == "Camille"
    assert manifeste["parties"][0]["lignes"] == 1


def test_an_edition_older_than_a_column_of_the_catalogue_still_opens(depot: Path) -> None:
    edition = publish_hours(2025, 7)
    chemin = edition.chemin(edition.parties[0])
    table = pq.read_table(chemin)
    pq.write_table(table.drop_columns(["note", "commune"]), chemin)
    assert read_hours(edition) == 7
    assert Base(edition).query(f"select note, commune from {JEU} where annee = 2025") == [{"note": "", "commune": ""}]
