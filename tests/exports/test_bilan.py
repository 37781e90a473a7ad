"""The content that documents share: complete, in order, and honest on what is missing."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from spapser.catalogue import load_catalogue
from spapser.errors import CodeInconnu
from spapser.exports.bilan import build_bilan
from spapser.store import Base, load_edition
from spapser.suivi import Statut, Suivi, load_suivi
from spapser.suivi.controle import controles

CATALOGUE = load_catalogue()


@pytest.mark.parametrize("annee", [2023, 2024])
def test_every_fiche_has_its_objectives_in_the_order_of_the_report(base: Base, suivi: Suivi, annee: int) -> None:
    bilan = build_bilan(base, suivi, annee)
    assert [section.fiche for section in bilan.sections] == list(CATALOGUE.fiches)
    for section in bilan.sections:
        assert [suivi_.objectif for suivi_ in section.objectifs] == list(section.fiche.objectifs)
        assert all(o.action == suivi.action(o.objectif.code, annee) for o in section.objectifs)


def test_counts_are_those_of_the_indicators_shown(base: Base, suivi: Suivi) -> None:
    bilan = build_bilan(base, suivi, 2024)
    assert sum(bilan.comptes.values()) == len(bilan.mesures)
    assert bilan.comptes[Statut.ATTEINT] == sum(m.statut is Statut.ATTEINT for m in bilan.mesures)
    seule = build_bilan(base, suivi, 2024, ("fa04",))
    assert sum(seule.comptes.values()) == len(seule.sections[0].mesures) < sum(bilan.comptes.values())


def test_figures_are_named_once_by_fiche_chart_year_and_edition(base: Base, suivi: Suivi) -> None:
    bilan = build_bilan(base, suivi, 2024)
    noms = [g.identifiant for section in bilan.sections for g in section.graphiques]
    assert len(set(noms)) == len(noms)
    assert "fa04-heures-2024-e0" in noms


def test_only_charts_with_something_to_draw_are_kept(base: Base, suivi: Suivi) -> None:
    for annee in (2023, 2024):
        for section in build_bilan(base, suivi, annee).sections:
            for graphique in section.graphiques:
                assert graphique.jalons or any(m.valeur is not None or m.cible for m in graphique.mesures)
                assert graphique.tableau.lignes


def test_checks_are_those_of_the_year_and_of_the_fiche(base: Base, suivi: Suivi) -> None:
    tous = [c for c in controles(base) if c.annee == 2024]
    assert list(build_bilan(base, suivi, 2024).controles) == tous
    assert list(build_bilan(base, suivi, 2024, ("fa04",)).controles) == [c for c in tous if c.fiche == "fa04"]


def test_the_day_is_written_in_french(base: Base, suivi: Suivi) -> None:
    assert build_bilan(base, suivi, 2024, jour=date(2025, 3, 1)).date == "1er\u00a0mars\u00a02025"


def test_an_unknown_fiche_is_refused(base: Base, suivi: Suivi) -> None:
    with pytest.raises(CodeInconnu, match="fa99"):
        build_bilan(base, suivi, 2024, ("fa99",))


def test_an_empty_dataset_is_told(tmp_path: Path) -> None:
    shutil.copytree(load_edition().dossier, tmp_path / "bilan")
    fichier = tmp_path / "bilan" / "marches.csv"
    fichier.write_text(fichier.read_text("utf-8").splitlines()[0] + "\n", "utf-8")
    base = Base(replace(load_edition(), dossier=tmp_path / "bilan"))
    bilan = build_bilan(base, load_suivi(base, CATALOGUE), 2024)
    assert len(bilan.manques) == 1
    assert CATALOGUE.jeu("marches").titre in bilan.manques[0]
    assert all(section.marches == () for section in bilan.sections)
