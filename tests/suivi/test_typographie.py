"""French numbers, the same everywhere."""

import math
from html import escape
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spapser.typographie import enumere, format_nombre, format_quantite, imprimable, sans_accent, typographie_document


@pytest.mark.parametrize(("valeur", "texte"), [
    (97_972, "97\u202f972"), (1_234_567.5, "1\u202f234\u202f567,5"), (75.0, "75"), (33.333, "33,33"), (0, "0"), (-0.0, "0"),
    (-0.001, "0"), (-12.5, "\u221212,5"), (999, "999"), (None, "n.d."), (math.nan, "n.d."), (math.inf, "n.d.")])
def test_number(valeur: float | None, texte: str) -> None:
    assert format_nombre(valeur) == texte


@pytest.mark.parametrize(("valeur", "unite", "texte"), [
    (31_107.86, "euros", "31\u202f107,86\u00a0€"), (31_107.8, "euros", "31\u202f107,80\u00a0€"),
    (40_000, "euros", "40\u202f000\u00a0€"), (75, "%", "75\u00a0%"), (97_972, "heures", "97\u202f972\u00a0heures"),
    (0, "marchés", "0\u00a0marché"), (1, "marchés", "1\u00a0marché"), (1.5, "heures", "1,5\u00a0heure"),
    (2, "marchés", "2\u00a0marchés"), (1, "jours ouvrés", "1\u00a0jour ouvré"), (-3, "points", "\u22123\u00a0points"),
    (None, "%", "n.d."), (math.nan, "heures", "n.d.")])
def test_quantity(valeur: float | None, unite: str, texte: str) -> None:
    assert format_quantite(valeur, unite) == texte


def test_decimals_are_those_asked_for() -> None:
    assert format_nombre(391.888, 0) == "392"
    assert format_quantite(64_932.57, "heures", 2) == "64\u202f932,57\u00a0heures"


@pytest.mark.parametrize(("elements", "texte"), [([], ""), (["a"], "a"), (["a", "b"], "a et b"), (["a", "b", "c"], "a, b et c")])
def test_enumeration(elements: list[str], texte: str) -> None:
    assert enumere(elements) == texte


@pytest.mark.parametrize(("texte", "imprime"), [
    ("dès 20 000 € : oui", "dès 20\u202f000\u00a0€\u00a0: oui"), ("« n.d. »", "«\u00a0n.d.\u00a0»"),
    ("en 2024 119 lots", "en 2024 119 lots"), ("lignes 35 et 38", "lignes 35 et 38"), ("a\x00\x07b\tc", "ab\tc")])
def test_a_document_prints_french_spaces_and_no_control_character(texte: str, imprime: str) -> None:
    assert typographie_document(texte) == imprime


@given(st.text())
def test_what_is_printed_can_be_xml(texte: str) -> None:
    ElementTree.fromstring(f"<t>{escape(imprimable(texte))}</t>")


@pytest.mark.parametrize(("texte", "cle"), [("ÉCOLOGIE", "ecologie"), ("Œuvre", "oeuvre"), ("l’été", "l'ete"), ("", "")])
def test_search_key_ignores_accents_and_case(texte: str, cle: str) -> None:
    assert sans_accent(texte) == cle


@given(st.floats(-1e12, 1e12, allow_nan=False), st.sampled_from(["%", "euros", "heures", "marchés"]))
def test_no_number_is_written_the_english_way(valeur: float, unite: str) -> None:
    texte = format_quantite(valeur, unite)
    assert "." not in texte
    assert " " not in texte
    assert not texte.startswith("-")
    assert not texte.startswith("\u22120\u00a0")
