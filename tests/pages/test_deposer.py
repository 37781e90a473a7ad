"""The deposit page, without a browser: from a template to a published figure and back, and every refusal on the way."""

import io
from pathlib import Path

import pytest
import xlsxwriter

from spapser.exports.modele import build_gabarit
from spapser.store import Base, list_numeros, load_edition
from tests.exports.test_modele_rempli import FORMATS, fill
from tests.pages.bureau import ABIME, BON, drop, find_hours, open_page, press, publish, read
from tests.pages.ecran import Ecran

pytestmark = pytest.mark.usefixtures("depot_neuf")


def test_without_file_the_page_says_what_to_do_and_offers_the_template() -> None:
    lu = read(open_page())
    assert "1. Quelles données ?" in lu
    assert "Le modèle à remplir pour 2025" in lu
    assert "3." not in lu


def test_a_good_file_is_read_previewed_and_published() -> None:
    essai = drop(open_page(), BON)
    lu = read(essai)
    assert "2 lignes lues pour 2025 dans « heures.csv » : rien n’empêche de publier." in lu
    assert "2 lignes ajoutées ; " in lu
    assert "74 300,5 heures" in lu
    assert list_numeros() == [0]
    lu = read(publish(essai))
    assert "Édition 1 publiée et relue." in lu
    assert find_hours() == 74300.5
    assert "Voir la fiche 4" in lu


def test_a_bad_file_says_where_what_and_how_and_publishes_nothing() -> None:
    essai = drop(open_page(), ABIME)
    lu = read(essai)
    assert "2 anomalies à corriger avant de publier" in lu
    assert "Cellule B2" in lu
    assert "Écrire « Services »." in lu
    assert "« environ 12 » n’est pas un nombre" in lu
    assert "5. Publier" not in lu
    assert not [bouton for bouton in essai.button if str(bouton.key).startswith("publier_depot")]


def test_the_mended_file_takes_the_place_of_the_bad_one() -> None:
    essai = drop(drop(open_page(), ABIME), BON)
    assert "5. Publier" in read(essai)


def test_warnings_must_be_ticked() -> None:
    essai = drop(open_page(), BON + "Total;;;80000\n")
    assert "Le total annoncé est 80 000" in read(essai)
    assert "Un avertissement n’est pas accepté" in read(press(essai))
    assert list_numeros() == [0]
    publish(essai)
    assert list_numeros() == [0, 1]
    assert "total annoncé" in load_edition().publication.avertissements[0]


@pytest.mark.parametrize(("auteur", "motif", "phrase"), [
    ("", "Motif", "indiquer son nom"), ("Camille", "  ", "indiquer le motif")])
def test_nothing_is_published_without_a_name_and_a_reason(auteur: str, motif: str, phrase: str) -> None:
    assert phrase in read(publish(drop(open_page(), BON), auteur, motif))
    assert list_numeros() == [0]


def test_the_same_file_and_a_year_already_there_are_said_first() -> None:
    publish(drop(open_page(), BON))
    lu = read(drop(open_page(), BON, "encore.csv"))
    assert "Ce fichier a déjà été déposé, à l’identique, sous le nom « heures.csv »" in lu
    assert "L’année 2025 est déjà publiée (2 lignes, « heures.csv », édition 1)" in lu
    assert "Aucune ligne ne change ; aucun chiffre ni statut ne change." in lu


def test_somebody_published_meanwhile_is_told_and_the_file_stays() -> None:
    essai = drop(open_page(), BON)
    autre = drop(open_page(), BON.replace("4 200", "4 300"))
    publish(autre)
    assert find_hours() == 74400.5
    lu = read(press(essai))
    assert "L’édition 1 vient d’être publiée par Camille. Votre fichier est gardé ; voici son effet" in lu
    assert "1 ligne modifiée" in lu
    assert find_hours() == 74400.5
    press(essai, motif="Après relecture")
    assert (find_hours(), list_numeros()) == (74300.5, [0, 1, 2])


def test_personal_data_are_refused_and_forgotten(depot_neuf: Path) -> None:
    lu = read(drop(open_page("Publics de l’insertion"), "Nom;Prénom;Date de naissance\nDurand;Camille;01/02/1990\n", "liste.csv"))
    assert "données personnelles" in lu
    assert "« Prénom » (colonne B, le prénom d’une personne)" in lu
    assert not [f for f in depot_neuf.rglob("*") if f.is_file()]


def test_a_workbook_of_several_sheets_asks_which_one() -> None:
    flux = io.BytesIO()
    classeur = xlsxwriter.Workbook(flux)
    for nom, valeur in (("2024", 1), ("2025", 12)):
        feuille = classeur.add_worksheet(nom)
        feuille.write_row(0, 0, ["Opération", "Type", "Année", "Valeur"])
        feuille.write_row(1, 0, ["École", "Travaux", int(nom), valeur])
    classeur.close()
    essai = drop(open_page(), flux.getvalue(), "classeur.xlsx")
    essai.selectbox(key="feuille").select("2025")
    assert "1 ligne lue pour 2025 dans « classeur.xlsx » (feuille « 2025 »)" in read(essai.run())


@pytest.mark.parametrize(("nom", "contenu", "phrase"), [
    ("rapport.csv", b"%PDF-1.7 ...", "est un PDF, pas un tableau"), ("vide.csv", b"", "est vide"),
    ("tete.csv", b"operation;annee\n", "n’a que son en-t"), ("coupe.xlsx", b"PK\x03\x04abcdef", "est coupé ou abîmé")])
def test_what_is_no_table_is_refused_in_one_sentence(nom: str, contenu: bytes, phrase: str) -> None:
    lu = read(drop(open_page(), contenu, nom))
    assert phrase in lu
    assert "4. " not in lu


@pytest.mark.parametrize("extension", FORMATS)
def test_the_template_filled_comes_back_without_a_remark(extension: str) -> None:
    gabarit = fill(build_gabarit(Base(load_edition()), "insertion_operations", 2025))
    essai = drop(open_page(), FORMATS[extension](gabarit), f"{gabarit.nom}.{extension}")
    lu = read(essai)
    assert "13 lignes lues pour 2025" in lu
    assert "rien n’empêche de publier" in lu
    assert "0 point à confirmer" in lu
    assert extension == "csv" or essai.selectbox(key="feuille").value == "À remplir"
    publish(essai)
    assert find_hours() == 97972.42


def test_text_of_a_file_is_never_markup() -> None:
    essai = drop(open_page(), BON.replace("Nettoyage des locaux", "<b onclick=x>gras</b>") + "<i>x</i>;Travau;2025;<script>\n",
                 "<img src=x>.csv")
    brut = "".join(Ecran(essai).htmls)
    assert "<i>x" not in brut
    assert "<script>" not in brut
    assert "<img src=x" not in brut
