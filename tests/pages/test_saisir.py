"""Typing in a grid: the same judgement, preview and editions as a file; a proposed status confirmed by a person."""

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from spapser.catalogue import load_catalogue
from spapser.store import Base, list_numeros, load_edition
from spapser.ui import poste
from spapser.ui.saisir import JEUX
from tests.pages.depot import read_rows
from tests.pages.ecran import Ecran
from tests.pages.saisie import open_page, read_texte, sign

TPE = "fa01_part_tpe_pme"


@pytest.fixture(autouse=True)
def depot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of editions."""
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path / "depot"))
    return tmp_path / "depot"


def open_grille(jeu: str, annee: str = "2024") -> AppTest:
    essai = open_page(jeu=load_catalogue().jeu(jeu).titre)
    return essai.selectbox(key=f"an_{jeu}").select(annee).run()


def read_grille(essai: AppTest):
    (grille,) = [noeud for noeud in Ecran(essai).noeuds if noeud.type == "dataframe"]
    return grille


def type_in(essai: AppTest, cle: str, modifiees: dict | None = None, ajoutees: list | None = None,
            retirees: list | None = None) -> AppTest:
    """What a person does in the grid: cells changed, rows added, rows removed."""
    essai.session_state[cle] = {"edited_rows": modifiees or {}, "added_rows": ajoutees or [], "deleted_rows": retirees or []}
    essai.run()
    return essai.button(key="verifier").click().run()


def read_valeur(code: str, annee: int = 2024) -> float | None:
    lignes = Base(load_edition()).query(
        "select valeur from observations where indicateur = ? and annee = ? and retenue", [code, annee])
    return lignes[0]["valeur"] if lignes else None


@pytest.mark.parametrize("jeu", JEUX)
def test_the_grid_holds_the_published_rows_under_french_titles(jeu: str) -> None:
    annee = 2025 if jeu == "programmation" else 2024
    grille = read_grille(open_grille(jeu, str(annee)))
    assert len(grille.value) == len(read_rows(jeu, annee))
    colonnes = json.loads(grille.proto.columns).values()
    titres = {colonne["label"].removesuffix(" *") for colonne in colonnes if colonne.get("label")}
    assert titres >= {colonne.titre for colonne in load_catalogue().jeu(jeu).colonnes if colonne.nom != "annee"}


@pytest.mark.parametrize("jeu", JEUX)
def test_an_untouched_grid_changes_nothing(jeu: str) -> None:
    essai = open_grille(jeu)
    essai.button(key="verifier").click().run()
    assert "Rien n’a changé dans la grille" in read_texte(essai) or jeu == "programmation"
    assert list_numeros() == [0]


def test_a_value_typed_wrong_is_said_with_its_line_and_nothing_can_be_published() -> None:
    essai = type_in(open_grille("observations"), "grille_observations_2024_0_0", {0: {"valeur": "beaucoup"}})
    texte = read_texte(essai)
    assert "à corriger avant de publier" in texte
    assert "ligne 2, colonne «\u00a0valeur\u00a0»" in texte
    assert not [champ for champ in essai.text_input if champ.key == "motif_saisie"]


def test_a_value_in_french_is_previewed_signed_published_and_shown() -> None:
    essai = type_in(open_grille("observations"), "grille_observations_2024_0_0", {0: {"valeur": "80,5 %"}})
    texte = read_texte(essai)
    assert "1\u00a0ligne modifiée\u00a0; 1 chiffre ou statut change." in texte
    assert "80,5\u00a0%" in texte
    assert list_numeros() == [0]
    assert "n’est pas signée" in read_texte(sign(essai, "", ""))
    assert "Édition 1 publiée" in read_texte(sign(essai, "Camille", "Chiffre définitif"))
    publication = load_edition(1).publication
    assert (publication.auteur, publication.nature, publication.motif) == ("Camille", "saisie", "Chiffre définitif")
    assert read_valeur(TPE) == 80.5
    assert "80,5\u00a0%" in read_texte(essai.switch_page("pages/fa01_petites_structures.py").run())
    assert Base(load_edition(0)).query("select valeur from observations where indicateur = ? and annee = 2024", [TPE]
                                       )[0]["valeur"] == 75


def test_a_grid_changed_after_its_verification_must_be_verified_again() -> None:
    cle = "grille_observations_2024_0_0"
    essai = type_in(open_grille("observations"), cle, {0: {"valeur": "80"}})
    assert "chiffre ou statut change" in read_texte(essai)
    essai.session_state[cle] = {"edited_rows": {0: {"valeur": "81"}}, "added_rows": [], "deleted_rows": []}
    essai.run()
    assert "vérifier de nouveau" in read_texte(essai)
    assert not [champ for champ in essai.text_input if champ.key == "motif_saisie"]


def test_rows_are_added_and_removed() -> None:
    ligne = {"indicateur": "fa03_part_questionnaire_rse", "valeur": "40", "unite": "%"}
    essai = type_in(open_grille("observations"), "grille_observations_2024_0_0", ajoutees=[ligne], retirees=[0])
    assert "1\u00a0ligne ajoutée et 1\u00a0ligne retirée" in read_texte(essai)
    sign(essai, "Camille", "Questionnaire dépouillé")
    assert (read_valeur(TPE), read_valeur("fa03_part_questionnaire_rse")) == (None, 40)


def test_a_new_year_begins_with_last_years_codes_and_publishes_only_what_is_filled() -> None:
    essai = open_grille("observations", "2025")
    grille = read_grille(essai)
    rang = list(grille.value["indicateur"]).index(TPE)
    assert set(grille.value["valeur"]) == {None}
    cle = next(noeud.proto.id for noeud in [grille]).split("-")[-1]
    read_texte(type_in(essai, cle, {rang: {"valeur": "78"}}))
    sign(essai, "Camille", "Premier chiffre de l’année")
    assert read_valeur(TPE, 2025) == 78
    assert load_edition(1).partie("observations", 2025).lignes == 1


def test_a_warning_must_be_ticked_and_stays_in_the_journal() -> None:
    essai = type_in(open_grille("observations"), "grille_observations_2024_0_0", {0: {"valeur": "0,75"}})
    assert "À vérifier avant de publier" in read_texte(essai)
    assert "avertissement n’est pas accepté" in read_texte(sign(essai, "Camille", "Essai"))
    assert list_numeros() == [0]
    for case in essai.checkbox:
        case.check()
    assert "Édition 1 publiée" in read_texte(sign(essai, "Camille", "C’est bien une part"))
    assert load_edition(1).publication.avertissements


def test_from_elsewhere_the_page_says_why_it_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(poste, "why_visit", lambda *arguments: poste.DISTANT)
    essai = open_page()
    assert "La publication est fermée" in read_texte(essai)
    assert [noeud for noeud in Ecran(essai).noeuds if noeud.type in ("dataframe", "button")] == []


def test_the_past_is_not_typed_over() -> None:
    essai = type_in(open_grille("observations"), "grille_observations_2024_0_0", {0: {"valeur": "80"}})
    sign(essai, "Camille", "Essai")
    texte = read_texte(open_page(edition="0"))
    assert "L’édition 0 ne se modifie plus" in texte
