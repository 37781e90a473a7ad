"""CSV as it really comes: whatever the encoding, the separator or what surrounds the table, the same cells come out."""

import csv
import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spapser.depot.readers import texte
from spapser.errors import FichierIllisible
from tests.depot.fichiers import HEURES, read, write_csv

LUES = [(2, "Collecte des ordures", "Services", "2025", "1927,04", "Été"), (3, "Nettoyage", "Services", "2025", "97972", None),
        (4, "Voirie", "Travaux", "2025", None, "Réserve")]
VITE, LENT = -1, 1 << 40


@pytest.mark.parametrize("fin", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("codage", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-be", "utf-16-le"])
@pytest.mark.parametrize("separateur", [";", ",", "\t", "|"])
def test_encodings_separators_and_ends_of_lines(separateur: str, codage: str, fin: str) -> None:
    lecture = read("heures.csv", write_csv(HEURES, separateur, codage, fin))
    assert lecture.titres == HEURES[0]
    assert lecture.lignes == LUES
    assert (lecture.table.format, lecture.table.entete, lecture.remarques) == ("CSV", 1, [])


@pytest.mark.parametrize("nom", ["heures.csv", "heures.xlsx", "heures.pdf", "heures"])
def test_the_content_says_what_the_file_is_not_its_name(nom: str) -> None:
    assert read(nom, write_csv(HEURES)).lignes == LUES


def test_titles_above_empty_rows_and_columns_totals_and_notes_below() -> None:
    contenu = ("Direction de la commande publique;;;;;;\n;;;;;;\n;Opération;;Année;Heures;;Note\n;Collecte;;2025;12;;a\n"
               ";;;;;;\n\n;Voirie;;2025;3,5;;\n;TOTAL GÉNÉRAL;;;15,5;;\n;Source : facilitateurs;;;;;\n")
    lecture = read("heures.csv", contenu.encode())
    assert lecture.table.entete == 3
    assert [(c.champ, c.titre, c.lettre) for c in lecture.table.colonnes] == [
        ("c2", "Opération", "B"), ("c4", "Année", "D"), ("c5", "Heures", "E"), ("c7", "Note", "G")]
    assert lecture.lignes == [(4, "Collecte", "2025", "12", "a"), (7, "Voirie", "2025", "3,5", None)]
    assert lecture.totaux == [(8, "TOTAL GÉNÉRAL", None, "15,5", None)]
    assert [remarque.ligne for remarque in lecture.table.remarques] == [1, 8, 9]
    assert not any(remarque.bloquante for remarque in lecture.table.remarques)


@pytest.mark.parametrize(("cellule", "ecartee"), [
    ("Total", True), ("TOTAL :", True), ("Sous-total 2025", True), ("Total des heures", True), ("Totaux", True),
    ("Total Énergies", False), ("TotalEnergies", False), ("Totalité", False), ("Le total", False)])
def test_only_totals_are_set_aside(cellule: str, ecartee: bool) -> None:
    lecture = read("heures.csv", write_csv([*HEURES, [cellule, "Services", 2025, 5, None]]))
    assert bool(lecture.totaux) is ecartee
    assert len(lecture.lignes) == 4 - ecartee


def test_a_word_that_the_column_admits_is_no_total() -> None:
    lignes = [["Dimension", "Modalité", "Année", "Nombre"], ["total", "Bénéficiaires", 2025, 120], ["Total", "Autre", 2025, 1]]
    lecture = read("publics.csv", write_csv(lignes), "insertion_publics")
    assert [ligne[1] for ligne in lecture.lignes] == ["total", "Total"]
    assert lecture.totaux == []


def test_a_quoted_line_break_is_one_row_of_the_spreadsheet() -> None:
    contenu = 'Opération;Année;Heures\n"Collecte\nlot 1; sud";2025;12\n\nVoirie;2025;"3"\n'
    assert read("heures.csv", contenu.encode()).lignes == [(2, "Collecte\nlot 1; sud", "2025", "12"), (4, "Voirie", "2025", "3")]


def test_the_line_that_names_the_separator_is_not_a_row() -> None:
    contenu = "sep=|\r\nOpération|Année|Heures\r\nCollecte; lot 1, sud|2025|12\r\n"
    lecture = read("heures.csv", contenu.encode())
    assert (lecture.table.entete, lecture.lignes) == (1, [(2, "Collecte; lot 1, sud", "2025", "12")])


def test_units_that_look_like_titles_do_not_make_a_header() -> None:
    contenu = "Intitulé;Volume;Mesure\nCollecte;12;heures\nVoirie;3;heures\n"
    lecture = read("heures.csv", contenu.encode())
    assert lecture.titres == ["Intitulé", "Volume", "Mesure"]
    assert len(lecture.lignes) == 2


def test_a_cell_in_excess_is_reported_with_its_line_and_blocks() -> None:
    contenu = "Opération;Année;Heures\nCollecte; lot 1;2025;12\nVoirie;2025;3\nÉcole;2025\n"
    lecture = read("heures.csv", contenu.encode())
    trop, courte = lecture.table.remarques
    assert (trop.regle, trop.ligne, trop.bloquante) == ("cellules_en_trop", 2, True)
    assert "D2" in trop.message
    assert (courte.regle, courte.ligne, courte.bloquante) == ("cellules_absentes", 4, False)
    assert lecture.lignes[2] == (4, "École", "2025", None)


def test_a_quotation_mark_left_open_is_said_with_its_line() -> None:
    contenu = 'Opération;Année;Heures\nCollecte;2025;12\n"Voirie;2025;3\nÉcole;2025;5\n'
    with pytest.raises(FichierIllisible, match=r"ligne 3\b.*guillemet"):
        read("heures.csv", contenu.encode())


def test_one_broken_byte_does_not_turn_every_accent_into_another() -> None:
    contenu = write_csv(HEURES * 3) + b"caf\xe9;;;;\r\n"
    with pytest.raises(FichierIllisible, match=r"ligne 13\b.*UTF-8"):
        read("heures.csv", contenu)


CELLULES = st.sampled_from([
    "", "a", "b c", " ", "  x", "x  ", "12", "1 927,04", "Total", "total général", "Total Énergies", "Sous-total", "Source : x",
    "(1) x",
    "* y", "\u00a0", "\u202f", "é", '"', '"a"', 'a"b', '"a;b"', '"a\nb"', '"a\r\nb"', '""', '"a""b"', "'", "#x", "\\", '\\"',
    "NULL",
    '"x"y', ' "x"', '"x" ', "\x00", "\x1c", "\ufeff", "oui", "-", "NaN", '"\n"', '"', "\x0b", "\x85", "\u3000", "\u2028", "😀"])


@st.composite
def fichiers(draw) -> bytes:
    """Nearly regular files, damaged here and there."""
    fin, separateur, largeur = draw(st.sampled_from(["\n", "\r\n"])), draw(st.sampled_from(";,\t|")), draw(st.integers(1, 4))
    titres = ["Opération", "Note", "Année", "Période"][:largeur]
    lignes = [["Titre"] + [""] * (largeur - 1)] * draw(st.integers(0, 1)) + [titres]
    lignes += draw(st.lists(st.lists(CELLULES, min_size=largeur, max_size=largeur), max_size=6))
    lignes += draw(st.lists(st.lists(CELLULES, max_size=largeur + 1), max_size=draw(st.integers(0, 1))))
    for place in draw(st.lists(st.integers(0, len(lignes)), max_size=2)):
        lignes.insert(place, [])  # a blank line
    texte_entier = fin.join(separateur.join(ligne) for ligne in lignes) + draw(st.sampled_from(["", fin, fin * 2]))
    contenu = texte_entier.encode(draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-8"])))
    return contenu + draw(st.sampled_from([b"", b"", b"", b"caf\xe9", b"\xc3"]))


def read_or_refuse(contenu: bytes, seuil: int, monkeypatch: pytest.MonkeyPatch):
    """What the readers make of the file when the short way begins at that size, or why they refuse it."""
    monkeypatch.setattr(texte, "VITE_DES", seuil)
    try:
        lecture = read("f.csv", contenu, "insertion_operations")
    except FichierIllisible as refus:
        return str(refus)
    return lecture.table.entete, lecture.table.colonnes, lecture.lignes, lecture.totaux, lecture.table.remarques


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(contenu=fichiers())
def test_the_short_way_gives_what_the_long_way_gives(contenu: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_or_refuse(contenu, VITE, monkeypatch) == read_or_refuse(contenu, LENT, monkeypatch)


def test_a_big_regular_file_takes_the_short_way(monkeypatch: pytest.MonkeyPatch) -> None:
    lignes = [HEURES[0], *([f"Opération {n}", "Services", 2025, n, ""] for n in range(60_000)),
              ["Total", "", "", 1, ""], ["Fin"] * 5]
    monkeypatch.setattr(texte, "read_any", lambda *_: pytest.fail("the long way was taken"))
    lecture = read("gros.csv", write_csv(lignes))
    assert (lecture.table.lignes, len(lecture.lignes)) == (60_001, 60_001)
    assert lecture.lignes[-2:] == [(60_001, "Opération 59999", "Services", "2025", "59999", None), (60_003, *["Fin"] * 5)]
    assert [ligne[:2] for ligne in lecture.totaux] == [(60_002, "Total")]


@pytest.mark.parametrize(("suite", "lues"), [
    ('"Deux\nlignes";1\nUne;2\n', [(2, "Deux\nlignes"), (3, "Une")]),
    ("\nUne;2\n", [(3, "Une")]), ("Une;2\n\nAutre;3", [(2, "Une"), (4, "Autre")]),
    ("Une;2\nAutre;3\n\n", [(2, "Une"), (3, "Autre")])])
def test_a_line_end_in_a_cell_and_a_blank_line_keep_the_short_way(
        suite: str, lues: list[tuple], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texte, "VITE_DES", VITE)
    monkeypatch.setattr(texte, "read_any", lambda *_: pytest.fail("the long way was taken"))
    lecture = read("f.csv", f"Opération;Heures\n{suite}".encode(), "insertion_operations")
    assert [ligne[:2] for ligne in lecture.lignes] == lues


TEXTES = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(cellules=st.lists(st.tuples(TEXTES, TEXTES), min_size=1, max_size=5), codage=st.sampled_from(["utf-8-sig", "utf-16"]))
def test_any_text_comes_back_as_it_was_written(cellules: list[tuple[str, str]], codage: str) -> None:
    flux = io.StringIO()
    csv.writer(flux, delimiter=";", quoting=csv.QUOTE_ALL).writerows(
        [("Opération", "Note"), ("début", "d"), *cellules, ("fin", "f")])
    lecture = read("f.csv", flux.getvalue().encode(codage), "insertion_operations")
    rendues = {numero: reste for numero, *reste in lecture.lignes}
    mises = {ligne[0] for ligne in lecture.totaux} | {r.ligne for r in lecture.table.remarques}
    for numero, (gauche, droite) in enumerate(cellules, 3):
        attendues = [gauche if gauche.strip() else None, droite if droite.strip() else None]
        assert numero in mises or rendues.get(numero, [None, None]) == attendues
