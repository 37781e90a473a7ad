"""The deck read back by its own library: same slides, same figures, editable, French, nothing outside the page."""

import io
from collections.abc import Iterator

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn
from pptx.util import Pt

from spapser.exports.bilan import Bilan, build_bilan
from spapser.exports.diaporama import export_pptx
from spapser.exports.diapositives import Diapositive, build_diapositives, choose_diapositives
from spapser.exports.resultats import list_resultats
from spapser.store import Base
from spapser.suivi import Suivi

ADRESSE = "https://exemple.fr"
ANNEES = (2023, 2024)
PIED = 12
PLUS_PETIT = 16
CHAQUE_ANNEE = pytest.mark.parametrize("annee", ANNEES)


@pytest.fixture(scope="module")
def bilans(base: Base, suivi: Suivi) -> dict[int, Bilan]:
    return {annee: build_bilan(base, suivi, annee) for annee in ANNEES}


@pytest.fixture(scope="module")
def suites(bilans: dict) -> dict[int, tuple[Diapositive, ...]]:
    return {annee: choose_diapositives(build_diapositives(bilan, ADRESSE)) for annee, bilan in bilans.items()}


@pytest.fixture(scope="module")
def fichiers(bilans: dict) -> dict[int, Presentation]:
    return {annee: Presentation(io.BytesIO(export_pptx(bilan, ADRESSE))) for annee, bilan in bilans.items()}


def list_graphiques(page) -> list:
    return [forme.chart for forme in page.shapes if forme.has_chart]


def list_traits(page) -> Iterator:
    """Every run of text of a slide, tables and charts' own titles left to their kind."""
    for cadre in page._element.iter(qn("a:p")):
        yield from (element for element in cadre if element.tag in (qn("a:r"), qn("a:fld")))


def read_textes(page) -> str:
    return "\n".join(forme.text_frame.text for forme in page.shapes if forme.has_text_frame)


@CHAQUE_ANNEE
def test_the_deck_has_the_slides_of_the_stage(fichiers: dict, suites: dict, annee: int) -> None:
    assert [page.shapes.title.text_frame.text for page in fichiers[annee].slides] == [d.titre for d in suites[annee]]


@CHAQUE_ANNEE
def test_native_charts_carry_the_figures_of_the_results(fichiers: dict, suites: dict, suivi: Suivi, annee: int) -> None:
    resultats = list_resultats(suivi, annee)
    valeurs = {r["valeur"] for r in resultats}
    cibles = {r["cible"] for r in resultats}
    precedentes = {r["valeur_precedente"] for r in resultats}
    lus = 0
    for page, diapositive in zip(fichiers[annee].slides, suites[annee], strict=True):
        graphiques = list_graphiques(page)
        assert len(graphiques) == bool(diapositive.comparaison)
        for graphique in graphiques:
            for serie in graphique.plots[0].series:
                permises = cibles if "cible" in serie.name else valeurs if serie.name == str(annee) else precedentes
                assert [v for v in serie.values if v is not None and v not in permises] == []
                lus += sum(v is not None for v in serie.values)
    assert lus >= 5


def test_the_hours_meet_their_target_in_the_chart(fichiers: dict, suites: dict) -> None:
    rang = [diapositive.code for diapositive in suites[2024]].index("fa04")
    (graphique,) = list_graphiques(fichiers[2024].slides[rang])
    assert {serie.name: serie.values for serie in graphique.plots[0].series} == {
        "2024": (97972.0,), "cible 2024": (25000.0,), "2023": (58526.0,)}


def test_a_chart_can_be_edited_from_its_own_workbook(fichiers: dict) -> None:
    parties = [graphique.part.chart_workbook.xlsx_part for page in fichiers[2024].slides for graphique in list_graphiques(page)]
    assert len(parties) >= 8
    assert [partie for partie in parties if partie is None or partie.blob[:2] != b"PK"] == []


@CHAQUE_ANNEE
def test_native_tables_hold_every_cell(fichiers: dict, suites: dict, annee: int) -> None:
    for page, diapositive in zip(fichiers[annee].slides, suites[annee], strict=True):
        tables = [forme.table for forme in page.shapes if forme.has_table]
        if diapositive.tableau:
            lues = [[cellule.text for cellule in rangee.cells] for rangee in tables[0].rows]
            assert lues[0] == list(diapositive.tableau.colonnes[:3])
            assert lues[1:] == [list(ligne[:3]) for ligne in diapositive.tableau.lignes]


def test_every_structure_is_named(fichiers: dict, suites: dict, base: Base) -> None:
    pages = [page for page, d in zip(fichiers[2024].slides, suites[2024], strict=True) if d.genre == "structures"]
    texte = " ".join("".join(t.text or "" for t in page._element.iter(qn("a:t"))).replace("\u00a0", " ") for page in pages)
    assert [s["structure"] for s in base.rows("structures") if s["structure"] not in texte] == []


@CHAQUE_ANNEE
def test_footers_print_edition_source_and_identifier(fichiers: dict, suites: dict, bilans: dict, annee: int) -> None:
    for page, diapositive in zip(fichiers[annee].slides, suites[annee], strict=True):
        texte = read_textes(page)
        for mot in (bilans[annee].edition, diapositive.source, diapositive.identifiant, bilans[annee].date):
            assert mot in texte


@CHAQUE_ANNEE
def test_notes_keep_what_the_speaker_needs(fichiers: dict, suites: dict, annee: int) -> None:
    for page, diapositive in zip(fichiers[annee].slides, suites[annee], strict=True):
        notes = page.notes_slide.notes_text_frame.text
        for groupe in diapositive.notes:
            assert groupe.titre.upper() in notes
            assert [phrase for phrase in groupe.elements if phrase not in notes] == []


@CHAQUE_ANNEE
def test_nothing_stands_outside_the_page_and_no_text_is_small(fichiers: dict, annee: int) -> None:
    fichier = fichiers[annee]
    for page in fichier.slides:
        for forme in page.shapes:
            assert forme.left >= 0
            assert forme.top >= 0
            assert forme.left + forme.width <= fichier.slide_width
            assert forme.top + forme.height <= fichier.slide_height
        tailles = [int(trait.find(qn("a:rPr")).get("sz")) / 100 for trait in list_traits(page)]
        assert [taille for taille in tailles if taille < PLUS_PETIT and taille != PIED] == []


def test_titles_are_in_the_title_placeholder_and_fit_two_lines(fichiers: dict) -> None:
    for page in fichiers[2024].slides:
        titre = page.shapes.title
        assert titre.is_placeholder
        (trait,) = titre.text_frame.paragraphs[0].runs
        caracteres = titre.width / (trait.font.size * 0.53)  # the mean width of a bold Arial letter
        assert len(trait.text) <= 2 * caracteres


@CHAQUE_ANNEE
def test_the_deck_is_french_and_says_what_it_is(fichiers: dict, bilans: dict, annee: int) -> None:
    proprietes = fichiers[annee].core_properties
    assert proprietes.language == "fr-FR"
    assert str(annee) in proprietes.title
    assert bilans[annee].edition in proprietes.subject
    langues = {trait.find(qn("a:rPr")).get("lang") for page in fichiers[annee].slides for trait in list_traits(page)}
    assert langues == {"fr-FR"}


@CHAQUE_ANNEE
def test_every_chart_map_and_image_is_told_in_words(fichiers: dict, annee: int) -> None:
    genres = (MSO_SHAPE_TYPE.CHART, MSO_SHAPE_TYPE.PICTURE, MSO_SHAPE_TYPE.GROUP, MSO_SHAPE_TYPE.TABLE)
    formes = [forme for page in fichiers[annee].slides for forme in page.shapes if forme.shape_type in genres]
    alternatives = [next(forme._element.iter(qn("p:cNvPr"))).get("descr") for forme in formes]
    assert formes
    assert [texte for texte in alternatives if not texte or len(texte) < 10] == []


def test_the_code_is_there_only_with_an_address(bilans: dict, fichiers: dict) -> None:
    derniere = list(fichiers[2024].slides)[-1]
    assert [forme.shape_type for forme in derniere.shapes].count(MSO_SHAPE_TYPE.PICTURE) == 1
    assert ADRESSE in read_textes(derniere)
    sans = list(Presentation(io.BytesIO(export_pptx(bilans[2024]))).slides)[-1]
    assert [forme.shape_type for forme in sans.shapes].count(MSO_SHAPE_TYPE.PICTURE) == 0


def test_slides_are_chosen_and_ordered(bilans: dict) -> None:
    fichier = Presentation(io.BytesIO(export_pptx(bilans[2024], codes=("fa09", "ouverture"))))
    titres = [page.shapes.title.text_frame.text for page in fichier.slides]
    assert len(titres) == 2
    assert titres[1].startswith("Achats publics responsables")


def test_it_is_sixteen_by_nine_with_one_layout(fichiers: dict) -> None:
    fichier = fichiers[2024]
    assert fichier.slide_width / fichier.slide_height == pytest.approx(16 / 9, abs=0.01)
    assert [layout.name for layout in fichier.slide_layouts] == ["Titre seul"]
    assert fichier.slides[0].shapes.title.left > Pt(20)
