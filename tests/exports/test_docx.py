"""The DOCX read back: figures of the command line in real tables, real headings, pictures with their words."""

import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.document import Document

from spapser.catalogue.model import Fiche
from spapser.exports.bilan import Bilan, build_bilan
from spapser.exports.docx import export_docx
from spapser.store import Base
from spapser.suivi import Suivi
from tests.exports.rapport_lu import CATALOGUE, is_simple, list_dessines, read_indicateurs, squeeze, write, write_cible

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module", params=[2024, 2023])
def bilan(request: pytest.FixtureRequest, base: Base, suivi: Suivi) -> Bilan:
    return build_bilan(base, suivi, request.param)


@pytest.fixture(scope="module")
def octets(bilan: Bilan) -> bytes:
    return export_docx(bilan)


@pytest.fixture(scope="module")
def document(octets: bytes) -> Document:
    return docx.Document(io.BytesIO(octets))


def read_tables(document: Document) -> list[list[list[str]]]:
    """Rows of every table, squeezed."""
    return [[[squeeze("".join(n.text or "" for n in cellule.iter(f"{W}t"))) for cellule in ligne.iter(f"{W}tc")]
             for ligne in table._tbl.iter(f"{W}tr")] for table in document.tables]


def read_titres(document: Document) -> list[tuple[int, str]]:
    return [(int(p.style.name[-1]), p.text) for p in document.paragraphs if p.style.name.startswith("Heading")]


def test_figures_are_those_of_the_command_line(document: Document, bilan: Bilan, capsys: pytest.CaptureFixture[str]) -> None:
    lus = {ligne[0]: ligne[1:3] for table in read_tables(document) if table[0][:2] == ["Indicateur", str(bilan.annee)]
           for ligne in table[1:]}
    simples = [r for r in read_indicateurs(capsys, bilan.annee) if is_simple(r)]
    assert simples
    for r in simples:
        assert lus[squeeze(r["libelle"])] == [squeeze(write(r, "valeur")), squeeze(write_cible(r))], r["indicateur"]


def test_categories_are_those_of_the_command_line(document: Document, bilan: Bilan, capsys: pytest.CaptureFixture[str]) -> None:
    graphiques = [g for section in bilan.sections for g in section.graphiques]
    lignes = [ligne for table in read_tables(document) for ligne in table]
    dessines = list_dessines(read_indicateurs(capsys, bilan.annee), graphiques)
    assert dessines or bilan.annee == 2023
    for r in dessines:
        assert any(ligne[0] == squeeze(r["modalite"]) and squeeze(write(r, "valeur")) in ligne for ligne in lignes), r


def test_objectives_are_in_the_order_of_the_report(document: Document, bilan: Bilan) -> None:
    tables = [table for table in read_tables(document) if table[0][0] == "Objectif"]
    assert len(tables) == len(CATALOGUE.fiches)
    for table, section in zip(tables, bilan.sections, strict=True):
        assert table[0] == [squeeze(titre) for titre in ("Objectif", "Statut", "Indicateurs", "Ce qui a été fait")]
        assert [ligne[0] for ligne in table[1:]] == [squeeze(o.objectif.titre) for o in section.objectifs]
        faits = [o.action.realisation if o.action else f"Aucun suivi publié pour {bilan.annee}." for o in section.objectifs]
        assert all(ligne[3].startswith(squeeze(fait)) for ligne, fait in zip(table[1:], faits, strict=True))


def test_headings_are_real_and_make_an_outline(document: Document) -> None:
    titres = read_titres(document)
    assert [t for n, t in titres if n == 1 and t.startswith("Fiche")] == [
        f"Fiche {f.numero}\u00a0: {f.titre_court}" for f in CATALOGUE.fiches]
    niveaux = [niveau for niveau, _ in titres]
    assert niveaux[0] == 1
    assert [i for i in range(1, len(niveaux)) if niveaux[i] > niveaux[i - 1] + 1] == []


def test_tables_repeat_their_header_and_keep_their_rows_whole(document: Document) -> None:
    for table in document.tables:
        lignes = list(table._tbl.iter(f"{W}tr"))
        assert lignes[0].find(f"{W}trPr/{W}tblHeader") is not None
        assert all(ligne.find(f"{W}trPr/{W}cantSplit") is not None for ligne in lignes)
        assert table._tbl.tblPr.find(f"{W}tblCaption").get(f"{W}val")


def test_every_style_that_is_used_exists(octets: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(octets)) as archive:
        corps, styles = (archive.read(f"word/{nom}.xml").decode() for nom in ("document", "styles"))
    assert set(re.findall(r'<w:pStyle w:val="([^"]+)"', corps)) <= set(re.findall(r'w:styleId="([^"]+)"', styles))


def test_every_chart_is_a_picture_with_its_words(document: Document, bilan: Bilan) -> None:
    graphiques = [g for section in bilan.sections for g in section.graphiques]
    images = [p for p in document.element.body.iter() if p.tag.endswith("}docPr")]
    assert [squeeze(image.get("descr")) for image in images] == [squeeze(g.alternative) for g in graphiques]
    texte = "\n".join(p.text for p in document.paragraphs)
    assert [g.identifiant for g in graphiques if f"Figure {g.identifiant}." not in texte] == []


def test_links_of_the_table_of_contents_lead_somewhere(document: Document) -> None:
    ancres = [lien.get(f"{W}anchor") for lien in document.element.body.iter(f"{W}hyperlink")]
    signets = [signet.get(f"{W}name") for signet in document.element.body.iter(f"{W}bookmarkStart")]
    numeros = [signet.get(f"{W}id") for signet in document.element.body.iter(f"{W}bookmarkStart")]
    assert len(ancres) > len(CATALOGUE.fiches)
    assert set(ancres) <= set(signets)
    assert len(set(numeros)) == len(numeros)


def test_language_title_edition_and_day(document: Document, bilan: Bilan, octets: bytes) -> None:
    assert document.core_properties.title == f"Bilan annuel {bilan.annee}"
    assert document.core_properties.author == CATALOGUE.document["auteur"]
    pied = document.sections[0].footer.paragraphs[0].text
    assert bilan.edition[1:] in pied
    assert bilan.date in pied
    with zipfile.ZipFile(io.BytesIO(octets)) as archive:
        assert 'w:lang w:val="fr-FR"' in archive.read("word/styles.xml").decode()
        assert "autoHyphenation" in archive.read("word/settings.xml").decode()


def test_page_is_a4(document: Document) -> None:
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


@pytest.mark.parametrize("fiche", CATALOGUE.fiches[3:8:2], ids=lambda fiche: fiche.code)
def test_one_fiche_alone(base: Base, suivi: Suivi, fiche: Fiche) -> None:
    document = docx.Document(io.BytesIO(export_docx(build_bilan(base, suivi, 2024, (fiche.code,)))))
    assert [t for n, t in read_titres(document) if t.startswith("Fiche")] == [f"Fiche {fiche.numero}\u00a0: {fiche.titre_court}"]


def test_what_is_missing_is_told(base: Base, suivi: Suivi) -> None:
    bilan = replace(build_bilan(base, suivi, 2024, ("fa08",)), manques=("Le fichier « marches.csv » manque.",))
    paragraphes = [p for p in docx.Document(io.BytesIO(export_docx(bilan))).paragraphs if "marches.csv" in p.text]
    assert [p.style.name for p in paragraphes] == ["Alerte", "Alerte"]


def test_hostile_words_stay_words(base: Base, suivi: Suivi) -> None:
    piege = "</w:t><w:br/> & <b>gras</b> \x07 \x0b fin"
    bilan = build_bilan(base, suivi, 2024, ("fa08",))
    objectif = bilan.sections[0].objectifs[0]
    section = replace(bilan.sections[0], objectifs=(replace(objectif, action=replace(objectif.action, realisation=piege)),),
                      notes=(piege,))
    document = docx.Document(io.BytesIO(export_docx(replace(bilan, sections=(section,)))))
    assert any("<b>gras</b>" in cellule for table in read_tables(document) for ligne in table for cellule in ligne)
