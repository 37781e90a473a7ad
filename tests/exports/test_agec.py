"""The AGEC declaration: the catalogue says what the national schema says, and what is written obeys it."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from spapser.catalogue import load_catalogue
from spapser.catalogue.declaration import load_agec
from spapser.errors import DonneesInvalides
from spapser.exports.agec import write_declaration

SCHEMA = json.loads((Path(__file__).parent / "agec" / "schema.json").read_text("utf-8"))
AGEC = load_agec()
TYPES = {"year": int, "number": float, "string": str}
MONTANTS = {"dépense totale": 1000.5, "achat de réemploi": 300, "don reçu": 0, "achat recyclé": 120.25}


def make_rows(montants: dict = MONTANTS, **champs) -> list[dict]:
    """One category of one buyer: a row for each amount, and the house's own detail."""
    ligne = {"annee": 2025, "unite": "euros", "nature": "realise", "produit": "Papier", "siret": "", "acheteur": "", "note": "",
             "type_produit_acquis": "Papier"} | champs
    return [ligne | {"operation": operation, "valeur": valeur} for operation, valeur in montants.items()]


def read(contenu: bytes) -> list[dict]:
    return list(csv.DictReader(io.StringIO(contenu.decode("utf-8"))))


def check_schema(lignes: list[dict]) -> list[str]:
    """What breaks the national schema: header, required cells, types, pattern and enumeration."""
    fautes = [] if not lignes or list(lignes[0]) == [f["name"] for f in SCHEMA["fields"]] else ["en-tête"]
    for ligne in lignes:
        for champ in SCHEMA["fields"]:
            valeur, regles = ligne[champ["name"]], champ["constraints"]
            if not valeur:
                fautes += [f"{champ['name']} vide"] if regles["required"] else []
                continue
            TYPES[champ["type"]](valeur)
            if not re.search(regles.get("pattern", ""), valeur) or valeur not in regles.get("enum", [valeur]):
                fautes.append(f"{champ['name']} : {valeur}")
    return fautes


def test_the_catalogue_says_what_the_schema_says() -> None:
    champs = {champ["name"]: champ for champ in SCHEMA["fields"]}
    assert [colonne.nom for colonne in AGEC.colonnes] == list(champs)
    assert AGEC.version == SCHEMA["version"]
    for colonne in AGEC.colonnes:
        champ = champs[colonne.nom]
        assert (colonne.type, colonne.obligatoire) == (champ["type"], champ["constraints"]["required"])
        assert [valeur.replace("’", "'") for valeur in colonne.enumeration] == champ["constraints"].get("enum", [])
        assert colonne.motif.replace("[0-9]", "\\d") == champ["constraints"].get("pattern", "").strip("^$")


def test_the_dataset_knows_the_operations_and_the_categories_of_the_declaration() -> None:
    colonnes = {colonne.nom: colonne for colonne in load_catalogue().jeu(AGEC.jeu).colonnes}
    assert set(AGEC.montants.values()) <= set(colonnes["operation"].enumeration)
    categories = next(colonne for colonne in AGEC.colonnes if colonne.nom == "type_produit_acquis")
    assert colonnes["type_produit_acquis"].enumeration == categories.enumeration


@pytest.mark.parametrize("categorie", next(c.enumeration for c in AGEC.colonnes if c.nom == "type_produit_acquis"))
def test_every_category_is_written_as_the_schema_wants(categorie: str) -> None:
    lignes = read(write_declaration(make_rows(type_produit_acquis=categorie), 2025, AGEC))
    assert check_schema(lignes) == []
    assert [ligne["type_produit_acquis"] for ligne in lignes] == [categorie.replace("’", "'")]


def test_amounts_land_in_their_columns() -> None:
    (ligne,) = read(write_declaration(make_rows(note="Accord-cadre"), 2025, AGEC))
    assert ligne == {"annee": "2025", "siret": "20005801400016", "raison_sociale": "EPT Grand-Orly Seine Bièvre",
                     "type_produit_acquis": "Papier", "montant_total": "1000.5", "montant_reemploi_et_reutilisation": "300",
                     "montant_produits_issus_don": "0", "montant_produits_recycles": "120.25", "commentaires": "Accord-cadre"}


def test_each_buyer_has_its_own_lines_in_the_order_of_the_categories() -> None:
    autre = {"siret": "13002526500013", "acheteur": "DINUM"}
    rangees = [*make_rows(), *make_rows(**autre), *make_rows(type_produit_acquis="Mobilier urbain"),
               *make_rows(type_produit_acquis="Matériel informatique et téléphonie")]
    lignes = read(write_declaration(rangees, 2025, AGEC))
    assert [(x["raison_sociale"], x["type_produit_acquis"]) for x in lignes] == [
        ("DINUM", "Papier"), ("EPT Grand-Orly Seine Bièvre", "Matériel informatique et téléphonie"),
        ("EPT Grand-Orly Seine Bièvre", "Papier"), ("EPT Grand-Orly Seine Bièvre", "Mobilier urbain")]


def test_a_reconditioned_purchase_stands_for_a_category_without_total_and_is_never_added_to_one() -> None:
    detail = make_rows({"achat reconditionné": 80, "don": 12})
    sans_total = make_rows({nom: valeur for nom, valeur in MONTANTS.items() if nom != "achat de réemploi"})
    assert read(write_declaration([*sans_total, *detail], 2025, AGEC))[0]["montant_reemploi_et_reutilisation"] == "80"
    assert read(write_declaration([*make_rows(), *detail], 2025, AGEC))[0]["montant_reemploi_et_reutilisation"] == "300"


def test_what_the_authority_gives_is_not_what_it_receives() -> None:
    (ligne,) = read(write_declaration([*make_rows(), *make_rows({"don": 5000})], 2025, AGEC))
    assert ligne["montant_produits_issus_don"] == "0"


def test_units_other_years_and_targets_do_not_count() -> None:
    autres = [*make_rows(unite="unités"), *make_rows(annee=2024), *make_rows(nature="cible")]
    assert len(read(write_declaration([*make_rows(), *autres], 2025, AGEC))) == 1


@pytest.mark.parametrize("absent", MONTANTS)
@pytest.mark.parametrize("inconnu", [True, False], ids=["vide", "absent"])
def test_an_unknown_amount_is_asked_for_and_never_made_a_zero(absent: str, inconnu: bool) -> None:
    montants = MONTANTS | {absent: None} if inconnu else {nom: v for nom, v in MONTANTS.items() if nom != absent}
    with pytest.raises(DonneesInvalides) as refus:
        write_declaration(make_rows(montants), 2025, AGEC)
    phrase = str(refus.value).replace("\u00a0", " ")
    assert f"« Papier » n’a pas de montant pour « {absent} »" in phrase
    assert phrase.endswith(".")


def test_a_year_without_amounts_says_what_to_deposit() -> None:
    with pytest.raises(DonneesInvalides, match="Aucun montant de la déclaration AGEC n’est publié pour 2031"):
        write_declaration(make_rows(), 2031, AGEC)


def test_another_buyer_must_have_a_name() -> None:
    with pytest.raises(DonneesInvalides, match="raison sociale pour l’acheteur 13002526500013"):
        write_declaration(make_rows(siret="13002526500013"), 2025, AGEC)


def test_a_comment_is_never_a_formula() -> None:
    (ligne,) = read(write_declaration(make_rows(note="=1+1"), 2025, AGEC))
    assert ligne["commentaires"] == "'=1+1"
