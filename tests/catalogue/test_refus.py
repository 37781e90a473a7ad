"""A broken catalogue is refused in one French sentence that names the file and what to mend."""

# ruff: noqa: E501 -- one case per line reads as a table
import re
import shutil

import pytest

from spapser.catalogue import load_catalogue
from spapser.catalogue.load import DOSSIER
from spapser.errors import CatalogueInvalide

REFUS = {
    # what is wrong: file, text found there, text put instead, what the sentence must hold
    "TOML illisible": ("fiches/fa03.toml", "numero = 3", "numero = ", ["« fa03.toml »", "illisible", "ligne 1"]),
    "TOML coupé": ("fiches/fa03.toml", "numero = 3\n", "numero = 3\ntitre = [\n", ["« fa03.toml »", "illisible", "ligne"]),
    "clé inconnue": ("fiches/fa03.toml", "axe = ", "axes = ", ["« fa03.toml »", "la clé « axes »", "la retirer ou corriger"]),
    "clé inconnue d’un indicateur": ("fiches/fa04.toml", 'code = "fa04_heures"\n', 'code = "fa04_heures"\ncible = 3\n', ["« fa04.toml »", "bloc « fa04_heures »", "« cible »"]),
    "clé inconnue d’une colonne": ("jeux/cibles.toml", 'nom = "source"\n', 'nom = "source"\nrequis = true\n', ["« cibles.toml »", "bloc « source »", "« requis »"]),
    "clé manquante": ("fiches/fa03.toml", "axe = ", "# axe = ", ["« fa03.toml »", "il manque la clé « axe »", "l’ajouter"]),
    "clé manquante d’un indicateur": ("fiches/fa05.toml", 'unite = "personnes"\n', "", ["« fa05.toml »", "bloc « fa05_", "« unite »"]),
    "clé manquante d’un jeu": ("jeux/reemploi.toml", "grain = ", "# grain = ", ["« reemploi.toml »", "« grain »"]),
    "clé manquante d’un axe": ("axes.toml", 'code = "economie"\n', "", ["« axes.toml »", "« code »"]),
    "texte au lieu d’un nombre": ("fiches/fa03.toml", "numero = 3", 'numero = "trois"', ["« fa03.toml »", "« numero »", "un nombre entier"]),
    "nombre au lieu d’un texte": ("jeux/marches.toml", 'titre = "Lot"', "titre = 12", ["« marches.toml »", "bloc « lot »", "« titre »", "un texte"]),
    "code en double": ("fiches/fa02.toml", 'code = "fa02_marches_reserves"\n', 'code = "fa01_rencontres"\n', ["« fa01_rencontres »", "deux fois", "en renommer un"]),
    "axe inconnu": ("fiches/fa07.toml", 'axe = "egalite"', 'axe = "égalité"', ["« fa07.toml »", "l’axe « égalité » n’existe pas", "corriger le code"]),
    "objectif inconnu": ("fiches/fa04.toml", 'objectif = "fa04_o03"', 'objectif = "fa04_o33"', ["« fa04.toml »", "l’objectif « fa04_o33 » n’existe pas"]),
    "indicateur inconnu": ("fiches/fa01.toml", 'indicateurs = ["fa01_taux_avance"]', 'indicateurs = ["fa01_avance"]', ["« fa01.toml »", "l’indicateur « fa01_avance » n’existe pas"]),
    "carte inconnue": ("axes.toml", 'fa04 = "fa04_heures"', 'fa04 = "fa04_heure"', ["l’indicateur « fa04_heure » n’existe pas"]),
    "bloc synthese absent": ("axes.toml", "[synthese]", "[resume]", ["« axes.toml »", "« chiffres_cles »"]),
    "bloc document absent": ("axes.toml", "[document]", "[texte]", ["« axes.toml »", "« document »"]),
    "chiffre clé inconnu": ("axes.toml", 'chiffres_cles = ["fa04_heures"', 'chiffres_cles = ["fa04_heure"', ["« axes.toml »", "« fa04_heure »"]),
    "carte d’une fiche inconnue": ("axes.toml", "fa10 = ", "fa99 = ", ["« axes.toml »", "« fa99 »"]),
    "groupe de colonnes inconnu": ("jeux/cibles.toml", 'inclut = ["annee"', 'inclut = ["an"', ["« cibles.toml »", "« an »"]),
    "clé d’une colonne inconnue": ("jeux/cibles.toml", 'cle = ["indicateur"', 'cle = ["indicateurs"', ["« cibles.toml »", "« indicateurs »"]),
    "colonne reprise inconnue": ("jeux/reemploi.toml", 'reprend = ["operation"', 'reprend = ["opération"', ["« reemploi.toml »", "« opération »"]),
    "colonne complétée sans codes": ("jeux/suivi_actions.toml", 'complete = "objectif"', 'complete = "realisation"', ["« suivi_actions.toml »", "la colonne de codes « realisation »"]),
    "clé écrite comme un texte": ("jeux/suivi_actions.toml", 'cle = ["objectif", "annee"]', 'cle = "objectif"', ["« suivi_actions.toml »", "« cle »"]),
    "type de colonne inconnu": ("jeux/cibles.toml", 'type = "boolean"', 'type = "booleen"', ["« cibles.toml »", "« booleen »"]),
    "référence inconnue": ("jeux/cibles.toml", 'reference = "indicateur"', 'reference = "indicateurs"', ["« cibles.toml »", "« indicateurs »"]),
    "minimum écrit comme un texte": ("colonnes_communes.toml", "minimum = 2015", 'minimum = "2015"', ["« minimum »"]),
    "obligatoire écrit comme un texte": ("jeux/cibles.toml", "obligatoire = true", 'obligatoire = "non"', ["« cibles.toml »", "« obligatoire »"]),
    "colonne en double": ("jeux/marches.toml", 'nom = "lot"', 'nom = "marche"', ["« marches.toml »", "« marche »"]),
    "origine inconnue": ("fiches/fa01.toml", 'fait_foi = "calculee"', 'fait_foi = "calculée"', ["« fa01.toml »", "« calculée »"]),
    "sens inconnu": ("fiches/fa01.toml", 'sens = "baisse"', 'sens = "bas"', ["« fa01.toml »", "« bas »"]),
    "genre inconnu": ("fiches/fa01.toml", 'genre = "repere"', 'genre = "repère"', ["« fa01.toml »", "« repère »"]),
    "unité qu’aucun jeu n’admet": ("fiches/fa01.toml", 'unite = "jours"', 'unite = "jour"', ["« fa01.toml »", "« jour »"]),
    "objectif en double": ("fiches/fa01.toml", 'code = "fa01_o02"', 'code = "fa01_o01"', ["« fa01_o01 »", "deux fois"]),
    "diapositive d’une fiche inconnue": ("diapositives.toml", 'code = "fa03"', 'code = "fa33"', ["« diapositives.toml »", "la fiche « fa33 » n’existe pas"]),
    "diapositive en double": ("diapositives.toml", 'code = "fa03"', 'code = "fa02"', ["« fa02 »", "deux fois"]),
    "graphique d’une diapositive inconnu": ("diapositives.toml", 'graphique = "heures"', 'graphique = "heure"', ["« diapositives.toml »", "le graphique « heure »"]),
    "indicateur d’une diapositive inconnu": ("diapositives.toml", "{fa04_qpv.nombre}", "{fa04_qvp.nombre}", ["« diapositives.toml »", "l’indicateur « fa04_qvp »"]),
    "vrai au lieu d’un nombre": ("fiches/fa03.toml", "numero = 3", "numero = true", ["« fa03.toml »", "« numero »"]),
}  # fmt: skip


@pytest.fixture
def copie(tmp_path):
    """The catalogue folder, copied."""
    dossier = tmp_path / "catalogue"
    shutil.copytree(DOSSIER, dossier, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return dossier


def refuse(dossier) -> str:
    """The sentence of the refusal, no-break spaces made plain."""
    with pytest.raises(CatalogueInvalide) as erreur:
        load_catalogue(dossier)
    phrase = re.sub(r"[\u00a0\u202f]", " ", str(erreur.value))
    assert re.fullmatch(r"[A-ZL][^\n]*\.", phrase)
    return phrase


def spoil(dossier, fichier: str, avant: str, apres: str) -> None:
    """Replace the first occurrence of a text in a file of the catalogue."""
    texte = (dossier / fichier).read_text(encoding="utf-8")
    assert avant in texte
    (dossier / fichier).write_text(texte.replace(avant, apres, 1), encoding="utf-8")


def test_the_copy_of_a_sound_catalogue_is_accepted(copie):
    assert load_catalogue(copie) == load_catalogue()


@pytest.mark.parametrize(("fichier", "avant"), [refus[:2] for refus in REFUS.values()])
def test_the_text_to_spoil_is_there(fichier, avant):
    assert avant in (DOSSIER / fichier).read_text(encoding="utf-8")


@pytest.mark.parametrize(("fichier", "avant", "apres", "mots"), REFUS.values(), ids=REFUS.keys())
def test_refusal(copie, fichier, avant, apres, mots):
    spoil(copie, fichier, avant, apres)
    phrase = refuse(copie)
    assert [mot for mot in mots if mot not in phrase] == [], phrase


@pytest.mark.parametrize("fichier", ["axes.toml", "colonnes_communes.toml"])
def test_missing_file(copie, fichier):
    (copie / fichier).unlink()
    assert f"« {fichier} »" in refuse(copie)


def test_an_unreadable_file_is_told_in_french(copie):
    spoil(copie, "fiches/fa03.toml", "numero = 3", "numero = ")
    assert not re.search(r"Invalid|Expected|Unclosed|Cannot", refuse(copie))


def test_wrong_encoding(copie):
    chemin = copie / "fiches/fa03.toml"
    chemin.write_bytes(chemin.read_text(encoding="utf-8").encode("cp1252", errors="replace"))
    assert re.search(r"« fa03.toml ».*ligne \d+", refuse(copie))
