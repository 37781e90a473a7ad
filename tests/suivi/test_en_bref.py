"""The fiche in plain words: short, and no figure that is not the fiche's own."""

import re

import pytest

from spapser.suivi.en_bref import MOTS, MOTS_PHRASE, count_mots, write_en_bref
from tests.suivi.edition import open_suivi

FICHES = [f"fa{numero:02}" for numero in range(1, 12)]
PHRASES = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Ý])")


@pytest.mark.parametrize("code", FICHES)
def test_it_fits_in_sixty_words_of_short_sentences(code: str) -> None:
    suivi = open_suivi()
    for annee in suivi.annees:
        texte = write_en_bref(suivi, suivi.catalogue.fiche(code), annee)
        assert 0 < count_mots(texte) <= MOTS, texte
        assert [phrase for phrase in PHRASES.split(texte) if count_mots(phrase) > MOTS_PHRASE] == []


@pytest.mark.parametrize("code", FICHES)
def test_its_main_figure_is_one_of_the_fiche(code: str) -> None:
    suivi = open_suivi()
    fiche = suivi.catalogue.fiche(code)
    for annee in suivi.annees:
        debut = write_en_bref(suivi, fiche, annee)
        mesure = next(m for m in suivi.mesures(fiche, annee) if debut.startswith(m.indicateur.libelle))
        assert (mesure.texte in debut) == (mesure.valeur is not None)


def test_a_target_says_its_verdict() -> None:
    suivi = open_suivi()
    texte = write_en_bref(suivi, suivi.catalogue.fiche("fa04"), 2024)
    assert "La cible, au moins 25\u202f000\u00a0heures, est atteinte." in texte
    assert "en hausse de 67\u00a0% sur 2023" in texte


def test_a_proposed_status_is_said_to_be_confirmed() -> None:
    suivi = open_suivi()
    texte = write_en_bref(suivi, suivi.catalogue.fiche("fa10"), 2024)
    assert "2 atteints d’après le texte, à confirmer" in texte


def test_what_is_not_published_is_not_zero() -> None:
    suivi = open_suivi()
    assert "rien n’est publié pour 2023" in write_en_bref(suivi, suivi.catalogue.fiche("fa02"), 2023)
