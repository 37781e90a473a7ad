"""One bad cell per rule: the sentence names the file, the line, the column and the remedy."""

# ruff: noqa: E501 -- one case per line reads as a table
from dataclasses import replace

import pytest

from spapser.depot.regles import REGLES
from spapser.depot.verification import check_file

CELLULES = {
    # rule: dataset, line of the file, column, bad cell, what the sentence says, how it says to mend
    "obligatoire, texte": ("observations", 2, "indicateur", "", "la cellule est vide", "la remplir, par exemple avec « fa04_heures »"),
    "obligatoire, liste": ("evenements", 3, "genre", "  ", "elle est obligatoire", "la remplir, par exemple avec « webinaire »"),
    "type, entier": ("observations", 4, "ligne_source", "ligne 11", "« ligne 11 » n’est pas un nombre entier", "écrire des chiffres seuls"),
    "type, entier démesuré": ("observations", 4, "ligne_source", "99999999999", "n’est pas un nombre entier", "écrire des chiffres seuls"),
    "type, virgule": ("insertion_operations", 3, "valeur", "64 932,57", "n’est pas un nombre à point décimal", "par exemple « 64932.57 »"),
    "type, unité collée": ("evenements", 2, "valeur", "7 entreprises", "« 7 entreprises » n’est pas un nombre", "écrire le nombre seul, par exemple « 97972 »"),
    "type, oui ou non": ("observations", 2, "retenue", "vrai", "n’est ni « oui » ni « non »", "écrire « oui » ou « non »"),
    "type, date française": ("evenements", 3, "debut", "27/02/2024", "n’est pas une date", "écrire « 2024-02-27 »"),
    "type, date impossible": ("evenements", 3, "fin", "2024-02-30", "ce jour n’existe pas", "vérifier le jour et le mois"),
    "type, année": ("cibles", 2, "annee", "24", "« 24 » n’est pas une année", "les quatre chiffres de l’année"),
    "enumeration, presque": ("evenements", 4, "genre", "Formations", "« Formations » n’est pas une valeur admise", "écrire « formation »"),
    "enumeration, courte": ("reemploi", 2, "operation", "vente", "n’est pas une valeur admise", "écrire « achat reconditionné » ou « don »"),
    "enumeration, longue": ("marches", 2, "unite", "xyz", "n’est pas une valeur admise", "choisir une valeur de la feuille"),
    "minimum": ("observations", 2, "valeur", "-75", "« −75 » est trop petit", "écrire 0 au moins"),
    "minimum, année": ("structures", 5, "annee", "1024", "« 1024 » est trop petit", "écrire 2015 au moins"),
    "maximum": ("programmation", 3, "annee", "2205", "« 2205 » est trop grand", "écrire 2100 au plus"),
    "forme, SIRET": ("marches", 2, "siret_titulaire", "12345678901234", "n’est pas un SIRET (ou un SIREN) juste", "vérifier les chiffres"),
    "forme, CPV": ("marches", 2, "code_cpv", "9051", "n’est pas un code CPV", "écrire les huit chiffres"),
    "reference, indicateur": ("cibles", 5, "indicateur", "fa02_part_marche_reserve", "n’existe pas dans le catalogue", "écrire « fa02_part_marches_reserves »"),
    "reference, fiche": ("evenements", 2, "fiche", "fa1", "le code « fa1 » n’existe pas", "écrire « fa01 »"),
    "reference, objectif": ("suivi_actions", 4, "objectif", "fa01_o3", "le code « fa01_o3 » n’existe pas", "écrire « fa01_o"),
}  # fmt: skip


@pytest.mark.parametrize(("jeu", "ligne", "colonne", "valeur", "message", "remede"), CELLULES.values(), ids=CELLULES.keys())
def test_a_bad_cell_is_named(brouillon, request, jeu, ligne, colonne, valeur, message, remede):
    brouillon.change(jeu, ligne, colonne, valeur)
    rapport = brouillon.check(jeu)
    regle = request.node.callspec.id.split(",")[0]
    anomalie = next(a for a in rapport.anomalies if a.regle == regle)
    assert not rapport.accepte
    assert (anomalie.fichier, anomalie.ligne, anomalie.colonne) == (f"{jeu}.csv", ligne, colonne)
    assert anomalie.phrase.startswith(f"Fichier « {jeu}.csv », ligne {ligne}, colonne « {colonne} » : ")
    assert message in anomalie.phrase
    assert remede in anomalie.phrase
    assert anomalie.phrase.endswith(".")


def test_a_cell_without_the_required_form_is_named(brouillon):
    jeu = brouillon.catalogue.jeu("insertion_operations")
    motif = tuple(replace(c, motif="[0-9]{4}/[0-9]{4}") if c.nom == "periode" else c for c in jeu.colonnes)
    brouillon.change("insertion_operations", 3, "periode", "2022-2026")
    rapport = check_file(brouillon.fichier("insertion_operations"), replace(jeu, colonnes=motif), brouillon.catalogue)
    assert [a.regle for a in rapport.anomalies] == ["motif"]
    assert rapport.phrase.startswith("Fichier « insertion_operations.csv », ligne 3, colonne « periode » : « 2022-2026 »")
    assert "par exemple « 2022/2026 »" in rapport.phrase


def test_every_rule_has_its_bad_cell():
    assert {nom.split(",")[0] for nom in CELLULES} | {"motif"} == {"obligatoire", *REGLES}


def test_a_long_cell_is_shortened_in_its_sentence(brouillon):
    brouillon.change("evenements", 2, "genre", "webinaire\n" * 50)
    phrase = brouillon.check("evenements").phrase
    assert "\n" not in phrase
    assert len(phrase) < 300
