"""Plain language: no sentence made from the figures has more than 25 words."""

import re
from collections.abc import Iterator

import pytest

from spapser.suivi.en_bref import MOTS_PHRASE, count_mots
from spapser.suivi.phrase import describe_annee, describe_evolution, describe_statut
from spapser.suivi.regle import list_regles
from spapser.suivi.titre import write_titre
from tests.suivi.edition import ANNEES, open_suivi

FIN = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Ý])")


def list_phrases(annee: int) -> Iterator[str]:
    """Every sentence of a year: its summary, the status and movement of each measure, the title of each chart."""
    suivi = open_suivi()
    textes = [describe_annee(suivi, annee)]
    for fiche in suivi.catalogue.fiches:
        textes += [dit for m in suivi.mesures(fiche, annee) for dit in (describe_statut(m), describe_evolution(m))]
        textes += [write_titre(graphique, suivi, annee, fiche.code) for graphique in fiche.graphiques]
    for texte in textes:
        yield from FIN.split(texte)


@pytest.mark.parametrize("annee", ANNEES)
def test_generated_sentences_are_short(annee: int) -> None:
    phrases = list(list_phrases(annee))
    assert len(phrases) > 50
    assert [phrase for phrase in phrases if count_mots(phrase) > MOTS_PHRASE] == []


def test_the_rules_of_the_statuses_are_short() -> None:
    assert [regle for _, texte in list_regles() for regle in FIN.split(texte) if count_mots(regle) > MOTS_PHRASE] == []
