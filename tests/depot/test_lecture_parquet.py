"""Parquet: every type written as a person would type it, each row under its rank."""

import pytest

from spapser.depot.readers import list_feuilles
from spapser.errors import FichierIllisible
from tests.depot.fichiers import read, write_parquet

TYPES = """select * from (values
    ('Collecte', 2025, 12.50::decimal(10, 2), 97972.0::double, true, date '2025-02-27', timestamp '2025-02-27 00:00:00', '  '),
    (null, null, null, null, null, null, null, null),
    ('', 2024, 100.00, 0.1, false, null, timestamp '2025-02-27 10:30:00', 'é'),
    ('Voirie', 2024, null, 1e22, null, null, null, 'x'))
    as t("Opération", annee, montant, valeur, nouveau, jour, instant, note)"""


def test_types_become_text_and_rows_keep_their_rank(tmp_path) -> None:
    lecture = read("f.parquet", write_parquet(tmp_path, TYPES))
    assert (lecture.table.format, lecture.table.entete, lecture.table.lignes) == ("Parquet", 0, 3)
    assert lecture.titres == ["Opération", "annee", "montant", "valeur", "nouveau", "jour", "instant", "note"]
    assert lecture.lignes == [
        (1, "Collecte", "2025", "12.5", "97972", "oui", "2025-02-27", "2025-02-27", None),
        (3, None, "2024", "100", "0.1", "non", None, "2025-02-27 10:30:00", "é"),
        (4, "Voirie", "2024", None, "1e+22", None, None, None, "x")]
    assert lecture.totaux == []


def test_it_has_no_sheet(tmp_path) -> None:
    assert list_feuilles("f.parquet", write_parquet(tmp_path, TYPES)) == ()


@pytest.mark.parametrize("titre", ['a"b', "Opération (détail)", "é\nè", "select", "ligne"])
def test_any_title_can_be_read(tmp_path, titre: str) -> None:
    nom = titre.replace('"', '""')
    lecture = read("f.parquet", write_parquet(tmp_path, f'select \'x\' as "{nom}", 2025 as annee'))
    assert lecture.titres == [" ".join(titre.split()), "annee"]
    assert lecture.lignes == [(1, "x", "2025")]


@pytest.mark.parametrize("sql", ["select 2025 as annee, 'a' as operation from range(100000000)",
                                 "select 2025 as annee, repeat('a', 100000) as operation from range(100000)"])
def test_a_small_file_that_becomes_an_enormous_table_is_refused(tmp_path, sql: str) -> None:
    contenu = write_parquet(tmp_path, sql)
    assert len(contenu) < 1 << 20
    with pytest.raises(FichierIllisible, match="démesuré"):
        read("f.parquet", contenu)


@pytest.mark.parametrize("coupe", [8, 100, -1, -20])
def test_a_cut_file_is_said_to_be_cut(tmp_path, coupe: int) -> None:
    with pytest.raises(FichierIllisible, match="coupé ou abîmé"):
        read("f.parquet", write_parquet(tmp_path, TYPES)[:coupe])


def test_a_file_without_a_row_is_refused(tmp_path) -> None:
    with pytest.raises(FichierIllisible, match="en-tête"):
        read("f.parquet", write_parquet(tmp_path, f"{TYPES} limit 0"))
