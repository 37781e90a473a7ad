"""What a file says is text, never markup: each cell and each text of the catalogue carries a script, no page runs it."""

import csv
import re
import shutil
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest
import streamlit as st

from spapser.catalogue import Colonne, load_catalogue
from spapser.store import load_edition
from spapser.ui import cache, cadre, presente
from tests.pages.depot import publish_rows, read_rows
from tests.pages.ecran import ANNEES, PAGES, SCENE, Ecran, visit

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>"
TEXTES = {"titre", "titre_court", "engagement", "libelle", "definition", "perimetre", "calcul", "titre_sans_donnee",
          "lecture", "description", "grain"}
# What files say stands there in fields, or once something is published; « marches » has tests of its own.
MUETTES = {"deposer", "saisir", "journal", "marches", "accessibilite", "glossaire"}
INERTE = "&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(2)&gt;"


def is_free(colonne: Colonne) -> bool:
    """Free text: nothing in the catalogue limits what it may hold."""
    return colonne.type == "string" and not (colonne.enumeration or colonne.reference or colonne.motif)


def poison(dossier: Path) -> None:
    """Add the script to every free cell that is not empty."""
    for jeu in load_catalogue().jeux:
        fichier = dossier / f"{jeu.nom}.csv"
        with fichier.open(encoding="utf-8", newline="") as entree:
            lecteur = csv.DictReader(entree)
            lignes = list(lecteur)
        libres = [colonne.nom for colonne in jeu.colonnes if is_free(colonne)]
        for ligne in lignes:
            ligne.update({nom: ligne[nom] + SCRIPT for nom in libres if ligne.get(nom)})
        with fichier.open("w", encoding="utf-8", newline="") as sortie:
            ecrivain = csv.DictWriter(sortie, lecteur.fieldnames)
            ecrivain.writeheader()
            ecrivain.writerows(lignes)


def poison_textes(objet):
    """The same catalogue with the script in every text that is not a code."""
    if isinstance(objet, tuple):
        return tuple(poison_textes(element) for element in objet)
    if not is_dataclass(objet):
        return objet
    valeurs = {champ.name: getattr(objet, champ.name) for champ in fields(objet)}
    return replace(objet, **{nom: valeur + SCRIPT if nom in TEXTES else poison_textes(valeur)
                             for nom, valeur in valeurs.items()})


@pytest.fixture(scope="module", autouse=True)
def tout_hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The pages read a poisoned copy of the edition, in the words of a poisoned catalogue."""
    dossier = tmp_path_factory.mktemp("edition") / "bilan"
    shutil.copytree(load_edition().dossier, dossier)
    poison(dossier)
    edition = replace(load_edition(), dossier=dossier)
    st.cache_resource.clear()
    catalogue = poison_textes(load_catalogue())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(presente, "load_edition", lambda numero=0: edition)
        for module in (cache, cadre):
            patch.setattr(module, "load_catalogue", lambda: catalogue)
        yield
    st.cache_resource.clear()


@pytest.mark.parametrize("page", PAGES)
def test_script_of_a_file_stays_text(page: str) -> None:
    vu = visit(page, ANNEES[-1])
    assert [erreur.value for erreur in vu.essai.exception] == []
    html = "".join(vu.htmls)
    assert [html[max(0, vif.start() - 60):vif.start()] for vif in re.finditer("<script|<img", html)] == []
    assert INERTE in html or page in MUETTES


def test_script_of_a_proposed_status_stays_text() -> None:
    essai = visit("saisir", ANNEES[-1]).essai
    essai.button_group(key="quoi").set_value("Confirmer un statut").run()
    html = "".join(Ecran(essai).htmls)
    assert [erreur.value for erreur in essai.exception] == []
    assert "<script" not in html
    assert INERTE in html


def test_script_of_a_publication_stays_text(tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPAPSER_DEPOT", str(tmp_path))
        patch.setattr(presente, "load_edition", load_edition)
        publish_rows("cibles", 2024, read_rows("cibles"), f"{SCRIPT}.csv", f"Motif {SCRIPT}", f"Auteur {SCRIPT}")
        ecrans = [visit(page, ANNEES[-1]) for page in ("journal", "fa04_heures_insertion", "donnees")]
    for vu in ecrans:
        html = "".join(vu.htmls)
        assert [erreur.value for erreur in vu.essai.exception] == []
        assert "<script" not in html
        assert INERTE in html


def test_script_found_by_the_search_stays_text() -> None:
    essai = visit("synthese", ANNEES[-1]).essai
    essai.text_input(key="recherche").set_value("alert").run()
    assert len(essai.exception) == 0
    (resultats,) = [html for html in Ecran(essai).htmls if 'class="resultats"' in html]
    assert "<li>" in resultats
    assert "<script" not in resultats


@pytest.mark.parametrize("page", SCENE)
def test_script_of_a_file_stays_text_on_stage(page: str) -> None:
    essai = visit("synthese", ANNEES[-1]).essai.switch_page(f"pages/{page}.py").run()
    htmls = []
    for numero in range(1, 40):
        essai.query_params["diapo"] = str(numero)
        vu = Ecran(essai.run())
        assert [erreur.value for erreur in essai.exception] == []
        htmls += vu.htmls
    html = "".join(htmls)
    assert [html[max(0, vif.start() - 60):vif.start()] for vif in re.finditer("<script|<img src=x", html)] == []
    assert INERTE in html
