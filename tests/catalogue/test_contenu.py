"""What the shipped catalogue promises: its fiches, its objectives, its indicators, and texts fit to be read."""

import dataclasses
import re
from collections.abc import Iterator

import pytest

from spapser.catalogue import load_catalogue

CATALOGUE = load_catalogue()
FICHES = [pytest.param(fiche, id=fiche.code) for fiche in CATALOGUE.fiches]
INDICATEURS = [pytest.param(indicateur, id=indicateur.code) for indicateur in CATALOGUE.indicateurs]
TEXTES = {
    "titre",
    "titre_court",
    "engagement",
    "libelle",
    "definition",
    "perimetre",
    "calcul",
    "titre_sans_donnee",
    "lecture",
    "description",
    "grain",
    "exemple",
}
FAUTES = {
    "apostrophe droite": r"'",
    "guillemet droit": r'"',
    "espace sécable avant : ; ? ! » %": r" [:;?!»%]",
    "espace sécable après «": r"« ",
    "pas d’espace avant ; ? ! »": r"[^\s\u00a0\u202f][;?!»]",
    "pas d’espace après «": r"«[^\u00a0\u202f]",
    "trois points": r"\.\.\.",
}


def list_texts(objet, lieu: str) -> Iterator[tuple[str, str]]:
    """Every text shown to a person, with the place where it stands."""
    for champ in dataclasses.fields(objet):
        valeur = getattr(objet, champ.name)
        if champ.name in TEXTES:
            yield f"{lieu}.{champ.name}", valeur
        elif isinstance(valeur, tuple):
            for enfant in valeur:
                if dataclasses.is_dataclass(enfant):
                    nom = getattr(enfant, "code", None) or getattr(enfant, "nom", "")
                    yield from list_texts(enfant, f"{lieu}.{nom}")


def list_faults(objet, lieu: str) -> list[str]:
    """Every breach of French typography, named."""
    return [
        f"{place} : {faute} : {texte!r}"
        for place, texte in list_texts(objet, lieu)
        for faute, motif in FAUTES.items()
        if re.search(motif, re.sub(r"\{[^}]*\}", "x", texte))
    ]


def test_the_scheme_has_eleven_fiches_and_forty_four_objectives():
    assert [fiche.numero for fiche in CATALOGUE.fiches] == list(range(1, 12))
    assert [fiche.code for fiche in CATALOGUE.fiches] == [f"fa{numero:02}" for numero in range(1, 12)]
    assert sum(len(fiche.objectifs) for fiche in CATALOGUE.fiches) == 44


@pytest.mark.parametrize("fiche", FICHES)
def test_a_fiche_has_its_page_and_its_codes(fiche):
    assert re.fullmatch(rf"{fiche.code}_[a-z_]+", fiche.page)
    assert all(re.fullmatch(rf"{fiche.code}_o\d\d", objectif.code) for objectif in fiche.objectifs)
    assert all(re.fullmatch(rf"{fiche.code}_[a-z0-9_]+", indicateur.code) for indicateur in fiche.indicateurs)
    assert fiche.titre
    assert fiche.engagement


def test_nothing_is_named_twice():
    for codes in (
        [fiche.page for fiche in CATALOGUE.fiches],
        [objectif.code for fiche in CATALOGUE.fiches for objectif in fiche.objectifs],
        [indicateur.code for indicateur in CATALOGUE.indicateurs],
        [axe.code for axe in CATALOGUE.axes],
        *[[graphique.code for graphique in fiche.graphiques] for fiche in CATALOGUE.fiches],
        *[[colonne.nom for colonne in jeu.colonnes] for jeu in CATALOGUE.jeux],
    ):
        assert sorted(codes) == sorted(set(codes))


@pytest.mark.parametrize("indicateur", INDICATEURS)
def test_an_indicator_says_what_it_is(indicateur):
    for texte in (indicateur.definition, indicateur.perimetre, indicateur.calcul):
        assert re.fullmatch(r"[A-ZÉÈÀŒ0-9«].{3,}\.", texte)
    assert indicateur.libelle
    assert indicateur.genre in ("resultat", "repartition", "repere")
    assert indicateur.sens in ("hausse", "baisse", "neutre")
    assert indicateur.fait_foi in ("publiee", "calculee")


def test_every_unit_is_one_a_file_may_hold():
    unites = next(colonne for colonne in CATALOGUE.jeu("observations").colonnes if colonne.nom == "unite").enumeration
    assert {indicateur.unite for indicateur in CATALOGUE.indicateurs} - set(unites) == set()


@pytest.mark.parametrize("jeu", [pytest.param(jeu, id=jeu.nom) for jeu in CATALOGUE.jeux])
def test_a_dataset_has_its_key_and_known_types(jeu):
    noms = {colonne.nom for colonne in jeu.colonnes}
    assert set(jeu.cle) <= noms
    assert {colonne.type for colonne in jeu.colonnes} <= {"string", "integer", "number", "boolean", "date", "year"}
    assert {colonne.reference for colonne in jeu.colonnes} <= {"", "indicateur", "fiche", "objectif"}


@pytest.mark.parametrize("fiche", FICHES)
def test_typography_of_a_fiche(fiche):
    assert list_faults(fiche, fiche.code) == []


@pytest.mark.parametrize("jeu", [pytest.param(jeu, id=jeu.nom) for jeu in CATALOGUE.jeux])
def test_typography_of_a_dataset(jeu):
    assert list_faults(jeu, jeu.nom) == []


def test_typography_of_the_axes():
    assert [faute for axe in CATALOGUE.axes for faute in list_faults(axe, axe.code)] == []
