"""The title of a chart states a finding, or says plainly what the chart is about."""

import re

import pytest

from spapser.catalogue.model import Fiche, Graphique
from spapser.suivi.titre import describe_jalons, write_titre
from tests.suivi.edition import ANNEES, CATALOGUE, GRAPHIQUES, name, open_suivi

INSECABLES = str.maketrans("\u00a0\u202f", "  ")


def make_graphique(titre: str) -> Graphique:
    return Graphique("essai", "barres", (), titre, "Titre simple")


def write(titre: str, annee: int) -> str:
    return write_titre(make_graphique(titre), open_suivi(), annee, "fa04")


@pytest.mark.parametrize("annee", ANNEES)
@pytest.mark.parametrize(("fiche", "graphique"), GRAPHIQUES, ids=name)
def test_every_title_is_whole_and_short(fiche: Fiche, graphique: Graphique, annee: int) -> None:
    titre = write_titre(graphique, open_suivi(), annee, fiche.code)
    assert titre.strip()
    assert not re.search(r"[{}]|None|\bnan\b|n\.d\.", titre)
    mots = [mot for mot in re.split(r"[\s’]+", titre) if re.search(r"\w", mot)]
    assert len(mots) <= 16, titre


@pytest.mark.parametrize(("fiche", "graphique"), GRAPHIQUES, ids=name)
def test_plain_title_needs_no_figure(fiche: Fiche, graphique: Graphique) -> None:
    assert graphique.titre_sans_donnee.strip()
    assert not re.search("[{}]", graphique.titre_sans_donnee)
    attendus = (graphique.titre_sans_donnee, *titres_sans_annee(fiche, graphique))
    assert write_titre(graphique, open_suivi(), 1999, fiche.code) in attendus


def titres_sans_annee(fiche: Fiche, graphique: Graphique) -> list[str]:
    """Milestones are drawn for all the years at once: their title does not depend on the year."""
    if "{jalons}" not in graphique.titre:
        return []
    return [write_titre(graphique, open_suivi(), ANNEES[-1], fiche.code)]


@pytest.mark.parametrize(("modele", "titre"), [
    ("{fa04_heures} : {fa04_heures.taux}", "97 972 heures : 392 % de la cible"),
    ("{fa04_heures.nombre} heures, {fa04_heures.cible}", "97 972 heures, 25 000 heures"),
    ("{fa04_heures.face_a_la_cible} en {annee}", "97 972 heures pour une cible de 25 000 heures en 2024"),
    ("{fa04_heures.evolution}", "en hausse de 67 % sur 2023"),
    ("{fa04_heures} et {fa01_part_tpe_pme}", "97 972 heures et 75 %")])
def test_places_are_filled_with_the_figures_of_the_year(modele: str, titre: str) -> None:
    assert write(modele, 2024).translate(INSECABLES) == titre


@pytest.mark.parametrize("modele", ["{fa04_beneficiaires}", "{fa04_heures} et {fa04_beneficiaires}", "{fa04_age.premiere}",
                                    "{fa04_age.part_premiere}", "{fa04_heures.evolution}", "{fa04_age.nombre}"])
def test_one_missing_figure_gives_the_plain_title(modele: str) -> None:
    assert write(modele, 2023) == "Titre simple"


def test_a_breakdown_speaks_of_its_largest_category() -> None:
    modalites = open_suivi().repartition("fa04_age", 2024)
    assert modalites[0].valeur == max(m.valeur or 0 for m in modalites)
    assert write("{fa04_age.premiere}", 2024) == modalites[0].modalite
    assert write("{fa04_age.nombre}", 2024) == str(len(modalites))


@pytest.mark.parametrize("fiche", CATALOGUE.fiches, ids=name)
def test_milestones_are_counted_by_state(fiche: Fiche) -> None:
    jalons = open_suivi().jalons_fiche(fiche.code)
    if jalons:
        assert sum(int(n) for n in re.findall(r"\d+", describe_jalons(jalons))) == len(jalons)
