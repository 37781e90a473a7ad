"""The PDF read back: its figures are those of the command line, its structure is that of an accessible document."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from spapser.catalogue.model import Fiche
from spapser.exports.adresse import VARIABLE
from spapser.exports.bilan import Bilan, build_bilan
from spapser.exports.pdf import export_pdf
from spapser.exports.secours import open_lisible
from spapser.store import Base, load_edition
from spapser.suivi import Suivi, load_suivi
from spapser.typographie import imprimable
from tests.exports.pdf_lu import Lu, drop_bords, walk
from tests.exports.rapport_lu import CATALOGUE, is_simple, list_dessines, read_indicateurs, squeeze, write, write_cible


@pytest.fixture(scope="module", params=[2024, 2023])
def bilan(request: pytest.FixtureRequest, base: Base, suivi: Suivi) -> Bilan:
    return build_bilan(base, suivi, request.param)


@pytest.fixture(scope="module")
def lu(bilan: Bilan) -> Lu:
    return Lu(export_pdf(bilan))


def test_figures_are_those_of_the_command_line(lu: Lu, bilan: Bilan, capsys: pytest.CaptureFixture[str]) -> None:
    simples = [r for r in read_indicateurs(capsys, bilan.annee) if is_simple(r)]
    assert simples
    absents = [r["indicateur"] for r in simples
               if squeeze(r["libelle"] + write(r, "valeur") + write_cible(r)) not in lu.texte]
    assert absents == []


def test_categories_of_the_charts_are_those_of_the_command_line(lu: Lu, bilan: Bilan, capsys: pytest.CaptureFixture[str]) -> None:
    graphiques = [g for section in bilan.sections for g in section.graphiques]
    dessines = list_dessines(read_indicateurs(capsys, bilan.annee), graphiques)
    assert dessines or bilan.annee == 2023
    assert [r for r in dessines if squeeze(r["modalite"] + r["dimension"] + write(r, "valeur")) not in lu.texte
            and squeeze(r["modalite"] + write(r, "valeur")) not in lu.texte] == []


def test_every_objective_is_there_with_what_was_done(lu: Lu, bilan: Bilan) -> None:
    for section in bilan.sections:
        for mot in (section.fiche.titre, section.fiche.engagement, *(o.objectif.titre for o in section.objectifs)):
            assert squeeze(mot) in lu.texte, mot
        faits = [o.action.realisation for o in section.objectifs if o.action]
        assert [fait for fait in faits if squeeze(fait) not in lu.texte] == []


def test_objectives_are_counted_apart_declared_proposed_and_silent(lu: Lu, bilan: Bilan) -> None:
    actions = [o.action for section in bilan.sections for o in section.objectifs]
    muets = sum(action is not None and action.statut == "sans statut" for action in actions)
    for nombre, origine in ((muets, "le texte ne permet pas de conclure"), (actions.count(None), "aucun suivi publié")):
        assert (squeeze(f"sans statut {nombre} {origine}") in lu.texte) is bool(nombre)


def test_it_states_the_accessibility_norm_and_is_tagged(lu: Lu) -> None:
    assert lu.racine["/MarkInfo"]["/Marked"].value is True
    assert lu.racine["/Lang"].lower().startswith("fr")
    assert lu.racine["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    metadonnees = lu.racine["/Metadata"].get_data().decode()
    assert re.search(r"pdfuaid:part(>|=\")1", metadonnees)


def test_title_author_and_fonts(lu: Lu, bilan: Bilan) -> None:
    assert lu.pdf.metadata.title == f"Bilan annuel {bilan.annee}"
    assert lu.pdf.metadata.author == CATALOGUE.document["auteur"]
    polices = {str(police.get_object()["/BaseFont"]) for page in lu.pdf.pages for police in page["/Resources"]["/Font"].values()}
    assert polices
    assert [police for police in polices if "SourceSansPro" not in police] == []


def test_every_page_is_a4(lu: Lu) -> None:
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in lu.pdf.pages} == {(595, 842)}


def test_every_chart_has_its_words_and_its_identifier(lu: Lu, bilan: Bilan) -> None:
    graphiques = [g for section in bilan.sections for g in section.graphiques]
    alternatives = [squeeze(str(figure["/Alt"])) for figure in lu.list_elements("/Figure")]
    assert sorted(alternatives) == sorted(squeeze(g.alternative) for g in graphiques)
    assert [g.identifiant for g in graphiques if squeeze(f"Figure {g.identifiant}.") not in lu.texte] == []


def test_charts_are_vectors(lu: Lu) -> None:
    images = [objet for page in lu.pdf.pages for objet in page["/Resources"].get("/XObject", {}).values()
              if objet.get_object()["/Subtype"] == "/Image"]
    assert images == []


def test_headings_go_down_one_level_at_a_time(lu: Lu) -> None:
    niveaux = [int(e["/S"][2:]) for e in lu.elements if re.fullmatch(r"/H\d", e["/S"])]
    assert niveaux.count(1) >= len(CATALOGUE.fiches)
    assert niveaux[0] == 1
    assert [i for i in range(1, len(niveaux)) if niveaux[i] > niveaux[i - 1] + 1] == []


def test_tables_have_headers_for_their_columns(lu: Lu) -> None:
    tables = lu.list_elements("/Table")
    assert len(tables) > 2 * len(CATALOGUE.fiches)
    for table in tables:
        assert [e for e in walk(table) if e["/S"] == "/TH"]


def test_the_table_of_contents_leads_to_every_chapter(lu: Lu) -> None:
    liens = [a.get_object() for page in lu.pdf.pages for a in page.get("/Annots", []) if a.get_object()["/Subtype"] == "/Link"]
    chapitres = [entree.title for entree in lu.pdf.outline if not isinstance(entree, list)]
    assert [f for f in CATALOGUE.fiches if not any(titre.startswith(f"Fiche {f.numero}\u00a0:") for titre in chapitres)] == []
    assert len(liens) >= len(chapitres)
    assert all(lien.get("/Contents") for lien in liens)


def test_edition_day_and_source_are_printed_on_every_page(lu: Lu, bilan: Bilan) -> None:
    for page in lu.pages[1:]:
        assert squeeze(f"{bilan.edition[1:]}. Document établi le {bilan.date}") in squeeze(page)
    assert squeeze(f"Source : {CATALOGUE.document['titre']}") in squeeze(lu.pages[0])


def test_french_spaces_hold_and_words_are_cut_in_french(lu: Lu) -> None:
    texte = "\n".join(lu.pages)
    assert re.findall(r"\w+\n[:;?!%€»]", texte) == []
    assert re.search(r"\w{2,}-\n\w{2,}", texte), "hyphenation is on"


def test_no_heading_ends_a_page(lu: Lu, bilan: Bilan) -> None:
    titres = {squeeze(g.titre) for s in bilan.sections for g in s.graphiques} | {
        squeeze(t) for t in ("Tous les indicateurs", "Les chiffres en images", "Achats à venir", "Marchés cités",
                             "Réserves sur les données", "Ce qui a été fait, objectif par objectif")}
    for page in lu.pages[1:]:
        lignes = [squeeze(ligne) for ligne in drop_bords(page).splitlines() if ligne.strip()]
        assert lignes[-1] not in titres


@pytest.mark.parametrize("fiche", CATALOGUE.fiches, ids=lambda fiche: fiche.code)
def test_one_fiche_alone(base: Base, suivi: Suivi, fiche: Fiche) -> None:
    lu = Lu(export_pdf(build_bilan(base, suivi, 2024, (fiche.code,))))
    titre = lu.pdf.metadata.title.replace("\u00a0", " ")
    assert titre == f"Fiche {fiche.numero} : {fiche.titre_court}, 2024"
    assert squeeze(fiche.titre) in lu.texte
    autres = [autre for autre in CATALOGUE.fiches if autre is not fiche and squeeze(autre.titre) in lu.texte]
    assert autres == []


def test_the_same_content_gives_the_same_file(bilan: Bilan) -> None:
    assert export_pdf(bilan) == export_pdf(bilan)


def test_the_address_is_printed_when_there_is_one(base: Base, suivi: Suivi, monkeypatch: pytest.MonkeyPatch) -> None:
    bilan = build_bilan(base, suivi, 2024, ("fa08",))
    assert "exemple" not in Lu(export_pdf(bilan)).pages[0]
    monkeypatch.setenv(VARIABLE, "https://spapser.exemple.fr")
    assert "https://spapser.exemple.fr" in Lu(export_pdf(bilan)).pages[0]


def test_a_missing_dataset_is_told_on_the_cover_and_in_the_method(tmp_path: Path) -> None:
    shutil.copytree(load_edition().dossier, tmp_path / "bilan")
    (tmp_path / "bilan" / "suivi_actions.csv").unlink()
    base, manques = open_lisible(replace(load_edition(), dossier=tmp_path / "bilan"), CATALOGUE)
    bilan = replace(build_bilan(base, load_suivi(base, CATALOGUE), 2024), manques=manques)
    lu = Lu(export_pdf(bilan))
    assert squeeze("suivi_actions.csv") in squeeze(lu.pages[0])
    assert lu.texte.count(squeeze("suivi_actions.csv")) >= 2
    assert squeeze("Aucun suivi publié pour 2024.") in lu.texte


def test_hostile_words_stay_words(base: Base, suivi: Suivi) -> None:
    piege = '#panic("x") $x$ *gras* [lien] <balise> \\ "fin" @ref =titre \x07\x0b'
    bilan = build_bilan(base, suivi, 2024, ("fa08",))
    section = replace(bilan.sections[0], notes=(piege,))
    assert squeeze(imprimable(piege)) in Lu(export_pdf(replace(bilan, sections=(section,)))).texte
