"""The templates: generated from the catalogue, opened as a spreadsheet opens them."""

import csv
import io
import re
import xml.etree.ElementTree as ET
import zipfile
from datetime import date, datetime

import pytest
from python_calamine import CalamineWorkbook
from xlsxwriter.utility import xl_cell_to_rowcol, xl_col_to_name

from spapser.catalogue import Jeu, load_catalogue
from spapser.errors import CodeInconnu
from spapser.exports.modele import Gabarit, build_gabarit, write_csv, write_xlsx
from spapser.exports.modele.codes import list_codes
from spapser.store import Base

CATALOGUE = load_catalogue()
JEUX = [pytest.param(jeu, id=jeu.nom) for jeu in CATALOGUE.jeux]
X = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
REPRIS = {"cibles": 9, "insertion_operations": 13, "insertion_publics": 77, "reemploi": 4, "suivi_actions": 44}


@pytest.fixture(scope="module")
def gabarits(base: Base) -> dict[str, Gabarit]:
    """The template of each dataset for 2025."""
    return {jeu.nom: build_gabarit(base, jeu.nom, 2025) for jeu in CATALOGUE.jeux}


def read_feuilles(contenu: bytes) -> dict[str, list[list]]:
    classeur = CalamineWorkbook.from_filelike(io.BytesIO(contenu))
    return {nom: classeur.get_sheet_by_name(nom).to_python() for nom in classeur.sheet_names}


def read_partie(contenu: bytes, nom: str) -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(contenu)) as archive:
        return ET.fromstring(archive.read(nom))


def list_validations(contenu: bytes) -> dict[str, ET.Element]:
    """The data validations of the entry sheet, by column letter."""
    feuille = read_partie(contenu, "xl/worksheets/sheet1.xml")
    return {re.match("[A-Z]+", regle.get("sqref"))[0]: regle for regle in feuille.iterfind(".//x:dataValidation", X)}


def find_letter(gabarit: Gabarit, nom: str) -> str:
    return xl_col_to_name([colonne.nom for colonne in gabarit.colonnes].index(nom))


@pytest.mark.parametrize("jeu", JEUX)
def test_the_sheet_to_fill_comes_first_and_holds_every_column_once(gabarits: dict[str, Gabarit], jeu: Jeu) -> None:
    feuilles = read_feuilles(write_xlsx(gabarits[jeu.nom]))
    assert list(feuilles)[:3] == ["À remplir", "Explications", "Codes"]
    titres = feuilles["À remplir"][0]
    assert sorted(titre for titre in titres if "pour mémoire" not in titre) == sorted(c.titre for c in jeu.colonnes)
    assert len(set(titres)) == len(titres)


@pytest.mark.parametrize("jeu", JEUX)
def test_lists_hold_what_the_catalogue_admits_and_nothing_else(gabarits: dict[str, Gabarit], jeu: Jeu) -> None:
    contenu = write_xlsx(gabarits[jeu.nom])
    regles, codes = list_validations(contenu), read_feuilles(contenu)["Codes"]
    for colonne in jeu.colonnes:
        admises = colonne.enumeration or tuple(code.code for code in list_codes(colonne.reference, CATALOGUE))
        regle = regles.get(find_letter(gabarits[jeu.nom], colonne.nom))
        if not admises or colonne.liste:
            assert regle is None or regle.get("type") != "list" or colonne.type == "boolean", colonne.nom
            continue
        plage = re.fullmatch(r"Codes!\$([A-Z]+)\$3:\$([A-Z]+)\$(\d+)", regle.find("x:formula1", X).text)
        assert plage[1] == plage[2]
        place = xl_cell_to_rowcol(f"{plage[1]}1")[1]
        assert tuple(ligne[place] for ligne in codes[2:int(plage[3])]) == admises, colonne.nom
        assert codes[0][place] == colonne.titre


@pytest.mark.parametrize("jeu", JEUX)
def test_numbers_days_and_booleans_are_checked_as_they_are_typed(gabarits: dict[str, Gabarit], jeu: Jeu) -> None:
    regles = list_validations(write_xlsx(gabarits[jeu.nom]))
    attendus = {"number": "decimal", "integer": "whole", "year": "whole", "date": "date", "boolean": "list"}
    for colonne in jeu.colonnes:
        if colonne.type in attendus:
            regle = regles[find_letter(gabarits[jeu.nom], colonne.nom)]
            assert regle.get("type") == attendus[colonne.type], colonne.nom
            assert regle.get("error"), colonne.nom
            if colonne.type == "boolean":
                assert regle.find("x:formula1", X).text == '"oui,non"'


@pytest.mark.parametrize("jeu", JEUX)
def test_every_header_carries_a_note_and_stays_in_sight(gabarits: dict[str, Gabarit], jeu: Jeu) -> None:
    contenu = write_xlsx(gabarits[jeu.nom])
    notes = ["".join(note.itertext()) for note in read_partie(contenu, "xl/comments1.xml").iterfind(".//x:comment", X)]
    assert len(notes) == len(gabarits[jeu.nom].colonnes)
    for colonne in jeu.colonnes:
        assert any(colonne.description[:30].replace("\u00a0", " ") in note.replace("\u00a0", " ") for note in notes), colonne.nom
    panneau = read_partie(contenu, "xl/worksheets/sheet1.xml").find(".//x:pane", X)
    assert (panneau.get("state"), panneau.get("ySplit")) == ("frozen", "1")


@pytest.mark.parametrize("jeu", JEUX)
def test_explanations_name_every_column_with_its_default(gabarits: dict[str, Gabarit], jeu: Jeu) -> None:
    lignes = {ligne[6]: ligne for ligne in read_feuilles(write_xlsx(gabarits[jeu.nom]))["Explications"] if len(ligne) == 7}
    for colonne in jeu.colonnes:
        titre, besoin, *_ = lignes[colonne.nom]
        assert titre == colonne.titre
        attendu = f"« {colonne.defaut} »" if colonne.defaut else "Obligatoire" if colonne.obligatoire else "Facultatif"
        assert attendu in besoin.replace("\u00a0", " "), colonne.nom


@pytest.mark.parametrize("jeu", JEUX)
def test_no_figure_of_last_year_is_passed_for_one_of_this_year(gabarits: dict[str, Gabarit], jeu: Jeu) -> None:
    for ligne in gabarits[jeu.nom].lignes:
        assert ligne["annee"] == "2025"
        interdites = {"valeur", "numerateur", "denominateur", "ligne_source", "note", "realisation", "statut_declare"}
        assert not interdites & {nom for nom, v in ligne.items() if v} or jeu.nom == "cibles"


@pytest.mark.parametrize(("nom", "nombre"), REPRIS.items())
def test_last_year_codes_are_already_written(gabarits: dict[str, Gabarit], nom: str, nombre: int) -> None:
    assert len(gabarits[nom].lignes) == nombre
    assert len(read_feuilles(write_xlsx(gabarits[nom]))["À remplir"]) == nombre + 1


def test_every_indicator_that_is_published_has_its_row_unit_and_label(gabarits: dict[str, Gabarit]) -> None:
    lignes = gabarits["observations"].lignes
    attendus = {i.code for i in CATALOGUE.indicateurs if i.fait_foi == "publiee" and i.genre != "repartition"}
    assert attendus <= {ligne["indicateur"] for ligne in lignes}
    for ligne in lignes:
        indicateur = CATALOGUE.indicateur(ligne["indicateur"])
        assert (ligne["unite"], ligne["libelle"]) == (indicateur.unite, indicateur.libelle)


def test_every_objective_has_its_row_in_the_order_of_the_fiches(gabarits: dict[str, Gabarit]) -> None:
    objectifs = [objectif.code for fiche in CATALOGUE.fiches for objectif in fiche.objectifs]
    assert [ligne["objectif"] for ligne in gabarits["suivi_actions"].lignes] == objectifs


def test_targets_start_from_the_ones_that_lead_and_ask_for_their_source(gabarits: dict[str, Gabarit]) -> None:
    heures = [ligne for ligne in gabarits["cibles"].lignes if ligne["indicateur"] == "fa04_heures"]
    assert [(x["valeur"], x["comparaison"], x["retenue"]) for x in heures] == [("25000", "au moins", "oui")]
    assert all("source" not in ligne for ligne in gabarits["cibles"].lignes)


def test_the_year_is_the_first_one_not_filled_yet(base: Base) -> None:
    assert {build_gabarit(base, jeu.nom).annee for jeu in CATALOGUE.jeux} == {2025}
    assert build_gabarit(base, "observations", 2031).annee == 2031


def test_an_unknown_dataset_is_named(base: Base) -> None:
    with pytest.raises(CodeInconnu, match="observation"):
        build_gabarit(base, "observation")


def test_the_reminder_shows_the_figures_of_last_year_as_numbers_and_days(gabarits: dict[str, Gabarit]) -> None:
    feuilles = read_feuilles(write_xlsx(gabarits["insertion_operations"]))
    titres, *lignes = feuilles["Rappel 2024"]
    collecte = next(ligne for ligne in lignes if ligne[0] == "Collecte des ordures ménagères")
    assert collecte[titres.index("Valeur")] == 64932.57
    titres, *lignes = read_feuilles(write_xlsx(gabarits["evenements"]))["Rappel 2025"]
    assert isinstance(lignes[0][titres.index("Début")], date | datetime)


@pytest.mark.parametrize("jeu", JEUX)
def test_the_same_template_is_written_twice_the_same(gabarits: dict[str, Gabarit], jeu: Jeu) -> None:
    assert write_xlsx(gabarits[jeu.nom]) == write_xlsx(gabarits[jeu.nom])


@pytest.mark.parametrize("jeu", JEUX)
def test_csv_says_the_same_the_french_way(gabarits: dict[str, Gabarit], jeu: Jeu) -> None:
    gabarit = gabarits[jeu.nom]
    contenu = write_csv(gabarit)
    assert contenu.startswith(b"\xef\xbb\xbf")
    entete, *lignes = csv.reader(io.StringIO(contenu.decode("utf-8-sig")), delimiter=";")
    assert entete == [colonne.titre for colonne in gabarit.colonnes]
    assert len(lignes) == len(gabarit.lignes)
    assert [ligne[entete.index("Année")] for ligne in lignes] == ["2025"] * len(lignes)


def test_text_from_deposited_rows_is_never_a_formula(gabarits: dict[str, Gabarit]) -> None:
    gabarit = gabarits["insertion_operations"]
    piege = Gabarit(gabarit.jeu, 2025, CATALOGUE, ({"operation": "=1+1", "annee": "2025"},), (), 0)
    assert b"'=1+1" in write_csv(piege)
    contenu = write_xlsx(piege)
    assert read_partie(contenu, "xl/worksheets/sheet1.xml").findall(".//x:sheetData//x:f", X) == []
    assert read_feuilles(contenu)["À remplir"][1][0] == "=1+1"
