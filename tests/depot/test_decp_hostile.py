"""Truncated, deep, enormous or foreign JSON and XML: one sentence, at once, in bounded memory."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spapser.catalogue import load_catalogue
from spapser.depot.readers import list_feuilles, read_file
from spapser.errors import DonneesPersonnelles, FichierIllisible
from tests.depot.decp import CONCESSION, CONTRATS, MARCHE, read_one, refuse, write_json, write_xml

FRUGAL = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
ENTITES = (b'<!DOCTYPE m [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><marches><marche><id>&b;</id></marche>'
           b"</marches>", b'<!DOCTYPE m [<!ENTITY a SYSTEM "file:///etc/passwd">]><marches><marche><id>&a;</id></marche></marches>')


@pytest.mark.parametrize(("contenu", "mots"), [
    (write_json(MARCHE, MARCHE)[:-200], "coupé après 1 contrat"), (write_xml(MARCHE, MARCHE)[:-20], "coupé après 1 contrat"),
    (b'{"marches":[' + b"[" * 3_000_000, "64 niveaux"), (b'{"marches":[{"a":' + b'{"a":' * 1_000_000, "64 niveaux"),
    (b"<marches><marche>" + b"<a>" * 1_000_000, "64 niveaux"),
    (b'{"marches":[{"a":[' + b"1," * 3_000_000, "valeurs"),
    (b"<marches><marche>" + b"<a/>" * 1_000_000, "valeurs"),
    (b'{"marches":[{"id":' + b"9" * 100_000 + b"}]}", "bien formé"), (b'{"marches":[{"id":1e' + b"9" * 30 + b"}]}", "bien formé"),
    (b'{"marches":[{"id":"1"},,]}', "bien formé après 1 contrat"), (b"<marches><a></b></marches>", "bien formé"),
    (b'{"records":[{"id":"1"}]}', "ne contient pas de contrats"), (b'[{"annee":2025}]', "ne contient pas de contrats"),
    (b"<?xml version='1.0'?><Workbook/>", "ne contient pas de contrats"),
    (b'{"marches":[]}', "aucun contrat"), (b"<marches/>", "aucun contrat"),
    (b'<?xml version="1.0" encoding="inconnu"?><marches/>', "bien formé"), *((bombe, "entités") for bombe in ENTITES)])
def test_what_cannot_be_read_is_said_in_one_sentence(contenu: bytes, mots: str) -> None:
    refuse(contenu, mots)


@pytest.mark.parametrize("codage", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_json_is_read_in_every_encoding(codage: str) -> None:
    texte = json.dumps({"marches": [{"id": "1", "objet": "Étude"}]}, ensure_ascii=False)
    assert read_one(texte.encode(codage))["objet"] == "Étude"


def test_characters_that_the_database_refuses_do_not_stop_a_file() -> None:
    assert read_one(b'{"marches":[{"id":"a\\u0000b","objet":"\\ud800"}]}')["identifiant"] == "a b"


def test_xml_names_may_have_a_namespace() -> None:
    assert read_one(b'<m:marches xmlns:m="u"><m:marche><m:id>7</m:id></m:marche></m:marches>')["identifiant"] == "7"


@pytest.mark.parametrize("contenu", [write_json(MARCHE), write_xml(MARCHE)])
def test_other_datasets_still_refuse_such_a_file(contenu: bytes) -> None:
    with pytest.raises(FichierIllisible, match=r"un fichier (JSON|XML), pas un tableau"):
        read_file("decp", contenu, load_catalogue().jeu("marches"))


def read_whatever(contenu: bytes) -> None:
    """Nothing but the two refusals may come out."""
    phrase = "Lu."
    try:
        list_feuilles("f", contenu)
        read_file("f", contenu, CONTRATS).atelier.close()
    except (FichierIllisible, DonneesPersonnelles) as refus:
        phrase = str(refus)
    assert phrase.endswith(".")
    assert len(phrase.splitlines()) == 1


@FRUGAL
@given(debut=st.sampled_from([b"", b'{"marches":[', b'{"marches":[{"id":', b"<marches>", b"<marches><marche><id>"]),
       contenu=st.binary(max_size=300))
def test_any_bytes(debut: bytes, contenu: bytes) -> None:
    read_whatever(debut + contenu)


@FRUGAL
@given(write=st.sampled_from([write_json, write_xml]), ajout=st.binary(max_size=20), part=st.floats(0, 1),
       retrait=st.integers(0, 50))
def test_a_true_file_with_foreign_bytes(write, ajout: bytes, part: float, retrait: int) -> None:
    contenu = write(MARCHE, concessions=[CONCESSION])
    place = int(part * len(contenu))
    read_whatever(contenu[:place] + ajout + contenu[place + retrait :])


SIMPLES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6) | st.sampled_from(["NC", "INX a"])
VALEURS = st.recursive(SIMPLES, lambda v: st.lists(v, max_size=3) | st.dictionaries(
    st.sampled_from(["titulaire", "modification", "id", "technique", "montant", "x"]), v, max_size=3), max_leaves=6)


@FRUGAL
@given(champs=st.dictionaries(st.sampled_from([*MARCHE, *CONCESSION]), VALEURS, max_size=8))
def test_any_values_under_the_right_names(champs: dict) -> None:
    read_whatever(json.dumps({"marches": {"marche": [champs, MARCHE | champs]}}).encode())
