"""The columns of a deposited file: asked for when nothing recognises them, changed when they were taken for another."""

import pytest

from tests.pages.bureau import BON, apply, choose, drop, find, open_page, publish, read

pytestmark = pytest.mark.usefixtures("depot_neuf")
INCONNU = BON.replace("Valeur", "Volume constaté")
MARCHES = "Marché;Titulaire;Fiche;Année;Catégorie;Source\nMarché fictif;Entreprise fictive;fa04;2025;insertion;essai\n"


def test_a_column_that_nothing_recognises_is_shown_with_what_it_holds() -> None:
    lu = read(drop(open_page(), INCONNU))
    assert "1 colonne à préciser" in lu
    assert "Il manque encore « Valeur »" in lu
    assert "Colonne D, « Volume constaté »70 100,5 ; 4 200" in lu


def test_what_is_said_of_a_column_is_applied_and_remembered_once_published() -> None:
    essai = drop(open_page(), INCONNU)
    choose(essai, "c4", "valeur")
    assert "74 300,5 heures" in read(apply(essai))
    publish(essai)
    assert "74 400,5 heures" in read(drop(open_page(), INCONNU + "École;Travaux;2025;100\n"))


def test_what_is_said_of_a_column_serves_the_mended_file_of_the_same_header_and_no_other() -> None:
    essai = drop(open_page(), INCONNU.replace("4 200", "beaucoup"))
    choose(essai, "c4", "valeur")
    assert "« beaucoup » n’est pas un nombre" in read(apply(essai))
    assert "74 300,5 heures" in read(drop(essai, INCONNU))
    autre = "Opération;Type;Année;Commentaire libre;Valeur\nÉcole;Travaux;2025;3;12\n"
    lu = read(drop(essai, autre, "autre.csv"))
    assert "Colonne D, « Commentaire libre »" in lu
    assert "12 heures" in lu


def test_a_column_left_aside_is_no_longer_a_point_to_confirm() -> None:
    essai = drop(open_page(), BON.replace("Valeur\n", "Valeur;Visa\n").replace("5\nNett", "5;oui\nNett"))
    assert "1 point à confirmer" in read(essai)
    lu = read(apply(essai))  # with nothing missing, leaving it aside is what is proposed
    assert "0 point à confirmer" in lu
    assert "4 colonnes reconnues, 1 laissée de côté" in lu


def test_a_recognised_column_may_be_something_else() -> None:
    contenu = "Opération;Type;Année;Valeur;Heures validées\nÉcole;Travaux;2025;1;500\n"
    essai = drop(open_page(), contenu)
    choose(essai, "c4", "Laisser de côté", "reconnue")
    apply(essai, "changer_colonnes")
    choose(essai, "c5", "valeur")
    assert "500 heures" in read(apply(essai))


def test_two_columns_are_never_the_same_one() -> None:
    contenu = "Opération;Type;Année;Volume;Durée\nÉcole;Travaux;2025;1;500\n"
    essai = drop(open_page(), contenu)
    for champ in ("c4", "c5"):
        choose(essai, champ, "valeur")
    assert "Deux colonnes du fichier donneraient la même donnée" in read(apply(essai))
    assert "2 colonnes à préciser" in read(essai)


def test_a_missing_column_is_said_once_and_not_once_a_row() -> None:
    lu = read(drop(open_page(), "Année;Valeur\n" + "2025;12\n" * 30))
    assert "30 lignes lues" in lu
    assert "2 anomalies à corriger" in lu
    assert "La colonne « Opération » manque." in lu
    assert "répète la ligne" not in lu


def test_a_file_dropped_for_another_dataset_is_recognised() -> None:
    essai = drop(open_page(), MARCHES, "marches.csv")
    assert "Ce fichier ressemble plutôt au jeu « Marchés nommés »" in read(essai)
    find(essai.button, "changer_jeu").click()
    lu = read(essai.run())
    assert essai.selectbox(key="jeu").value == "Marchés nommés"
    assert "ressemble plutôt" not in lu
    assert "1 ligne lue pour 2025 dans « marches.csv »" in lu


def test_titles_of_a_file_are_never_markup() -> None:
    titre = "<b>gras</b> **fort** :red[rouge] [lien](http://exemple.fr)"
    essai = drop(open_page(), BON.replace("Valeur", titre))
    assert titre in read(essai)
    etiquettes = [element.label for element in (*essai.selectbox, *essai.checkbox, *essai.button)]
    assert [mot for mot in etiquettes if "rouge" in mot or "lien" in mot] == []
