"""What is typed on screen is searched for personal data like a file; nothing of it is kept."""

import tempfile
from pathlib import Path

import pytest

from spapser.acces import operator
from spapser.catalogue import load_catalogue
from spapser.depot.annulation import preview_undo, undo
from spapser.depot.apercu import preview
from spapser.depot.parcours import examine_rows, publish_examen
from spapser.depot.saisie import read_published
from spapser.errors import DonneesPersonnelles
from spapser.store import Base, list_numeros, load_edition

COLONNES = {"observations": "note", "cibles": "source", "suivi_actions": "realisation", "evenements": "lieu",
            "programmation": "structure"}
TEXTES = {"zoe.dupont@exemple.fr": "adresse électronique", "voir 06 12 34 56 78 avant midi": "téléphone",
          "185057800608491": "sécurité sociale"}


def examine(jeu: str, colonne: str = "", texte: str = ""):
    """The rows that ship, one of their cells being replaced, as the grid gives them."""
    base, annee = Base(load_edition(0)), 2025 if jeu == "programmation" else 2024
    lignes = read_published(load_catalogue().jeu(jeu), annee, base)
    if colonne:
        lignes[1][colonne] = texte
    return examine_rows(jeu, lignes, (annee,), base)


@pytest.mark.parametrize("jeu", COLONNES)
def test_what_ships_may_be_typed(jeu: str) -> None:
    examen = examine(jeu)
    assert examen.rapport.accepte
    examen.close()


@pytest.mark.parametrize("texte", TEXTES)
@pytest.mark.parametrize("jeu", COLONNES)
def test_each_grid_refuses_personal_data(jeu: str, texte: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(DonneesPersonnelles) as refus:
        examine(jeu, COLONNES[jeu], texte)
    phrase = str(refus.value)
    titre = next(c.titre for c in load_catalogue().jeu(jeu).colonnes if c.nom == COLONNES[jeu])
    assert f"« {titre} »" in phrase.replace("\N{NO-BREAK SPACE}", " ")
    assert TEXTES[texte] in phrase
    assert "fichier" not in phrase
    assert texte not in phrase
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("motif", TEXTES)
def test_the_reason_of_a_publication_is_searched_too(motif: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path))
    base, examen = Base(load_edition(0)), examine("cibles", "source", "Autre source")
    with pytest.raises(DonneesPersonnelles, match="motif") as refus:
        publish_examen(examen, preview(examen, base), operator("Camille"), motif, [c.cle for c in examen.rapport.avertissements])
    examen.close()
    assert motif not in str(refus.value)
    assert list_numeros() == [0]


def test_the_reason_of_an_undo_is_searched_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path))
    examen = examine("cibles", "source", "Autre source")
    publish_examen(examen, preview(examen, Base(load_edition(0))), operator("Camille"), "Essai",
                   [cause.cle for cause in examen.rapport.avertissements])
    examen.close()
    apercu = preview_undo(1, Base(load_edition(1)))
    with pytest.raises(DonneesPersonnelles, match="motif"):
        undo(apercu, operator("Camille"), "vu avec zoe.dupont@exemple.fr")
    assert list_numeros() == [0, 1]


def test_the_reason_of_a_declared_status_is_searched_too() -> None:
    with pytest.raises(DonneesPersonnelles, match="Motif du statut déclaré"):
        examine("suivi_actions", "motif_declare", "Vu avec zoe.dupont@exemple.fr ou 06 12 34 56 78")
