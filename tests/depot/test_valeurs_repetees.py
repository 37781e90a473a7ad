"""Columns that repeat a few values are judged value by value: the rows, the report and the file written are the same."""

import csv
import io

import duckdb
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spapser.catalogue import load_catalogue
from spapser.depot.difference import write_lots
from spapser.depot.parcours import Demande, examine
from spapser.depot.readers import colonnes, texte
from spapser.depot.repetees import read_values
from spapser.errors import SpapserError
from spapser.store import Base, load_edition

VITE, LENT = -1, 1 << 40
TITRES = ["Marché", "Lot", "Titulaire", "SIRET du titulaire", "Code CPV", "Date de notification", "Montant (€ HT)", "Situation",
          "Réservation", "Nouveau dans l’année", "Fiche", "Année"]
LIBRES = st.one_of(
    st.text(st.characters(exclude_categories=("Cs",), exclude_characters='\x00\r\n;"'), max_size=8),
    st.sampled_from(["", " ", "\u00a0", "\u202f", "\u200b", "\ufeff", " a ", "a\u00a0", "\u00a0a", "a  b", "a\tb", "\ta", "nc",
                     "N/A", "é", "e\u0301", "Total", "* a"]))
RARES = st.sampled_from(["06 12 34 56 78", "jean@exemple.fr", "M. Dupont", "1 85 05 78 006 084 91", "\x00", "a\x00b"])
PROPRES = {
    "SIRET du titulaire": ["20005801400016", "200058014", "20005801400017", "2 000 58014 00016", "nc", "123"],
    "Code CPV": ["90511000", "90511000-2", "9511000", "905", "nc"],
    "Date de notification": ["15/07/2025", "2025-07-15", "30/02/2025", "45853", "nc", "1/7/25", "hier"],
    "Montant (€ HT)": ["31107,86", "31\u202f107,80 €", "1 000 €", "-5", "1.50", "0,0", "12 %", "1e3", "environ 3", "200000000"],
    "Situation": ["conclu dans l’année", "Conclu dans l'annee", "EN COURS D'EXECUTION", "autre", "nc"],
    "Réservation": ["SIAE", "esat", "ea ", "-", "siae ou ea"],
    "Nouveau dans l’année": ["oui", "Oui", "x", "0", "peut-être", "nc"],
    "Fiche": ["fa01", "FA1", "fa99"], "Année": ["2025", "2024", "25"]}


@pytest.fixture(scope="module")
def courante():
    base = Base(load_edition(0))
    yield base
    base.close()


@st.composite
def depots(draw) -> list[list[str]]:
    """Rows that draw their cells from a few ones, and at the end a row unlike the others."""
    choix = [draw(st.lists(st.one_of(st.sampled_from(PROPRES[t]), LIBRES) if t in PROPRES else LIBRES, min_size=1, max_size=3))
             for t in TITRES]
    rangs = draw(st.lists(st.integers(0, 11), min_size=24, max_size=40))
    lignes = [[f"m{rang}", *(valeurs[(rang + place) % len(valeurs)] for place, valeurs in enumerate(choix))] for rang in rangs]
    rare = [draw(st.one_of(*[LIBRES] * 9, RARES)) for _ in TITRES] if draw(st.booleans()) else []
    return [*lignes, *([["unique", *rare]] if rare else [])]


def write_csv(lignes: list[list[str]]) -> bytes:
    flux = io.StringIO()
    csv.writer(flux, delimiter=";", lineterminator="\n").writerows([["Identifiant du marché", *TITRES], *lignes])
    return flux.getvalue().encode()


def deposit(contenu: bytes, courante: Base, seuil: int, monkeypatch: pytest.MonkeyPatch, codes: list | None = None):
    """The report, the judged rows and those of the files written when the short way begins at that size, or the refusal."""
    monkeypatch.setattr(texte, "VITE_DES", seuil)
    try:
        examen = examine(Demande("marches", "f.csv", contenu), courante)
    except SpapserError as refus:
        return str(refus)
    if codes is not None:
        codes += sorted(examen.table.codes)
    atelier = examen.table.atelier
    try:
        lots = write_lots(atelier, load_catalogue().jeu("marches"), examen.rapport.annees)
        ecrites = [(lot.annee, lot.lignes, duckdb.sql(f"describe from '{lot.fichier}'").fetchall(),
                    duckdb.sql(f"from '{lot.fichier}'").fetchall()) for lot in lots]
        return examen.rapport, atelier.query("select * from net order by ligne"), ecrites
    finally:
        examen.close()


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(lignes=depots())
def test_values_judged_once_give_what_cells_judged_one_by_one_give(lignes, courante, monkeypatch) -> None:
    contenu = write_csv(lignes)
    monkeypatch.setattr(colonnes, "RETOURS", 1)
    assert deposit(contenu, courante, VITE, monkeypatch) == deposit(contenu, courante, LENT, monkeypatch)


def test_the_rows_written_are_read_alike_by_another_library(courante) -> None:
    """Editions outlive the database that wrote them: another one must read what it writes, whatever the encodings it chose."""
    lignes = [[f"2025{n:07}", f"Marché {n % 3}", "", f"Titulaire {n}", *(PROPRES[t][0] for t in TITRES[3:])] for n in range(9000)]
    examen = examine(Demande("marches", "f.csv", write_csv(lignes)), courante)
    (lot,) = write_lots(examen.table.atelier, load_catalogue().jeu("marches"), examen.rapport.annees)
    table = pq.read_table(lot.fichier)
    assert [tuple(ligne.values()) for ligne in table.to_pylist()] == duckdb.sql(f"from '{lot.fichier}'").fetchall()
    assert table.column("titulaire").to_pylist() == [ligne[3] for ligne in lignes]
    examen.close()


def test_the_columns_of_a_few_values_are_kept_as_codes(courante, monkeypatch) -> None:
    lignes = [[f"m{n}", f"Marché {n % 3}", "", f"Titulaire {n}", *(PROPRES[t][0] for t in TITRES[3:])] for n in range(400)]
    codes: list[str] = []
    vite = deposit(write_csv(lignes), courante, VITE, monkeypatch, codes)
    assert codes == ["c10", "c11", "c12", "c13", "c2", "c5", "c6", "c7", "c8", "c9"]
    assert vite == deposit(write_csv(lignes), courante, LENT, monkeypatch)


def test_a_column_that_the_extract_misjudges_is_read_all_the_same(courante, monkeypatch) -> None:
    """Few values in the extract and many in the file, or the other way round: only the cost changes."""
    lignes = [[f"m{n}", f"Marché {n % 3}", "", f"Titulaire {n}", *(PROPRES[t][0] for t in TITRES[3:])] for n in range(400)]
    attendu = deposit(write_csv(lignes), courante, LENT, monkeypatch)
    for extrait, coded in ((lignes[:1] * 100, True), ([[f"{n}"] * len(lignes[0]) for n in range(100)], False)):
        monkeypatch.setattr("spapser.depot.readers.rapide.iter_extrait", lambda brouillon, lus=extrait: [write_csv(lus)])
        codes: list[str] = []
        assert deposit(write_csv(lignes), courante, VITE, monkeypatch, codes) == attendu
        assert ("c2" in codes) is coded
        assert not {"c1", "c4"} & set(codes)


@pytest.mark.parametrize(("avant", "apres"), [
    ("", ""), ("Marchés de l’année" + ";titre" * len(TITRES) + "\n", ""), ("", "Total" + ";à part" * len(TITRES) + "\n")])
def test_a_value_of_a_row_set_aside_is_in_no_code(courante, monkeypatch, avant, apres) -> None:
    """Titles above the header, and totals, are lines of the file too: what they hold is no value of a column."""
    monkeypatch.setattr(texte, "VITE_DES", VITE)
    lignes = [[f"m{n}", f"Marché {n % 3}", f"lot {n % 2}", "", *(PROPRES[t][0] for t in TITRES[3:])] for n in range(400)]
    examen = examine(Demande("marches", "f.csv", avant.encode() + write_csv(lignes) + apres.encode()), courante)
    valeurs = {champ: [valeur for (valeur,) in examen.table.atelier.query(read_values(type))]
               for champ, type in examen.table.codes.items()}
    examen.close()
    assert valeurs["c2"] == ["Marché 0", "Marché 1", "Marché 2"]
    assert valeurs["c3"] == ["lot 0", "lot 1"]
