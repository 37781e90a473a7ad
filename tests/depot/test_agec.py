"""The national AGEC declaration is deposited as it is, judged in its own cells, and written back the same."""

import csv
import io
from pathlib import Path

import pytest

from spapser.acces import operator
from spapser.catalogue import Catalogue, load_catalogue
from spapser.catalogue.declaration import load_agec
from spapser.depot.apercu import preview
from spapser.depot.cellule import Cellule
from spapser.depot.codes import list_codes
from spapser.depot.parcours import Demande, Examen, examine, publish_examen
from spapser.depot.regles import check_cell
from spapser.exports.agec import write_declaration
from spapser.store import Base, load_edition
from tests.server.lancement import PROJECT

VALIDE = (PROJECT / "tests" / "exports" / "agec" / "exemple-valide.csv").read_bytes()
AGEC = load_agec()
ENTETE = ",".join(colonne.nom for colonne in AGEC.colonnes)
PAPIER = "2025,13002526500013,DINUM,Papier,1000,200,0,50,un mot"


@pytest.fixture(scope="module")
def base() -> Base:
    """What ships."""
    return Base(load_edition(0))


@pytest.fixture(autouse=True)
def depot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of editions of its own."""
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path / "editions"))


def deposit(base: Base, contenu: bytes, *annees: int) -> Examen:
    return examine(Demande("reemploi", "declaration.csv", contenu, annees), base)


def publish(base: Base, contenu: bytes) -> Base:
    examen = deposit(base, contenu)
    cles = [cause.cle for cause in examen.rapport.avertissements]
    edition = publish_examen(examen, preview(examen, base), operator("Service"), "Essai", cles)
    examen.close()
    return Base(edition)


def read(contenu: bytes) -> list[dict]:
    return list(csv.DictReader(io.StringIO(contenu.decode("utf-8-sig"))))


def as_numbers(ligne: dict) -> dict:
    return {nom: float(valeur) if nom.startswith("montant") else valeur for nom, valeur in ligne.items()}


def test_the_national_example_is_written_back_as_it_was_read(base: Base) -> None:
    publiee = publish(base, VALIDE)
    ecrites = [ligne for annee in (2023, 2024) for ligne in read(write_declaration(publiee.rows("reemploi"), annee, AGEC))]
    cle = [(ligne["annee"], ligne["type_produit_acquis"]) for ligne in ecrites]
    lues = {(ligne["annee"], ligne["type_produit_acquis"]): as_numbers(ligne) for ligne in read(VALIDE)}
    assert len(set(cle)) == len(lues)
    assert {c: as_numbers(ligne) for c, ligne in zip(cle, ecrites, strict=True)} == lues


def test_each_amount_is_a_row_on_the_line_it_comes_from(base: Base) -> None:
    examen = deposit(base, f"{ENTETE}\n\n{PAPIER}\n".encode(), 2025)
    lignes = examen.table.atelier.rows("select ligne, operation, produit, siret, acheteur, valeur, unite, note from net")
    examen.close()
    assert [(x["ligne"], x["operation"], x["valeur"], x["note"]) for x in lignes] == [
        (3, "dépense totale", "1000", "un mot"), (3, "achat de réemploi", "200", None), (3, "don reçu", "0", None),
        (3, "achat recyclé", "50", None)]
    assert {(x["produit"], x["siret"], x["acheteur"], x["unite"]) for x in lignes} == {
        ("Papier", "13002526500013", "DINUM", "euros")}


def test_converted_rows_obey_the_dataset(base: Base) -> None:
    catalogue: Catalogue = load_catalogue()
    examen = deposit(base, VALIDE)
    lignes = examen.table.atelier.rows("select * from net")
    examen.close()
    jeu = catalogue.jeu("reemploi")
    assert len(lignes) == 12
    for ligne in lignes:
        for colonne in jeu.colonnes:
            assert check_cell(Cellule(ligne[colonne.nom] or "", colonne, list_codes(colonne, catalogue))) is None
    assert len({tuple(ligne[nom] for nom in jeu.cle) for ligne in lignes}) == 12


@pytest.mark.parametrize(("avant", "apres", "cellule", "mots"), [
    ("13002526500013", "1300252650001", "B2", "forme"), ("Papier", "Papiers peints", "D2", "n’est pas une valeur admise"),
    ("1000", "mille", "E2", "n’est pas un nombre"), ("DINUM", "", "C2", "obligatoire"), (",200,", ",,", "F2", "obligatoire"),
    (",50,", ",-50,", "H2", "trop petit"), ("2025", "2024", "A2", "n’est pas celle du dépôt")])
def test_a_fault_is_shown_in_the_cell_of_the_declaration(base: Base, avant: str, apres: str, cellule: str, mots: str) -> None:
    examen = deposit(base, f"{ENTETE}\n{PAPIER.replace(avant, apres, 1)}\n".encode(), 2025)
    examen.close()
    (cause,) = examen.rapport.bloquantes
    assert cause.premieres[0].cellule == cellule
    assert mots in cause.message


def test_a_part_above_the_total_is_a_warning(base: Base) -> None:
    examen = deposit(base, f"{ENTETE}\n{PAPIER.replace(',200,', ',2000,')}\n".encode(), 2025)
    examen.close()
    (cause,) = examen.rapport.avertissements
    assert (cause.premieres[0].cellule, cause.premieres[0].valeur) == ("F2", "2000")
    assert "dépasse la dépense totale de la catégorie (1000)" in cause.message


@pytest.mark.parametrize("ecriture", ["Consommables d'impression", "Consommables d’impression", "CONSOMMABLES D'IMPRESSION"])
def test_apostrophes_and_capitals_of_the_categories_do_not_matter(base: Base, ecriture: str) -> None:
    publiee = publish(base, f"{ENTETE}\n{PAPIER.replace('Papier', ecriture)}\n".encode())
    assert {x["type_produit_acquis"] for x in publiee.rows("reemploi") if x["annee"] == 2025} == {"Consommables d’impression"}
    (ligne,) = read(write_declaration(publiee.rows("reemploi"), 2025, AGEC))
    assert ligne["type_produit_acquis"] == "Consommables d'impression"


def test_a_declared_category_changes_no_indicator_of_the_fiche(base: Base) -> None:
    examen = deposit(base, f"{ENTETE}\n{PAPIER}\n".encode(), 2025)
    assert preview(examen, base).effets == ()
    examen.close()


def test_the_template_of_the_dataset_is_not_taken_for_a_declaration(base: Base) -> None:
    entete = "Opération;Produit;Catégorie AGEC;SIRET de l’acheteur;Raison sociale de l’acheteur;Année;Valeur;Unité"
    examen = deposit(base, f"{entete}\ndon;Écrans;Papier;;;2025;4;unités\n".encode(), 2025)
    examen.close()
    assert examen.rapport.causes == ()
