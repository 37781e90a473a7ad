"""A big CSV is read at once by Arrow: whatever the text, rows, numbers and what is set aside are those of the long way."""

from contextlib import closing

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from spapser.catalogue import load_catalogue
from spapser.depot import readers
from spapser.depot.avancement import silence
from spapser.depot.readers import colonnes, rapide, texte
from spapser.errors import FichierIllisible
from spapser.store import Atelier

VITE, LENT = -1, 1 << 40
ENTETE = "Identifiant du marché;Marché;Lot"
MOTS = ["a", "é", '"', '""', ";", "\n", "\r\n", "\r", " ", "b", "\ufeff", "\x00", "Total", "\u00a0", "*"]
LIBRES = st.lists(st.sampled_from(MOTS), max_size=4).map("".join)
CITEES = LIBRES.map(lambda texte: '"' + texte.replace('"', '""') + '"')
SIMPLES = LIBRES.map(lambda texte: "".join(lettre for lettre in texte if lettre not in ';\n\r"'))
FINS = st.sampled_from(["\n", "\r\n", "\r"])


@st.composite
def fichiers(draw) -> str:
    """A header and some rows, the line ends alike or not, perhaps with a title, a mark, or something after the end."""
    fin, fins = draw(FINS), draw(st.booleans())
    cellules = draw(st.sampled_from([SIMPLES, st.one_of(SIMPLES, CITEES), LIBRES]))
    titre = draw(st.sampled_from([*[""] * 6, "Titre;;", '"Ti\ntre";;', "sep=;", "\ufeff"]))
    lignes = draw(st.lists(st.lists(cellules, min_size=3, max_size=3).map(";".join), min_size=1, max_size=8))
    lignes = [*([titre] if titre else []), ENTETE, *lignes] if titre != "\ufeff" else [titre + ENTETE, *lignes]
    return "".join(ligne + (draw(FINS) if fins else fin) for ligne in lignes) + draw(st.sampled_from([*[""] * 6, '"', "\n", "a"]))


def read(contenu: bytes, seuil: int, monkeypatch: pytest.MonkeyPatch) -> tuple:
    """What reading gives, when the short way begins at that size; or the refusal."""
    monkeypatch.setattr(texte, "VITE_DES", seuil)
    with closing(Atelier()) as atelier:
        try:
            table = texte.read_texte("f.csv", contenu, load_catalogue().jeu("marches"), atelier, silence)
        except FichierIllisible as refus:
            return (str(refus),)
        return (table.colonnes, table.entete, table.lignes, table.remarques,
                atelier.query(f"select ligne, {', '.join(table.champs)} from lu order by ligne"),
                *(atelier.query(f"select * from {autre}") for autre in ("totaux", "hors_tableau")))


def is_fast(contenu: str, monkeypatch: pytest.MonkeyPatch) -> bool:
    """True when the short way, tried, reads the file."""
    pris: list[bool] = []
    read_regular = texte.read_regular

    def note(*arguments):
        pris.append((table := read_regular(*arguments)) is not None)
        return table
    with monkeypatch.context() as patch:
        patch.setattr(texte, "read_regular", note)
        read(contenu.encode(), VITE, patch)
    (court,) = pris
    return court


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(contenu=fichiers(), bloc=st.sampled_from([24, 60, 1 << 20]), partie=st.sampled_from([1, 40, 1 << 20]))
@example(contenu=f'{ENTETE}\n;a;"b\n', bloc=1 << 20, partie=1 << 20)  # a quotation mark left open
@example(contenu=f'{ENTETE}\r\n;a;b\r\n;"";"\r\n;a";b\r\n', bloc=24, partie=40)  # Arrow alone reads « \r;a »
@example(contenu=f"{ENTETE}\r;a;\r\r\n\n;;\n;b;", bloc=24, partie=40)
@example(contenu=f"{ENTETE}\na;;\n\ufeff;;\na;;\n", bloc=1 << 20, partie=1)
@example(contenu=f"{ENTETE}\n ;;\n;;\n", bloc=1 << 20, partie=1 << 20)  # no row at all
def test_the_short_way_gives_what_the_long_way_gives(monkeypatch, contenu: str, bloc: int, partie: int) -> None:
    monkeypatch.setattr(colonnes, "BLOC", bloc)
    monkeypatch.setattr(colonnes, "PARTIE", partie)
    monkeypatch.setattr(colonnes, "RETOURS", 1)
    octets = contenu.encode()
    assert read(octets, VITE, monkeypatch) == read(octets, LENT, monkeypatch)


@pytest.mark.parametrize(("contenu", "court"), [
    (f"{ENTETE}\n" + "m1;a;b\n" * 40, True), (f"{ENTETE}\r\n" + 'm1;"a;\nb";\r\n' * 40, True), (f"{ENTETE}\n\nm1;a;\n", True),
    (f"{ENTETE}\nm1;a\n", False), (f'{ENTETE}\nm1;"a\rb";c\n', False), (f"{ENTETE}\n" + "m1;a;b\n" * 400 + 'm1;a;"b\n', False)])
def test_the_short_way_is_taken_whenever_arrow_is_sure(monkeypatch, contenu: str, court: bool) -> None:
    assert is_fast(contenu, monkeypatch) is court


def test_the_short_way_is_not_taken_when_memory_would_not_hold_the_cells(monkeypatch) -> None:
    contenu = f"{ENTETE}\n" + "m1;a;b\n" * 400
    for cellules, court in ((1300, True), (1100, False)):
        monkeypatch.setattr(rapide, "CELLULES_MAXIMUM", cellules)
        assert is_fast(contenu, monkeypatch) is court


@pytest.mark.parametrize(("jeu", "debut", "moins"), [
    ("marches", b"", True), ("marches", b"PAR1", False), ("contrats", b"", False)])
def test_the_database_has_less_memory_when_arrow_keeps_the_columns(monkeypatch, jeu: str, debut: bytes, moins: bool) -> None:
    def note(*arguments):
        limite = arguments[5].query("select value from duckdb_settings() where name = 'memory_limit'")[0][0]
        raise FichierIllisible(f"La base a {limite}.")
    monkeypatch.setattr(readers, "read_format", note)
    with pytest.raises(FichierIllisible) as dit:
        readers.read_file("f", debut + f"{ENTETE}\n".encode() * 200_000, load_catalogue().jeu(jeu))
    assert (str(dit.value) != "La base a 858.3 MiB.") is moins


def test_a_cell_that_the_long_way_refuses_is_not_let_in(monkeypatch) -> None:
    """Under the beginning of the file, where nothing else would see it."""
    monkeypatch.setattr(colonnes, "BLOC", 1 << 22)
    longue = "b" * ((1 << 20) + 1)
    (refus,) = read((f"{ENTETE}\n" + "m1;a;b\n" * 400 + f"m1;a;{longue}\nm1;a;b\n").encode(), VITE, monkeypatch)
    assert "ligne 402" in refus
