"""DECP in JSON and XML, 2019 and 2022: one row a contract, nothing lost, nothing put right in silence."""

import json

import pytest

from spapser.depot.readers import read_file
from spapser.errors import DonneesPersonnelles
from tests.depot.decp import (
    AUTRE,
    CONCESSION,
    CONTRATS,
    EPT,
    MARCHE,
    TITULAIRE,
    examining,
    read_all,
    read_one,
    refuse,
    write_json,
    write_xml,
)

ECRITURES = (write_json, write_xml)
LU = {"ligne": 1, "identifiant": "2024-01", "objet": "Collecte des déchets", "nature": "Marché", "code_cpv": "90511000-2",
      "procedure": "Procédure adaptée", "innovant": "non", "ccag": "Travaux", "offres_recues": "4", "avance_accordee": "oui",
      "taux_avance": "0.3", "groupement": "Conjoint", "sous_traitance": "oui", "duree_mois": "48", "montant": "575000.5",
      "forme_prix": "Mixte", "date_notification": "2024-05-15", "date_publication": "2024-05-25",
      "techniques": "Accord-cadre, Concours", "modalites_execution": "Bons de commande", "types_prix": "Définitif ferme",
      "considerations_sociales": "Clause sociale, Critère social", "considerations_environnementales": "Clause environnementale",
      "acheteur": EPT, "famille": "marché", "lieu_code": "94", "lieu_type": "Code département", "annee": "2024",
      "titulaires": '[{"type":"SIRET","id":"55204599900869"}]'}


def modify(**champs) -> dict:
    """A modification of a contract."""
    return {"modification": {"id": 1, "dateNotificationModification": "2025-02-01", **champs}}


@pytest.mark.parametrize("write", ECRITURES)
def test_every_field_reaches_its_column(write) -> None:
    assert read_one(write(MARCHE)) == LU


def test_true_and_false_in_xml_are_read_too() -> None:
    lue = read_one(write_xml(MARCHE, vrai="true", faux="false"))
    assert (lue["innovant"], lue["sous_traitance"]) == ("false", "true")


@pytest.mark.parametrize("write", ECRITURES)
def test_a_concession_is_a_contract_with_its_own_words(write) -> None:
    lue = read_one(write(concessions=[CONCESSION]))
    attendues = {"famille": "concession", "acheteur": EPT, "montant": "10.3", "montant_actuel": "25", "duree_actuelle": "14",
                 "date_notification": "2024-04-02", "annee": "2024", "subvention_publique": "0.5",
                 "debut_execution": "2024-05-01", "considerations_sociales": "Pas de considération sociale"}
    assert {colonne: lue[colonne] for colonne in attendues} == attendues
    assert [t["id"] for t in json.loads(lue["titulaires"])] == ["38103128500491", "38103128500574"]


@pytest.mark.parametrize("write", ECRITURES)
def test_a_modification_the_year_after_changes_the_state_but_not_the_year(write) -> None:
    autre = {"typeIdentifiant": "SIRET", "id": "38103128500491"}
    modifications = [modify(montant=600000, dureeMois=48, titulaires=[{"titulaire": autre}]),
                     {"modification": {"id": 2, "dateNotificationModification": "2024-06-01", "montant": 580000}}]
    lue = read_one(write(MARCHE | {"modifications": modifications}))
    assert (lue["annee"], lue["date_notification"], lue["montant"], lue["montant_actuel"]) == (
        "2024", "2024-05-15", "575000.5", "600000")
    assert "duree_actuelle" not in lue
    assert json.loads(lue["titulaires"]) == [{"type": "SIRET", "id": "38103128500491"}]
    assert json.loads(lue["titulaires_initiaux"]) == [{"type": "SIRET", "id": "55204599900869"}]
    assert [m["id"] for m in json.loads(lue["modifications"])] == ["2", "1"]
    assert json.loads(lue["modifications"])[1] == {"id": "1", "date": "2025-02-01", "montant": "600000", "duree": "48",
                                                   "titulaires": [{"type": "SIRET", "id": "38103128500491"}]}


def test_a_modification_that_changes_nothing_leaves_nothing_in_the_current_state() -> None:
    lue = read_one(write_json(MARCHE | {"modifications": [modify(montant="575000.50", titulaires=[{"titulaire": TITULAIRE}])]}))
    assert not {"montant_actuel", "duree_actuelle", "titulaires_initiaux"} & set(lue)
    assert "modifications" in lue


def test_the_flat_format_of_2019_is_read_with_its_names() -> None:
    ancien = {"id": "1", "_type": "Marché", "acheteur": {"id": EPT, "nom": "EPT"}, "objet": "Papier", "montant": 12,
              "dateNotification": "2018-12-17+01:00", "titulaires": [TITULAIRE | {"denominationSociale": "ATELIER & CIE"}] * 2}
    concession = {"id": "2", "_type": "Contrat de concession", "autoriteConcedante": {"id": EPT}, "objet": "Parking",
                  "dateSignature": "2019-01-02", "concessionnaires": [TITULAIRE]}
    (marche, autre), remarques = read_all(json.dumps({"marches": [ancien, concession]}).encode())
    assert (marche["date_notification"], marche["annee"], marche["acheteur_nom"]) == ("2018-12-17", "2018", "EPT")
    assert marche["titulaires"] == '[{"type":"SIRET","id":"55204599900869","nom":"ATELIER & CIE"}]'
    assert (autre["ligne"], autre["famille"], autre["annee"]) == (2, "concession", "2019")
    assert remarques == []


def test_the_xml_of_2019_is_read_with_its_names() -> None:
    titulaire = {"titulaire": TITULAIRE | {"denominationSociale": "ATELIER & CIE"}}
    lue = read_one(write_xml(MARCHE | {"titulaires": [titulaire]}))
    assert json.loads(lue["titulaires"])[0]["nom"] == "ATELIER & CIE"


def test_what_stands_for_nothing_is_empty_and_counted() -> None:
    sale = MARCHE | {"dureeMois": "NC", "idAccordCadre": "", "ccag": "INX Travaux publics", "offresRecues": "MQ",
                     "tauxAvance": "CDL", "considerationsSociales": {"considerationSociale": ["NC"]}, "codeCPV": None}
    contenu = write_json(sale, sale).replace(b"575000.5", b"NaN")
    lignes, remarques = read_all(contenu)
    vides = {"duree_mois", "accord_cadre", "ccag", "offres_recues", "taux_avance", "considerations_sociales", "code_cpv",
             "montant"}
    assert len(lignes) == 2
    assert not vides & set(lignes[0])
    assert [r.split(" : ")[0] for r in remarques] == [f"colonne « {c} », 2 fois" for c in sorted(vides - {"code_cpv"})]


def test_a_word_inside_a_text_is_no_sentinel() -> None:
    lue = read_one(write_json(MARCHE | {"objet": 'Lot NaN, "NaN" : \\ et NC'}).replace(b"575000.5", b"NaN"))
    assert lue["objet"] == 'Lot NaN, "NaN" : \\ et NC'


def test_a_name_that_may_not_be_published_is_not_kept() -> None:
    cache = TITULAIRE | {"denominationSociale": "[Données personnelles non-diffusibles]"}
    assert json.loads(read_one(write_json(MARCHE | {"titulaires": [cache]}))["titulaires"]) == [
        {"type": "SIRET", "id": "55204599900869", "nom": "entreprise non diffusible"}]


def test_only_the_contracts_of_the_buyer_are_kept_under_their_rank() -> None:
    autre = MARCHE | {"acheteur": {"id": AUTRE}}
    (lue,), remarques = read_all(write_json(autre, MARCHE, autre), acheteur="200058014")
    assert lue["ligne"] == 2
    assert remarques == ["2 contrats d’un autre acheteur que 200058014, ou sans acheteur, sont laissés de côté"]
    assert "tout le fichier" in refuse(write_json(autre), "aucun contrat de l’acheteur 200058014", "200058014")


def test_unknown_fields_are_named() -> None:
    _, remarques = read_all(write_json(MARCHE | {"source": "x", "uid": "y"}))
    assert remarques == ["des champs ne sont pas gardés : « source » et « uid »"]


def test_fields_about_people_are_refused() -> None:
    with pytest.raises(DonneesPersonnelles, match=r"courriel.*adresse électronique"):
        read_file("decp", write_json(MARCHE | {"courriel": "a@b.fr"}), CONTRATS)


def test_an_object_with_a_phone_is_kept_without_it() -> None:
    (lue,), remarques = read_all(write_json(MARCHE | {"objet": "Joindre le 06 12 34 56 78 ou a.b@ville.fr"}))
    assert lue["objet"] == "Joindre le [coordonnées retirées] ou [coordonnées retirées]"
    assert remarques == ["1 objet : un courriel ou un téléphone y était écrit, il n’est pas gardé"]


def test_identifiers_that_look_like_a_phone_or_a_nir_are_no_personal_data() -> None:
    lue = read_one(write_json(MARCHE | {"id": "0612345678", "idAccordCadre": "184127645108946"}))
    assert (lue["identifiant"], lue["accord_cadre"]) == ("0612345678", "184127645108946")


@pytest.mark.parametrize("write", ECRITURES)
def test_a_deposit_goes_all_the_way_to_the_judgement(write) -> None:
    simple = MARCHE | {"techniques": {"technique": ["Accord-cadre"]}, "considerationsSociales": {"considerationSociale": []}}
    with examining(write(simple), acheteur="200058014") as examen:
        assert (examen.rapport.lignes, examen.rapport.annees, examen.correspondance.inconnues) == (1, (2024,), ())
        assert [cause.message for cause in examen.rapport.bloquantes] == []
