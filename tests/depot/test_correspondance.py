"""Which column of a dataset each column of a file is: by its name, by what is chosen, by what was chosen before."""

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spapser.acces import operator
from spapser.catalogue import load_catalogue
from spapser.catalogue.declaration import load_agec
from spapser.depot.correspondance import Correspondance, match_columns, recall, remember
from spapser.depot.nommage import find_column, index_titles, reduce_title
from spapser.depot.table import TableLue
from tests.depot.fichiers import reading, write_csv

CATALOGUE = load_catalogue()
JEU = CATALOGUE.jeu("insertion_operations")
ECRITURES = [(jeu, colonne, ecriture) for jeu in CATALOGUE.jeux for colonne in jeu.colonnes
             for ecriture in (colonne.nom, colonne.titre, *colonne.alias)]


@pytest.fixture(autouse=True)
def depot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where choices are kept, empty."""
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path))
    return tmp_path


@pytest.fixture
def table() -> Iterator[TableLue]:
    """A file with two known columns, a near miss and a stranger."""
    titres = ["Opération", "Exercice", "Heure réalisé", "Service instructeur"]
    with reading("heures.csv", write_csv([titres, ["Collecte", 2025, 12, "Achats"]])) as lecture:
        yield lecture.table


def name_columns(correspondance: Correspondance) -> dict[str, str]:
    """Column -> letter-like field, for what was matched."""
    return dict(sorted(correspondance.par_colonne.items()))


@pytest.mark.parametrize(("jeu", "colonne", "ecriture"), ECRITURES, ids=[f"{j.nom}-{e}" for j, _, e in ECRITURES])
def test_every_code_title_and_alias_names_a_column(jeu, colonne, ecriture: str) -> None:
    assert index_titles(jeu)[reduce_title(ecriture)].nom in {c.nom for c in jeu.colonnes}
    if ecriture == colonne.nom:
        assert find_column(ecriture, jeu) == colonne


@pytest.mark.parametrize(("titre", "nom"), [
    ("OPERATION", "operation"), ("  opération ", "operation"), ("Année", "annee"), ("ANNEE", "annee"), ("millesime", "annee"),
    ("Heures réalisées", "valeur"), ("heures_realisees", "valeur"), ("Nombre d'heures", "valeur"), ("NOMBRE D’HEURES", "valeur"),
    ("Type (services ou travaux)", "type_operation"), ("Commune*", "commune"), ("Ligne\nsource", "ligne_source")])
def test_accents_case_spacing_and_punctuation_do_not_count(titre: str, nom: str) -> None:
    assert find_column(titre, JEU).nom == nom


@pytest.mark.parametrize("titre", ["", "  ", "Colonne C", "Opérations et marchés", "Heures prévues", "???"])
def test_another_name_names_nothing(titre: str) -> None:
    assert find_column(titre, JEU) is None


def test_a_near_miss_is_proposed_and_not_applied(table: TableLue) -> None:
    trouvee = match_columns(table, JEU)
    assert name_columns(trouvee) == {"annee": "c2", "operation": "c1"}
    assert [colonne.titre for colonne in trouvee.inconnues] == ["Heure réalisé", "Service instructeur"]
    assert trouvee.proposees == {"c3": "valeur"}
    assert [colonne.nom for colonne in trouvee.manquantes] == ["type_operation"]


def test_what_is_chosen_goes_before_what_is_written(table: TableLue) -> None:
    trouvee = match_columns(table, JEU, {"c3": "valeur", "c4": ""})
    assert name_columns(trouvee) == {"annee": "c2", "operation": "c1", "valeur": "c3"}
    assert (trouvee.inconnues, [colonne.champ for colonne in trouvee.ecartees]) == ((), ["c4"])
    deplacee = match_columns(table, JEU, {"c4": "operation"})
    assert deplacee.par_colonne["operation"] == "c4"
    assert [colonne.champ for colonne in deplacee.doublons] == ["c1"]


def test_choices_that_mean_nothing_change_nothing(table: TableLue) -> None:
    assert match_columns(table, JEU, {"c99": "valeur", "c3": "inexistante"}) == match_columns(table, JEU)


def test_two_columns_chosen_for_one_are_told(table: TableLue) -> None:
    trouvee = match_columns(table, JEU, {"c3": "valeur", "c4": "valeur"})
    assert (trouvee.par_colonne["valeur"], [colonne.champ for colonne in trouvee.doublons]) == ("c3", ["c4"])


def test_two_columns_of_the_same_name_are_told() -> None:
    with reading("f.csv", write_csv([["Opération", "Année", "Heures", "Nombre d’heures"], ["a", 2025, 1, 2]])) as lecture:
        trouvee = match_columns(lecture.table, JEU)
    assert (trouvee.par_colonne["valeur"], [colonne.titre for colonne in trouvee.doublons]) == ("c3", ["Nombre d’heures"])


def test_a_column_shown_as_a_reminder_is_left_aside() -> None:
    with reading("f.csv", write_csv([["Opération", "Année", "Libellé (pour mémoire)"], ["a", 2025, "x"]])) as lecture:
        trouvee = match_columns(lecture.table, JEU)
    assert [colonne.champ for colonne in trouvee.ecartees] == ["c3"]


def test_choices_are_remembered_for_that_layout_and_add_up(table: TableLue) -> None:
    remember(match_columns(table, JEU), JEU, {"c3": "valeur"}, operator())
    remember(match_columns(table, JEU), JEU, {"c4": ""}, operator())
    assert recall(table, JEU) == {"c3": "valeur", "c4": ""}
    assert match_columns(table, JEU) == match_columns(table, JEU, {"c3": "valeur", "c4": ""})
    assert match_columns(table, JEU, {"c3": ""}).par_colonne.get("valeur") is None
    assert recall(table, CATALOGUE.jeu("insertion_publics")) == {}


def test_a_choice_of_now_takes_the_place_of_one_remembered(table: TableLue) -> None:
    remember(match_columns(table, JEU), JEU, {"c3": "valeur"}, operator())
    trouvee = match_columns(table, JEU, {"c4": "valeur"})
    assert trouvee.par_colonne["valeur"] == "c4"
    assert [colonne.champ for colonne in trouvee.inconnues] == ["c3"]


def test_another_layout_remembers_nothing(table: TableLue) -> None:
    remember(match_columns(table, JEU), JEU, {"c3": "valeur"}, operator())
    with reading("f.csv", write_csv([["Opération", "Exercice", "Service instructeur", "Heure réalisé"], ["a", 2025, "x",
                                                                                                         1]])) as autre:
        assert recall(autre.table, JEU) == {}


@pytest.mark.parametrize("contenu", [b"", b"{", b"[1]", b"null", b"\xff\xfe", b'{"c3": "inexistante"}', b'{"c3": ["a"]}'])
def test_a_damaged_memory_is_forgotten(table: TableLue, depot: Path, contenu: bytes) -> None:
    sans = match_columns(table, JEU)
    remember(sans, JEU, {"c3": "valeur"}, operator())
    (souvenir,) = (depot / "correspondances").iterdir()
    souvenir.write_bytes(contenu)
    assert match_columns(table, JEU) == sans


def test_a_memory_that_cannot_be_written_is_harmless(table: TableLue, depot: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    occupe = depot / "fichier"
    occupe.write_text("")
    monkeypatch.setenv("SPAPSER_DEPOT", str(occupe))
    remember(match_columns(table, JEU), JEU, {"c3": "valeur"}, operator())
    assert recall(table, JEU) == {}
    assert stat.S_ISREG(occupe.stat().st_mode)


def test_the_national_declaration_is_remembered_under_its_own_layout() -> None:
    reemploi = CATALOGUE.jeu("reemploi")
    titres = ["annee", "siret", "raison_sociale", "type_produit_acquis", "montant_total", "Somme réemployée"]
    with reading("agec.csv", write_csv([titres, [2025, "20005801400016", "EPT", "Papier", 10, 5]]), "reemploi") as lecture:
        forme = load_agec().as_jeu(reemploi)
        choix = {"c6": "montant_reemploi_et_reutilisation"}
        remember(match_columns(lecture.table, forme, choix), reemploi, choix, operator())
        assert match_columns(lecture.table, forme).par_colonne["montant_reemploi_et_reutilisation"] == "c6"


@given(titre=st.text(max_size=40))
def test_any_title_names_one_column_or_none(titre: str) -> None:
    trouvee = find_column(titre, JEU)
    assert trouvee is None or trouvee in JEU.colonnes
