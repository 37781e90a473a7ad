"""The words of the field: each explained once, in plain language, from a source."""

import re

import pytest

from spapser.catalogue import load_catalogue
from spapser.catalogue.glossaire import Terme, find_termes, load_glossaire
from spapser.typographie import insecables

TERMES = load_glossaire()
SIGLE = re.compile(r"(?<![\w’-])[A-Z]{2,6}(?![\w-])")
# Not abbreviations of the field: names of organisations, forms, units and diplomas that the text writes as they are.
NOMS = {"AEF", "HEP", "CVSI", "CITAD", "SIFU", "TP", "ZAC", "CAP", "BEP", "INSEE", "CSV", "PDF", "XLSX", "II", "OPC", "AMO"}


@pytest.mark.parametrize("terme", TERMES, ids=lambda terme: terme.code)
def test_a_term_is_explained_in_short_sentences_with_its_source(terme: Terme) -> None:
    assert terme.source
    assert terme.definition == insecables(terme.definition).replace("\u00a0", " ")
    for phrase in re.split(r"(?<=\.) ", terme.definition):
        assert len(phrase.split()) <= 25, phrase


def test_each_term_has_an_address_of_its_own() -> None:
    codes = [terme.code for terme in TERMES]
    assert len(set(codes)) == len(codes)
    assert [code for code in codes if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)] == []


def test_a_term_is_found_as_a_whole_word_only() -> None:
    assert [terme.sigle for terme in find_termes("Les SIAE et l’ESAT, pas une EAU ni CDIX.")] == ["ESAT", "SIAE"]
    assert [terme.sigle for terme in find_termes("deux marchés réservés")] == ["marché réservé"]


@pytest.mark.parametrize("fiche", load_catalogue().fiches, ids=lambda fiche: fiche.code)
def test_every_abbreviation_of_a_fiche_is_explained(fiche) -> None:
    textes = " ".join([fiche.titre, fiche.engagement, *(o.titre for o in fiche.objectifs),
                       *(f"{i.libelle} {i.definition}" for i in fiche.indicateurs)])
    expliques = {forme for terme in TERMES for forme in (terme.sigle, *terme.formes)}
    assert sorted(set(SIGLE.findall(textes)) - expliques - NOMS) == []
