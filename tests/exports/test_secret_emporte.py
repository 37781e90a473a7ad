"""A deposited year with small numbers: no page, file or command tells them or lets them be computed."""

import csv
import html
import io
import json
import re
import zipfile
from collections.abc import Iterator

import pytest
from pypdf import PdfReader

from spapser.catalogue import load_catalogue
from spapser.errors import CodeInconnu
from spapser.exports.fichiers import Fichier, open_guichet
from spapser.exports.modele import build_gabarit
from spapser.store import Base, Edition
from spapser.suivi import Statut, Suivi, load_suivi
from spapser.suivi.controle import controles
from tests.cli.lancement import run
from tests.exports.secret import ANNEE, AUTRE, COMPLEMENT, LIGNES, PETIT, TOTAL, list_leaks, make_row
from tests.pages.depot import publish_rows


@pytest.fixture(scope="module", autouse=True)
def edition(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edition]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPAPSER_DEPOT", str(tmp_path_factory.mktemp("secret")))
        patch.setenv("SPAPSER_SEUIL_SECRET", "5")
        yield publish_rows("insertion_publics", ANNEE, [make_row(*ligne) for ligne in LIGNES])


@pytest.fixture(scope="module")
def base(edition: Edition) -> Base:
    return Base(edition)


@pytest.fixture(scope="module")
def suivi(base: Base) -> Suivi:
    return load_suivi(base, load_catalogue())


def make(fichier: Fichier) -> bytes:
    """The bytes of a file; none for the picture of a chart that the year has nothing to draw for."""
    try:
        return fichier.fabrique()
    except CodeInconnu:
        return b""


def read_texte(octets: bytes) -> str:
    """Every word of a file, whatever its format."""
    if octets.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(octets)) as archive:
            return "\n".join(read_texte(archive.read(piece)) for piece in archive.namelist())
    if octets.startswith(b"%PDF"):
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(octets)).pages)
    if octets.startswith(b"PAR1"):
        import pyarrow.parquet as pq
        return json.dumps(pq.read_table(io.BytesIO(octets)).to_pylist(), default=str)
    return html.unescape(octets.decode("utf-8", errors="ignore"))


def test_the_numbers_are_there_for_who_may_see_them(edition: Edition) -> None:
    clair = Base(edition, clair=True)
    assert {PETIT, AUTRE, COMPLEMENT} <= {ligne["valeur"] for ligne in clair.rows("insertion_publics")}
    clair.close()


def test_every_public_file_of_the_year_keeps_the_secret(base: Base, suivi: Suivi) -> None:
    fichiers = open_guichet(base, suivi).fichiers
    choisis = [nom for nom in fichiers if not re.search(r"20(?!25)\d\d|fa(?!04)\d\d|\.(png|zip)$|legal|agec", nom)]
    assert {"insertion_publics.csv", "insertion_publics.parquet", "resultats-2025.csv", "resultats-2025.json"} <= set(choisis)
    textes = {nom: read_texte(octets) for nom in choisis if (octets := make(fichiers[nom]))}
    assert {nom: fuites for nom, texte in textes.items() if (fuites := list_leaks(texte))} == {}
    assert any("53.390625" in texte for texte in textes.values())  # what is public is still told
    marques = {nom.rpartition(".")[2] for nom, texte in textes.items() if "< 5" in texte.replace("\u00a0", " ")}
    assert marques >= {"html", "pdf", "docx", "xlsx", "csv"}


def test_the_command_line_keeps_the_secret(edition: Edition) -> None:
    for options in ((), ("--csv",)):
        dite = run("indicateurs", "--annee", str(ANNEE), *options).stdout
        assert list_leaks(dite) == []
        assert "<\u00a05" in dite


def test_what_is_left_in_open_data_leaves_four_values_or_more(base: Base, suivi: Suivi) -> None:
    fichiers = open_guichet(base, suivi).fichiers
    lignes = [ligne for ligne in csv.DictReader(io.StringIO(fichiers["insertion_publics.csv"].fabrique().decode("utf-8-sig")))
              if ligne["annee"] == str(ANNEE)]
    assert len(lignes) == len(LIGNES)
    for dimension, total in (("commune QPV", 53.390625), ("situation au 31 décembre", TOTAL)):
        cachees = [ligne for ligne in lignes if ligne["dimension"] == dimension and not ligne["valeur"]]
        petites = sum("moins de 5" in ligne["note"] for ligne in cachees)
        reste = total - sum(float(ligne["valeur"]) for ligne in lignes if ligne["dimension"] == dimension and ligne["valeur"])
        assert petites == 1
        assert len(cachees) >= 2
        assert min(4, reste - 5 * (len(cachees) - 1)) >= 3  # the small one may be anything from 0 to 3 at least


def test_templates_and_checks_keep_the_secret(base: Base) -> None:
    gabarit = build_gabarit(base, "insertion_publics", ANNEE + 1)
    assert list_leaks(json.dumps([dict(ligne) for ligne in gabarit.rappel])) == []
    assert len(gabarit.rappel) == len(LIGNES)
    annee = [c for c in controles(base, "fa04") if c.annee in (ANNEE, ANNEE + 1)]
    assert list_leaks(repr(annee)) == []


def test_a_hidden_figure_is_neither_zero_nor_missing_nor_a_failure(suivi: Suivi) -> None:
    mesures = {m.modalite: m for m in suivi.repartition("fa04_qpv_par_commune", ANNEE)}
    assert mesures["Cachan"].texte == "<\u00a05"
    assert mesures["Cachan"].valeur is None
    assert mesures["Cachan"].statut is Statut.SANS_CIBLE
    assert mesures["Orly"].texte == "secret statistique"


def test_what_the_report_prints_is_hidden_on_demand_only(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(annee: int) -> list:
        base = Base(edition)
        lues = [ligne["valeur"] for ligne in base.rows("insertion_publics") if ligne["annee"] == annee]
        base.close()
        return lues

    assert None not in read(2024)
    monkeypatch.setenv("SPAPSER_SECRET_BILAN", "oui")
    assert read(2024).count(None) > 20
