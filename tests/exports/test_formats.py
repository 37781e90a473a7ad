"""The registry: every format is made, named apart, and the set of the year holds them all."""

import io
import zipfile

import pytest

from spapser.catalogue import load_catalogue
from spapser.errors import CodeInconnu
from spapser.exports.contexte import Contexte
from spapser.exports.fichiers import open_guichet
from spapser.exports.formats import FORMATS, Format, find_format
from spapser.exports.planches import draw_image
from spapser.store import Base
from spapser.suivi import Suivi

DEBUTS = {"pdf": b"%PDF", "zip": b"PK", "docx": b"PK", "pptx": b"PK", "xlsx": b"PK", "html": b"<!doctype html>"}
FORMES = pytest.mark.parametrize("forme", FORMATS, ids=lambda forme: forme.nom)


@pytest.fixture(scope="module")
def contexte(base: Base, suivi: Suivi) -> Contexte:
    return Contexte(base, suivi, 2024)


@FORMES
def test_a_format_makes_a_file_of_its_kind(contexte: Contexte, forme: Format) -> None:
    assert forme.fabrique(contexte).startswith(DEBUTS[forme.extension])


@pytest.mark.parametrize("forme", [forme for forme in FORMATS if forme.par_fiche], ids=lambda forme: forme.nom)
def test_a_format_is_made_for_one_fiche(base: Base, suivi: Suivi, forme: Format) -> None:
    for code in ("fa04", "fa08"):
        assert forme.fabrique(Contexte(base, suivi, 2023, code)).startswith(DEBUTS[forme.extension])


@FORMES
def test_a_format_says_what_it_is_for(forme: Format) -> None:
    assert forme.usage.endswith(".")
    assert find_format(forme.nom) is forme


def test_names_are_apart(base: Base, suivi: Suivi) -> None:
    assert len({forme.nom for forme in FORMATS}) == len(FORMATS)
    noms = [forme.nom_fichier(annee, code) for forme in FORMATS for annee in suivi.annees for code in ("", "fa04")
            if forme.par_annee and (forme.par_fiche or not code)]
    assert len(set(noms)) == len(noms)
    assert set(noms) <= set(open_guichet(base, suivi).fichiers)


def test_the_set_holds_every_document_the_data_and_the_images(contexte: Contexte) -> None:
    with zipfile.ZipFile(io.BytesIO(find_format("ensemble").fabrique(contexte))) as archive:
        noms = archive.namelist()
        notice = archive.read("LISEZMOI.txt").decode("utf-8-sig")
    documents = [forme.nom_fichier(2024) for forme in FORMATS if forme.dossier == ""]
    dessines = [g for section in contexte.bilan.sections for g in section.graphiques]
    assert [nom for nom in documents if nom not in noms or nom not in notice] == []
    assert {"donnees/datapackage.json", "donnees/marches.csv", "donnees/marches.parquet"} <= set(noms)
    assert sum(nom.endswith(".svg") for nom in noms) == sum(nom.endswith(".png") for nom in noms) == len(dessines)
    assert contexte.base.edition.libelle in notice
    assert "Licence Ouverte 2.0" in notice


def test_a_figure_of_each_chart_has_its_address(contexte: Contexte) -> None:
    fichiers = open_guichet(contexte.base, contexte.suivi).fichiers
    for fiche in load_catalogue().fiches:
        for graphique in fiche.graphiques:
            assert {f"figure-{fiche.code}-{graphique.code}-2024.{forme}" for forme in ("svg", "png")} <= set(fichiers)


def test_what_does_not_exist_is_said(contexte: Contexte) -> None:
    with pytest.raises(CodeInconnu, match="papyrus"):
        find_format("papyrus")
    with pytest.raises(CodeInconnu, match="fa99"):
        Contexte(contexte.base, contexte.suivi, 2024, "fa99").fiches  # noqa: B018 - a property that refuses
    with pytest.raises(CodeInconnu, match="fa01-rien"):
        draw_image(contexte, "fa01", "rien", "svg")
