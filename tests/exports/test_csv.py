"""A CSV file gives back exactly the rows, and never runs anything in a spreadsheet."""

import csv
import io
import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spapser.catalogue import Jeu, load_catalogue
from spapser.exports.tables import export_csv
from spapser.store import Base, iter_colonnes
from tests.exports.fabrique import make_jeu, make_paquets

FORMULES = ("=1+1", "+1", "-1", "@SOMME(A1)", "\t=1", "\r=1", "=CMD|'/C calc'!A0")
LECTEURS = {"integer": int, "year": int, "number": float, "boolean": {"oui": True, "non": False}.__getitem__,
            "date": date.fromisoformat, "string": lambda cellule: cellule.removeprefix("'")}
TEXTES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=30)


def read_csv(contenu: bytes) -> list[dict]:
    return list(csv.DictReader(io.StringIO(contenu.decode("utf-8-sig"), newline="")))


def read_ligne(jeu: Jeu, ligne: dict) -> dict:
    return {c.nom: LECTEURS[c.type](ligne[c.nom]) if ligne[c.nom] else None for c in jeu.colonnes}


@pytest.mark.parametrize("jeu", load_catalogue().jeux, ids=lambda jeu: jeu.nom)
def test_a_dataset_read_back_is_the_same(base: Base, jeu: Jeu) -> None:
    lignes = base.rows(jeu.nom)
    relues = [read_ligne(jeu, ligne) for ligne in read_csv(export_csv(jeu, iter_colonnes(base, jeu.nom)))]
    assert lignes or jeu.facultatif
    assert relues == [{c.nom: ligne[c.nom] if ligne[c.nom] != "" else None for c in jeu.colonnes} for ligne in lignes]


@pytest.mark.parametrize("jeu", load_catalogue().jeux, ids=lambda jeu: jeu.nom)
def test_columns_are_those_of_the_catalogue_in_order(base: Base, jeu: Jeu) -> None:
    entete = export_csv(jeu, iter_colonnes(base, jeu.nom)).decode("utf-8-sig").splitlines()[0]
    assert entete.split(",") == [colonne.nom for colonne in jeu.colonnes]


@pytest.mark.parametrize("texte", FORMULES)
def test_a_formula_becomes_text(texte: str) -> None:
    (ligne,) = read_csv(export_csv(make_jeu(note="string"), make_paquets({"note": texte})))
    assert ligne["note"] == f"'{texte}"


@pytest.mark.parametrize(("valeur", "cellule"), [
    (97_972.0, "97972"), (31_107.86, "31107.86"), (-1.5, "-1.5"), (None, ""), (0.0, "0"), (0.1, "0.1")])
def test_a_number_has_a_decimal_point_and_is_never_quoted(valeur: float | None, cellule: str) -> None:
    (ligne,) = csv.reader(export_csv(make_jeu(valeur="number", nom="string"), make_paquets({"valeur": valeur, "nom": "x"}))
                          .decode("utf-8-sig").splitlines()[1:])
    assert ligne == [cellule, "x"]


@pytest.mark.parametrize("valeur", [math.nan, math.inf])
def test_a_number_that_is_none_is_an_empty_cell(valeur: float) -> None:
    (ligne,) = read_csv(export_csv(make_jeu(valeur="number", nom="string"), make_paquets({"valeur": valeur, "nom": "x"})))
    assert ligne == {"valeur": "", "nom": "x"}


def test_booleans_are_french_and_dates_are_iso() -> None:
    jeu = make_jeu(vrai="boolean", faux="boolean", jour="date")
    (ligne,) = read_csv(export_csv(jeu, make_paquets({"vrai": True, "faux": False, "jour": date(2024, 2, 27)})))
    assert ligne == {"vrai": "oui", "faux": "non", "jour": "2024-02-27"}


@pytest.mark.parametrize("texte", ["a,b", 'dit "oui"', "deux\nlignes", "é œ ’ « »", "fin,\"\n"])
def test_separators_quotes_and_line_breaks_stay_in_their_cell(texte: str) -> None:
    (ligne,) = read_csv(export_csv(make_jeu(nom="string", autre="string"), make_paquets({"nom": texte, "autre": "z"})))
    assert ligne == {"nom": texte, "autre": "z"}


@given(TEXTES, TEXTES)
def test_any_text_comes_back_or_is_marked(un: str, deux: str) -> None:
    lignes = read_csv(export_csv(make_jeu(un="string", deux="string"), make_paquets(*[{"un": un, "deux": deux}] * 2)))
    assert len(lignes) == 2
    for texte, cellule in zip((un, deux), lignes[0].values(), strict=True):
        assert cellule in (texte, f"'{texte}")
        assert not cellule.startswith(("=", "+", "-", "@"))
