"""The workbook read back by another library: every figure is that of the results, every dataset is whole."""

import io
import re
import zipfile
from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from spapser.catalogue import Fiche, Jeu, load_catalogue
from spapser.exports.classeur import NOM_FEUILLE, export_xlsx
from spapser.exports.classeur.mesures import COLONNES
from spapser.exports.contexte import Contexte
from spapser.exports.resultats import list_resultats
from spapser.store import Base
from spapser.suivi import Suivi

CATALOGUE = load_catalogue()
VALEUR, CIBLE, TAUX, STATUT = (COLONNES.index(nom) for nom in ("Réalisé", "Cible", "Taux", "Statut"))
CODE = COLONNES.index("Code")


@pytest.fixture(scope="module", params=[2024, 2023])
def contexte(request: pytest.FixtureRequest, base: Base, suivi: Suivi) -> Contexte:
    return Contexte(base, suivi, request.param)


@pytest.fixture(scope="module")
def octets(contexte: Contexte) -> bytes:
    return export_xlsx(contexte)


@pytest.fixture(scope="module")
def classeur(octets: bytes) -> CalamineWorkbook:
    return CalamineWorkbook.from_filelike(io.BytesIO(octets))


def read_lignes(classeur: CalamineWorkbook, nom: str) -> list[list]:
    return classeur.get_sheet_by_name(nom).to_python(skip_empty_area=False)


def known(resultats: list[dict], champ: str) -> list:
    return ["" if r[champ] is None else r[champ] for r in resultats]


def test_every_result_of_the_year_is_there_with_its_figures(classeur: CalamineWorkbook, contexte: Contexte) -> None:
    entete, *lignes = read_lignes(classeur, f"Résultats {contexte.annee}")
    attendus = list_resultats(contexte.suivi, contexte.annee)
    assert entete[1:] == list(COLONNES)
    for rang, champ in ((VALEUR, "valeur"), (CIBLE, "cible"), (TAUX, "taux"), (STATUT, "statut"), (CODE, "indicateur")):
        assert [ligne[rang + 1] for ligne in lignes] == pytest.approx(known(attendus, champ)), champ


def test_targets_are_beside_what_was_achieved(classeur: CalamineWorkbook, contexte: Contexte) -> None:
    lignes = read_lignes(classeur, f"Cibles {contexte.annee}")
    attendus = {r["libelle"]: r for r in list_resultats(contexte.suivi, contexte.annee) if r["cible"] is not None}
    lus = {ligne[0]: ligne for ligne in lignes if ligne[0] in attendus}
    assert set(lus) == set(attendus)
    for libelle, r in attendus.items():
        assert lus[libelle][1:3] == ["" if r["valeur"] is None else r["valeur"], r["cible"]]


@pytest.mark.parametrize("fiche", CATALOGUE.fiches, ids=lambda fiche: fiche.code)
def test_each_fiche_has_its_sheet_with_its_indicators(classeur: CalamineWorkbook, contexte: Contexte, fiche: Fiche) -> None:
    lignes = read_lignes(classeur, f"Fiche {fiche.numero:02}")
    attendus = [r for r in list_resultats(contexte.suivi, contexte.annee) if r["fiche"] == fiche.code and not r["modalite"]]
    textes = [cellule for ligne in lignes for cellule in ligne]
    assert fiche.titre in textes
    assert [objectif.titre for objectif in fiche.objectifs if objectif.titre not in textes] == []
    lus = {ligne[CODE - 1]: ligne for ligne in lignes[3:3 + len(attendus)]}
    assert list(lus) == [r["indicateur"] for r in attendus]
    assert [lus[r["indicateur"]][VALEUR - 1] for r in attendus] == pytest.approx(known(attendus, "valeur"))


@pytest.mark.parametrize("jeu", CATALOGUE.jeux, ids=lambda jeu: jeu.nom)
def test_each_dataset_has_its_sheet_with_all_its_rows(classeur: CalamineWorkbook, base: Base, jeu: Jeu) -> None:
    entete, *lignes = read_lignes(classeur, jeu.titre[:31])
    assert entete == [colonne.titre for colonne in jeu.colonnes]
    attendues = [[write(ligne[c.nom]) for c in jeu.colonnes] for ligne in base.rows(jeu.nom)]
    assert lignes == attendues or (jeu.facultatif and not attendues and "aucune ligne" in lignes[0][0])


def write(valeur) -> object:
    """A value as the sheet holds it."""
    if isinstance(valeur, bool):
        return "oui" if valeur else "non"
    return "" if valeur is None else valeur if isinstance(valeur, (str, date)) else float(valeur)


def test_cover_says_edition_date_licence_and_source(classeur: CalamineWorkbook, contexte: Contexte) -> None:
    texte = " ".join(str(cellule) for ligne in read_lignes(classeur, NOM_FEUILLE) for cellule in ligne)
    for mot in (str(contexte.annee), contexte.bilan.edition, contexte.bilan.date, "Licence Ouverte 2.0",
                CATALOGUE.document["titre"]):
        assert mot in texte
    assert [nom for nom in classeur.sheet_names[1:] if nom not in texte] == []


def test_cover_says_what_is_missing(base: Base, suivi: Suivi) -> None:
    phrase = "Le fichier « marches.csv » manque."
    lignes = read_lignes(CalamineWorkbook.from_filelike(io.BytesIO(export_xlsx(Contexte(base, suivi, 2024, "", (phrase,))))),
                         NOM_FEUILLE)
    assert phrase in [str(cellule).replace("\u00a0", " ") for ligne in lignes for cellule in ligne]


def test_headers_stay_in_sight(octets: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(octets)) as archive:
        feuilles = [nom for nom in archive.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", nom)]
        libres = [nom for nom in feuilles if b'state="frozen"' not in archive.read(nom)]
    assert len(feuilles) == 5 + len(CATALOGUE.fiches) + len(CATALOGUE.jeux) + 1
    assert libres == ["xl/worksheets/sheet1.xml"]  # the cover


def test_charts_are_native_and_read_the_cells_beside_them(octets: bytes, contexte: Contexte) -> None:
    with zipfile.ZipFile(io.BytesIO(octets)) as archive:
        graphiques = [archive.read(nom).decode() for nom in archive.namelist() if nom.startswith("xl/charts/chart")]
    dessines = [g for section in contexte.bilan.sections for g in section.graphiques if g.genre != "frise"]
    assert len(graphiques) >= max(1, len(dessines) - 2)
    assert all("<c:f>" in graphique and "<c:barChart>" in graphique for graphique in graphiques)


def test_one_fiche_alone_holds_no_other(base: Base, suivi: Suivi) -> None:
    classeur = CalamineWorkbook.from_filelike(io.BytesIO(export_xlsx(Contexte(base, suivi, 2024, "fa04"))))
    assert [nom for nom in classeur.sheet_names if nom.startswith("Fiche")] == ["Fiche 04"]
    codes = {ligne[CODE + 1] for ligne in read_lignes(classeur, "Résultats 2024")[1:]}
    assert codes == {r["indicateur"] for r in list_resultats(suivi, 2024) if r["fiche"] == "fa04"}


def test_a_dataset_without_rows_says_so_on_its_sheet(contexte: Contexte, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("spapser.exports.classeur.iter_colonnes", lambda base, jeu, limite: iter(()))
    monkeypatch.setattr(Base, "count_rows", lambda self, jeu: 0)
    classeur = CalamineWorkbook.from_filelike(io.BytesIO(export_xlsx(contexte)))
    for jeu in CATALOGUE.jeux:
        lignes = read_lignes(classeur, jeu.titre[:31])
        assert lignes[0][:len(jeu.colonnes)] == [colonne.titre for colonne in jeu.colonnes]
        assert lignes[1][0] == "Ce jeu n’a aucune ligne dans cette édition."


def test_more_rows_than_a_sheet_takes_are_said_to_be_in_the_csv(contexte: Contexte, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("spapser.exports.classeur.LIMITE", 7)
    classeur = CalamineWorkbook.from_filelike(io.BytesIO(export_xlsx(contexte)))
    lignes, garde = read_lignes(classeur, "Observations"), read_lignes(classeur, NOM_FEUILLE)
    attendues = contexte.base.rows("observations")
    assert [ligne[0] for ligne in lignes[1:8]] == [ligne["indicateur"] for ligne in attendues[:7]]
    phrase = f"Le jeu compte {len(attendues)} lignes : les 7 premières sont ici, toutes sont dans le CSV."
    assert lignes[8][0].replace("\u00a0", " ") == phrase
    assert f"{len(attendues)} lignes, les 7 premières ici, toutes dans le CSV. " in str(garde).replace("\\xa0", " ")
    assert len(lignes) == 9


@pytest.mark.parametrize("borne", [10_000, 20])
def test_rows_filter_and_have_a_name_for_formulas_however_many(contexte: Contexte, monkeypatch: pytest.MonkeyPatch,
                                                               borne: int) -> None:
    monkeypatch.setattr("spapser.exports.classeur.jeu.TABLE", borne)
    with zipfile.ZipFile(io.BytesIO(export_xlsx(contexte))) as archive:
        noms = re.findall(r'name="jeu_(\w+)"', archive.read("xl/workbook.xml").decode())
        tables = [archive.read(nom).decode() for nom in archive.namelist() if nom.startswith("xl/tables/")]
    nommes = [*noms, *(re.search(r'displayName="jeu_(\w+)"', table).group(1) for table in tables)]
    assert sorted(nommes) == sorted(jeu.nom for jeu in CATALOGUE.jeux if contexte.base.count_rows(jeu.nom))
    assert all("<autoFilter" in table for table in tables)
    assert noms == ([] if borne > 20 else [j.nom for j in CATALOGUE.jeux if contexte.base.count_rows(j.nom) > borne])
