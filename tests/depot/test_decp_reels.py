"""The official examples and the real files of 2019: as many contracts as they hold, none lost."""

import zipfile

import pytest

from tests.depot.decp import find_real, read_all

STRUCTURES = {"Marche.xml": 2, "Contrat-concession.xml": 2, "Contrat-concession-modification.xml": 2, "concessions.json": 2,
              "concessions_avec_modifications.json": 2, "marches_avec_modifications.json": 2, "marches_concessions.json": 4}


@pytest.mark.parametrize(("nom", "nombre"), STRUCTURES.items())
def test_official_examples(nom: str, nombre: int) -> None:
    lignes, remarques = read_all(find_real(f"exemples-officiels/{nom}").read_bytes(), nom)
    assert (len(lignes), remarques) == (nombre, [])
    assert all(ligne["titulaires"] and ligne["annee"] == "2024" for ligne in lignes)
    assert all(("modifications" in ligne) == ("modification" in nom or "marches_" in nom) for ligne in lignes)


def test_the_real_json_of_2019() -> None:
    with zipfile.ZipFile(find_real("format-2019/data.gouv.fr_pes_2019-04-05.json.zip")) as archive:
        lignes, _ = read_all(archive.read("data.gouv.fr_pes.json"))
    assert len(lignes) == 1148
    assert sum(ligne["titulaires"].count('"type"') for ligne in lignes) == 1278
    assert {ligne["annee"] for ligne in lignes} == {"2016", "2018", "2019"}
    assert sum("modifications" in ligne for ligne in lignes) == 8
