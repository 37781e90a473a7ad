"""The deposit page on contracts: the buyer is asked for, and a national file dropped as it is is read."""

import pytest

from tests.depot.decp import AUTRE, MARCHE, write_json
from tests.pages.bureau import drop, open_page, read

pytestmark = pytest.mark.usefixtures("depot_neuf")
TITRE = "Contrats"
FICHIER = write_json(MARCHE | {"acheteur": {"id": AUTRE}}, MARCHE)


def test_the_buyer_is_asked_for_contracts_alone() -> None:
    assert [choix.label for choix in open_page(TITRE).radio] == ["Acheteur"]
    assert "Acheteur" not in [choix.label for choix in open_page().radio]


def test_a_national_file_is_kept_to_the_buyer_and_says_what_it_leaves() -> None:
    lu = read(drop(open_page(TITRE), FICHIER, "decp.json"))
    assert "1 ligne lue pour 2024 dans « decp.json »" in lu
    assert "1 contrat d’un autre acheteur que 200058014, ou sans acheteur, est laissé de côté" in lu


def test_the_whole_file_is_kept_when_asked() -> None:
    essai = drop(open_page(TITRE), FICHIER, "decp.json")
    essai.radio[0].set_value("Tout le fichier").run()
    lu = read(essai)
    assert "2 lignes lues pour 2024 dans « decp.json »" in lu
    assert "laissé de côté" not in lu


def test_a_file_without_the_buyer_says_how_to_keep_it() -> None:
    lu = read(drop(open_page(TITRE), write_json(MARCHE | {"acheteur": {"id": AUTRE}}), "decp.json"))
    assert "aucun contrat de l’acheteur 200058014" in lu
    assert "tout le fichier" in lu
