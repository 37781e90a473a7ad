"""DECP tables: one row a holder and a modification in the file, one row a contract once read."""

import json
from contextlib import closing, nullcontext

import pytest

from spapser.depot.readers import read_file, texte
from spapser.errors import DonneesPersonnelles
from tests.depot.decp import AUTRE, CONTRATS, EPT, examining, find_real, read_all, read_one, refuse
from tests.depot.fichiers import write_csv, write_parquet, write_xlsx

NATIONAL = {
    "uid": EPT + "M1", "id": "M1", "nature": "Marché", "acheteur_id": EPT, "acheteur_nom": "EPT",
    "titulaire_id": "55204599900869", "titulaire_typeIdentifiant": "SIRET", "titulaire_nom": "ALPHA", "objet": "Collecte",
    "montant": "1000.0", "type": "Services", "codeCPV": "90511000", "techniques": "Sans objet", "dureeMois": "12",
    "dateNotification": "2024-11-02", "considerationsSociales": "Critère social, Clause sociale", "titulaire_categorie": "PME",
    "titulaire_commune_code": "94081", "titulaire_departement_code": "94", "modification_id": "0", "donneesActuelles": "true",
    "sourceFile": "https://exemple.fr/a@b"}
ALPHA = {"type": "SIRET", "id": "55204599900869", "nom": "ALPHA", "categorie": "PME", "commune": "94081", "departement": "94"}
MINISTERE = {
    "id": "M1", "acheteur_id": EPT, "nature": "Marché", "objet": "Collecte", "codecpv": "90511000-2",
    "datenotification": "2024-11-02", "montant": "1000", "dureemois": "12",
    "techniques": "[\"Système d'acquisition dynamique\", 'Concours']", "considerationssociales": "['Clause sociale']",
    "considerationsenvironnementales": "['NC']", "ccag": "INX Autre", "offresrecues": "MQ", "titulaire_id_1": "55204599900869",
    "titulaire_typeidentifiant_1": "SIRET", "titulaire_id_2": "38103128500491", "titulaire_typeidentifiant_2": "SIRET",
    "titulaire_id_3": "CDL", "titulaire_typeidentifiant_3": "CDL", "idmodification": "CDL", "montantmodification": "CDL",
    "dureemoismodification": "CDL", "datenotificationmodificationmodification": "CDL", "idtitulairemodification": "CDL",
    "typeidentifianttitulairemodification": "CDL", "created_at": "2024-12-01"}


def write_table(*lignes: dict, separateur: str = ",") -> bytes:
    """A CSV file of rows that have the same columns."""
    return write_csv([list(lignes[0]), *(list(ligne.values()) for ligne in lignes)], separateur)


def modify(**champs) -> dict:
    """A row of the national file for the first modification."""
    return NATIONAL | {"modification_id": "1", "dateNotification": "2025-02-01", **champs}


def test_several_holders_and_a_modification_the_year_after_make_one_contract() -> None:
    beta = {"titulaire_id": "38103128500491", "titulaire_nom": "BETA", "titulaire_commune_code": ""}
    passee = {"donneesActuelles": "false"}
    lue = read_one(write_table(modify(montant="1500.0"), NATIONAL | beta | passee, NATIONAL | passee, NATIONAL | passee))
    assert {c: lue[c] for c in ("ligne", "annee", "date_notification", "montant", "montant_actuel", "famille")} == {
        "ligne": 2, "annee": "2024", "date_notification": "2024-11-02", "montant": "1000.0", "montant_actuel": "1500.0",
        "famille": "marché"}
    assert "duree_actuelle" not in lue
    assert json.loads(lue["titulaires"]) == [ALPHA]
    assert [t["nom"] for t in json.loads(lue["titulaires_initiaux"])] == ["BETA", "ALPHA"]
    assert "commune" not in json.loads(lue["titulaires_initiaux"])[0]
    assert json.loads(lue["modifications"]) == [
        {"id": "1", "date": "2025-02-01", "montant": "1500.0", "duree": "12", "titulaires": [ALPHA]}]


def test_what_does_not_change_is_not_repeated_in_the_current_state() -> None:
    lue = read_one(write_table(NATIONAL | {"donneesActuelles": "false"}, modify(montant="1000")))
    assert not {"montant_actuel", "duree_actuelle", "titulaires_initiaux"} & set(lue)


def test_the_current_state_is_the_one_that_says_so() -> None:
    lue = read_one(write_table(NATIONAL | {"donneesActuelles": "false"}, modify(montant="1500"),
                               modify(modification_id="2", montant="9", donneesActuelles="false")))
    assert lue["montant_actuel"] == "1500"


def test_contracts_that_share_an_identifier_but_not_their_object_stay_apart() -> None:
    lignes, _ = read_all(write_table(NATIONAL, NATIONAL | {"objet": "Voirie"}, NATIONAL | {"codeCPV": "45000000"}))
    assert len(lignes) == 3


def test_no_object_and_the_order_of_lists_are_kept_as_they_are() -> None:
    lue = read_one(write_table(NATIONAL))
    assert (lue["techniques"], lue["considerations_sociales"]) == ("Sans objet", "Critère social, Clause sociale")


def test_a_contract_known_by_its_modification_alone_is_kept_and_said() -> None:
    (lue,), remarques = read_all(write_table(modify()))
    assert (lue["annee"], json.loads(lue["titulaires"])) == ("2025", [ALPHA])
    assert [r for r in remarques if "seule une modification est dans le fichier" in r]


def test_rows_of_one_state_that_do_not_agree_are_said() -> None:
    (lue,), remarques = read_all(write_table(NATIONAL, NATIONAL | {"montant": "2000", "titulaire_id": "38103128500491"}))
    assert lue["montant"] == "1000.0"
    assert [r for r in remarques if "plusieurs montants" in r]


@pytest.mark.parametrize("nom", ["[Données personnelles non-diffusibles]", "[ND]", "DUPONT [ND]"])
def test_a_name_that_may_not_be_published_is_not_kept(nom: str) -> None:
    lue = read_one(write_table(NATIONAL | {"titulaire_nom": nom}))
    assert json.loads(lue["titulaires"]) == [ALPHA | {"nom": "entreprise non diffusible"}]


def test_only_the_contracts_of_the_buyer_are_kept() -> None:
    autre = NATIONAL | {"acheteur_id": AUTRE}
    contenu = write_table(autre, autre | {"titulaire_id": "38103128500491"}, NATIONAL)
    (lue,), remarques = read_all(contenu, acheteur="200058014")
    assert (lue["ligne"], lue["acheteur"]) == (4, EPT)
    assert remarques == ["1 contrat d’un autre acheteur que 200058014, ou sans acheteur, est laissé de côté"]
    assert len(read_all(contenu)[0]) == 2
    refuse(write_table(autre), "aucun contrat de l’acheteur 200058014 parmi 1", "200058014")


def test_parquet_with_true_types_gives_the_same_contracts(tmp_path) -> None:
    colonnes = ", ".join(f"'{valeur}' as \"{nom}\"" for nom, valeur in NATIONAL.items() if nom not in (
        "montant", "modification_id", "donneesActuelles", "dateNotification"))
    typees = "1000.5 as montant, 0 as modification_id, true as donneesActuelles, date '2024-11-02' as dateNotification"
    parquet = write_parquet(tmp_path, f"select {colonnes}, {typees}")
    assert read_one(parquet) == read_one(write_table(NATIONAL | {"montant": "1000.5"})) | {"ligne": 1}


def test_the_flat_file_of_the_ministry_is_read_with_its_lists_and_sentinels() -> None:
    modifiee = MINISTERE | {"idmodification": "1", "montantmodification": "1200",
                            "datenotificationmodificationmodification": "2025-03-01",
                            "idtitulairemodification": "38103128500491", "typeidentifianttitulairemodification": "SIRET"}
    (lue,), remarques = read_all(b"\xef\xbb\xbf" + write_table(MINISTERE, modifiee, separateur=";"))
    attendues = {"techniques": "Système d'acquisition dynamique, Concours", "considerations_sociales": "Clause sociale",
                 "montant": "1000", "montant_actuel": "1200", "annee": "2024", "code_cpv": "90511000-2"}
    assert {colonne: lue[colonne] for colonne in attendues} == attendues
    assert not {"ccag", "offres_recues", "considerations_environnementales", "duree_actuelle"} & set(lue)
    assert [t["id"] for t in json.loads(lue["titulaires_initiaux"])] == ["55204599900869", "38103128500491"]
    assert [t["id"] for t in json.loads(lue["titulaires"])] == ["38103128500491"]
    assert json.loads(lue["modifications"]) == [{"id": "1", "date": "2025-03-01", "montant": "1200", "titulaires": [
        {"type": "SIRET", "id": "38103128500491"}]}]
    assert [r.split(" : ")[0] for r in remarques] == [
        "colonne « ccag », 2 fois", "colonne « considerations_environnementales », 2 fois", "colonne « modifications », 7 fois",
        "colonne « offres_recues », 2 fois", "colonne « titulaires », 4 fois"]


def test_a_concession_of_a_table_is_one() -> None:
    flat = {"id": "C1", "autoriteConcedante_id": EPT, "nature": "Délégation de service public", "objet": "Marchés forains",
            "dateSignature": "2024-04-02", "valeurGlobale": "10", "concessionnaire_id_1": "38103128500491"}
    lue = read_one(write_table(flat, separateur=";"))
    assert (lue["famille"], lue["acheteur"], lue["montant"], lue["annee"]) == ("concession", EPT, "10", "2024")


def test_a_workbook_laid_out_so_is_read_too() -> None:
    assert read_one(write_xlsx({"F": [list(NATIONAL), list(NATIONAL.values())]}))["titulaires"].startswith('[{"type":"SIRET"')


def test_the_spreadsheet_of_the_house_is_left_as_it_is() -> None:
    maison = {"identifiant": "M1", "objet": "Collecte", "acheteur": EPT, "date_notification": "2024-01-02",
              "siret_titulaire": "55204599900869"}
    table = read_file("f.csv", write_table(maison), CONTRATS, acheteur="200058014")
    assert (table.format, table.entete, len(table.colonnes)) == ("CSV", 1, 5)
    table.atelier.close()


@pytest.mark.parametrize(("colonne", "valeur"), [
    ("courriel du titulaire", "x"), ("suivi", "a.b@exemple.fr"), ("Prénom", "Marie")])
def test_a_column_about_people_added_to_it_is_refused(colonne: str, valeur: str) -> None:
    with pytest.raises(DonneesPersonnelles, match=r"données personnelles"):
        read_file("f.csv", write_table(NATIONAL | {colonne: valeur}), CONTRATS)


@pytest.mark.parametrize(("ligne", "separateur"), [(NATIONAL, ","), (MINISTERE, ";")])
def test_a_deposit_goes_all_the_way_to_the_judgement(ligne: dict, separateur: str) -> None:
    simple = ligne | {cle: "" for cle in ("techniques", "considerationsSociales") if cle in ligne}
    with examining(write_table(simple, separateur=separateur), acheteur="200058014") as examen:
        assert (examen.rapport.lignes, examen.rapport.annees, examen.correspondance.inconnues) == (1, (2024,), ())


def test_the_real_table_of_2021_has_as_many_contracts_as_identifiers() -> None:
    lignes, _ = read_all(find_real("format-2019/region_bretagne_2021_marches.csv").read_bytes())
    assert len(lignes) == 191
    assert sum(len(json.loads(ligne["titulaires"])) for ligne in lignes) == 195


@pytest.mark.parametrize("suffixe", ["csv", "xlsx", "ods"])
def test_the_example_of_the_schema_is_one_contract_and_its_modification(suffixe: str) -> None:
    lue = read_one(find_real(f"tabulaire/decp-table-schema_exemple-valide.{suffixe}").read_bytes())
    assert (lue["duree_mois"], lue["duree_actuelle"], len(json.loads(lue["titulaires"]))) == ("3", "6", 2)
    assert [m["date"] for m in json.loads(lue["modifications"])] == ["2019-05-30"]


@pytest.mark.parametrize("cellule", ["rien", "camille@exemple.fr"])
def test_an_unknown_column_of_a_big_file_is_searched_whatever_the_others_are_kept_as(monkeypatch, cellule: str) -> None:
    """Read the short way, columns of few values are codes: the unknown ones alone are searched for people."""
    monkeypatch.setattr(texte, "VITE_DES", -1)
    contenu = write_table(*(NATIONAL | {"id": f"M{n}", "uid": f"{EPT}M{n}", "remarque": cellule if n == 40 else "rien"}
                            for n in range(400)))
    with pytest.raises(DonneesPersonnelles, match="remarque") if "@" in cellule else nullcontext():
        assert len(read_all(contenu)[0]) == 400


def test_the_columns_of_the_file_are_forgotten_once_the_contracts_are_gathered(monkeypatch) -> None:
    monkeypatch.setattr(texte, "VITE_DES", -1)
    table = read_file("f.csv", write_table(NATIONAL, modify()), CONTRATS)
    with closing(table.atelier) as atelier:
        assert atelier.query("select count(*) from lu") == [(1,)]
        assert atelier.relations == {}
