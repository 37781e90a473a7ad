"""The addresses under /donnees/: stable, cached, re-read, and French when nothing is there."""

import csv
import io
import json

import brotli
import pyarrow.parquet as pq
import pytest

from spapser.catalogue import load_catalogue
from spapser.exports.formats import FORMATS
from spapser.exports.resultats import list_resultats
from spapser.server.donnees import has_already
from spapser.store import Base, load_edition
from spapser.suivi import Suivi, load_suivi
from tests.server.lancement import fetch

JEUX = load_catalogue().jeux
STABLES = ["datapackage.json", "resultats-2023.csv", "resultats-2024.csv", "resultats-2024.json", "paquet.zip",
           "marches.csv", "marches.parquet", "marches.schema.json", "classeur-2024.xlsx", "classeur-fa04-2024.xlsx",
           "edition-2024.html", "edition-fa11-2023.html"]


@pytest.fixture(scope="module")
def suivi() -> Suivi:
    return load_suivi(Base(load_edition()), load_catalogue())


@pytest.mark.parametrize("nom", STABLES)
def test_address_answers_with_what_a_cache_needs(port: int, nom: str) -> None:
    statut, entetes, corps = fetch(port, f"/donnees/{nom}")
    assert statut == 200
    assert len(corps) == int(entetes["content-length"]) > 0
    assert entetes["etag"].startswith('"')
    assert "max-age=" in entetes["cache-control"]
    assert entetes["access-control-allow-origin"] == "*"
    radical, _, extension = nom.partition(".")
    assert f'filename="spapser-{radical}-edition-0.{extension}"' in entetes["content-disposition"]


@pytest.mark.parametrize("nom", STABLES)
def test_who_has_it_already_gets_304_and_nothing_else(port: int, nom: str) -> None:
    marque = fetch(port, f"/donnees/{nom}")[1]["etag"]
    for valeur in (marque, f'W/{marque}, "autre"', "*"):
        statut, entetes, corps = fetch(port, f"/donnees/{nom}", if_none_match=valeur)
        assert (statut, corps, entetes["etag"]) == (304, b"", marque)
    assert fetch(port, f"/donnees/{nom}", if_none_match='"autre"')[0] == 200


def test_head_gives_the_size_without_the_body(port: int) -> None:
    _, attendues, corps = fetch(port, "/donnees/marches.csv")
    statut, entetes, vide = fetch(port, "/donnees/marches.csv", "HEAD")
    assert (statut, vide, entetes["etag"]) == (200, b"", attendues["etag"])
    assert int(entetes["content-length"]) == len(corps)


def test_text_is_compressed_under_its_own_tag(port: int) -> None:
    _, nues, corps = fetch(port, "/donnees/edition-2024.html")
    _, entetes, serre = fetch(port, "/donnees/edition-2024.html", accept_encoding="br")
    assert entetes["content-encoding"] == "br"
    assert brotli.decompress(serre) == corps
    assert entetes["etag"] != nues["etag"]
    assert fetch(port, "/donnees/edition-2024.html", accept_encoding="br", if_none_match=entetes["etag"])[0] == 304


@pytest.mark.parametrize("jeu", JEUX, ids=lambda jeu: jeu.nom)
def test_each_dataset_is_read_back(port: int, jeu) -> None:
    lignes = list(csv.DictReader(io.StringIO(fetch(port, f"/donnees/{jeu.nom}.csv")[2].decode("utf-8-sig"))))
    table = pq.read_table(io.BytesIO(fetch(port, f"/donnees/{jeu.nom}.parquet")[2]))
    schema = json.loads(fetch(port, f"/donnees/{jeu.nom}.schema.json")[2])
    assert len(lignes) == table.num_rows
    assert lignes or jeu.facultatif
    assert table.schema.names == [champ["name"] for champ in schema["fields"]]
    assert not lignes or list(lignes[0]) == table.schema.names


def test_results_are_those_of_the_command_line(port: int, suivi: Suivi) -> None:
    for annee in suivi.annees:
        assert json.loads(fetch(port, f"/donnees/resultats-{annee}.json")[2]) == list_resultats(suivi, annee)


def test_package_points_at_addresses_that_answer(port: int) -> None:
    paquet = json.loads(fetch(port, "/donnees/datapackage.json")[2])
    for ressource in paquet["resources"]:
        corps = fetch(port, f"/donnees/{ressource['path']}")[2]
        assert ressource.get("bytes", len(corps)) == len(corps)


def test_an_edition_may_be_asked_for(port: int) -> None:
    presente, demandee = (fetch(port, f"/donnees/marches.csv{suite}") for suite in ("", "?edition=0"))
    assert presente[2] == demandee[2]
    assert presente[1]["cache-control"] != demandee[1]["cache-control"]


@pytest.mark.parametrize("chemin", ["inconnu.csv", "marches", "marches.CSV", "resultats-1999.csv",
                                    "marches.csv?edition=99", "marches.csv?edition=abc", "marches.csv?edition=-1",
                                    "index?edition=99", "%3Cscript%3Ealert(1)"])
def test_what_is_not_there_is_said_in_french(port: int, chemin: str) -> None:
    statut, entetes, corps = fetch(port, f"/donnees/{chemin}")
    texte = corps.decode()
    assert statut == 404
    assert entetes["cache-control"] == "no-store"
    assert '<html lang="fr">' in texte
    assert "existe pas" in texte or "n’est pas un numéro" in texte
    assert "<script" not in texte


def test_index_lists_only_addresses_that_answer(port: int) -> None:
    statut, entetes, corps = fetch(port, "/donnees/index")
    liens = [morceau.split('"')[0] for morceau in corps.decode().split('<a href="')[1:]]
    noms = [lien for lien in liens if not lien.startswith("http")]
    assert (statut, entetes["content-type"]) == (200, "text/html; charset=utf-8")
    assert {forme.nom_fichier(2024) for forme in FORMATS} <= set(noms)
    assert len(noms) > len(JEUX) * 3
    assert [nom for nom in noms if fetch(port, f"/donnees/{nom}")[0] != 200] == []


def test_the_page_of_the_dashboard_keeps_its_own_address(port: int) -> None:
    assert b"<div id=\"root\">" in fetch(port, "/donnees")[2]


@pytest.mark.parametrize(("envoye", "attendu"), [
    ("", False), ('"a"', True), ('W/"a"', True), ('"b", "a"', True), ('"b"', False), ("*", True), ("a", False)])
def test_tags_are_compared_as_the_standard_says(envoye: str, attendu: bool) -> None:
    assert has_already(envoye, '"a"') is attendu
