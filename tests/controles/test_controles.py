"""Coherence checks: shape of the files, and the verdicts known from the report."""

import re

import pytest

from spapser.catalogue.load import load_catalogue
from spapser.store import Base, list_sql, load_edition, read_sql
from spapser.suivi.controle import FAMILLES, Verdict, controles, read_entete

CODES = list_sql("controles")
NOMBRES_PERMIS = {"0", "1", "2", "100", "0.005", "0.05", "0.5"}
VUES = {"observations", "cibles", "insertion_operations", "insertion_publics", "evenements", "marches", "programmation",
        "structures", "reemploi", "suivi_actions", "resultats", "communes"}

ECARTS = {  # code, object (start of it): published, recomputed
    ("fa01_taux_avance", ""): (30, 15),
    ("fa02_achats_a_reserver", "absents de FA5"): (5, 1),
    ("fa02_achats_reservation", "Nettoyage et raccommodage"): (4, 1),
    ("fa02_marches_reserves", ""): (3, 2),
    ("fa02_matinale_doublon", "Écodair"): (29, 28),
    ("fa02_matinale_structures", ""): (33, 28),
    ("fa02_publicite_insertion", ""): (33.3, 50),
    ("fa02_titulaires_salaries", ""): (4, 2),
    ("fa04_ages_mentions", ""): (120, 135),
    ("fa04_cible_heures", ""): (25000, 20000),
    ("fa04_cible_precedent", ""): (25000, 58526),
    ("fa04_contrats_personnes", "CDI"): (18, 21),
    ("fa04_engagees_realisees", "Dévoiement"): (2250, 367),
    ("fa04_engagees_realisees", "Suivi-animation"): (600, 1927.04),
    ("fa04_heures_collecte", "ligne 38"): (64631, 64932.57),
    ("fa04_marches_operations", ""): (27, 11),
    ("fa04_niveaux_personnes", "CAP/BEP"): (25.7, 25.8333),
    ("fa04_nouveaux_marches", "ligne 23"): (3, 2),
    ("fa04_part_collecte", "ligne 38"): (67, 66.2764),
    ("fa04_part_collecte_ligne", "ligne 38"): (67, 65.9688),
    ("fa04_part_en_parcours", ""): (74.1, 74.1667),
    ("fa04_part_qpv_beneficiaires", ""): (36.1, 35.8333),
    ("fa04_situations_contrats", "Intérim"): (5, 3),
    ("fa04_statuts_personnes", "Demandeurs d’emploi"): (36.6, 36.6667),
    ("fa05_heures_nettoyage", ""): (4264, 3974.31),
    ("fa05_qpv_structures", "Nettoyage des locaux, secteur nord"): (14, 17),
    ("fa05_qpv_territoire", "Nettoyage des locaux, secteur sud"): (6, 2),
    ("fa06_achats_a_sourcer", "absents de FA1"): (6, 3),
    ("fa06_achats_sourcage", "Impression tous supports"): (5, 2),
    ("fa06_jours_ouvres", "DuoDay"): (3, 2),
    ("fa10_marches_doublon", "Location d’engins"): (10, 9),
}
ACCORDS = {  # same, within rounding when the two numbers differ
    ("fa04_heures", ""): (97972, 97972.42),
    ("fa04_parcours_et_sortis", ""): (120, 120),
    ("fa04_beneficiaires", "ligne 33"): (120, 120),
    ("fa04_situations", "En parcours"): (89, 89),
    ("fa04_situations", "Sortis"): (31, 31),
    ("fa04_contrats", ""): (174, 174),
    ("fa04_contrats_resume", "Embauche directe"): (38, 38),
    ("fa04_contrats_resume", "Contrats d’insertion"): (133, 133),
    ("fa04_parts_contrats", "Embauche directe"): (21.8, 21.8391),
    ("fa04_parts_contrats", "Contrats d’insertion"): (76.4, 76.4368),
    ("fa04_qpv_communes", ""): (43, 43),
    ("fa04_part_qpv_territoire", ""): (36.1, 36.1345),
    ("fa04_cdi_employeurs", ""): (18, 18),
    ("fa04_cdi_marches", "collecte"): (14, 14),
    ("fa04_heures_collecte", "ligne 35"): (64932.57, 64932.57),
    ("fa04_heures_engagees", ""): (2850, 2850),
    ("fa04_nouveaux_marches", "ligne 34"): (2, 2),
    ("fa04_ages", ""): (120, 120),
    ("fa04_cap_ou_moins", ""): (91.7, 91.7),
    ("fa05_salaries_structures", "Nettoyage des locaux, secteur nord"): (37, 37),
    ("fa06_marches_reserves", "ligne 53"): (2, 2),
    ("fa10_reconditionnes", "montant"): (31107.86, 31107.86),
    ("fa10_dons", ""): (35, 35),
}


@pytest.fixture(scope="module")
def tous():
    return controles(Base(load_edition()))


def find(tous, code, objet):
    return next(c for c in tous if c.code == code and c.objet.startswith(objet) and c.annee == 2024)


def test_enough_checks():
    assert len(CODES) >= 45


@pytest.mark.parametrize("code", CODES)
def test_file_keeps_its_contract(code):
    sql = read_sql(f"controles/{code}")
    entete = read_entete(sql, code)
    assert len(sql.splitlines()) <= 40
    assert max(map(len, sql.splitlines())) <= 120
    assert code.startswith(entete["fiche"] + "_")
    assert len(re.findall(r"[^\W_]\S*", entete["titre"])) <= 12
    assert len(re.findall(r"[^\W_]\S*", entete["lecture"])) <= 25
    assert not re.search(r"['\"]| [:;»%]|« ", entete["titre"] + entete["lecture"])


@pytest.mark.parametrize("code", CODES)
def test_query_is_one_select_with_nothing_typed_in(code):
    nu = re.sub(r"--.*", "", read_sql(f"controles/{code}"))
    nu = re.sub(r"'[^']*'", "''", nu)
    assert ";" not in nu
    assert re.match(r"\s*(select|with)\b", nu)
    nombres = set(re.findall(r"(?<![\w.])\d+(?:\.\d+)?", nu))
    assert nombres <= NOMBRES_PERMIS | {str(annee) for annee in range(2015, 2101)}
    sources = set(re.findall(r"\b(?:from|join)\s+(\w+)", nu))
    locales = set(re.findall(r"(\w+) as \(", nu))
    assert sources - locales <= VUES


def test_titles_are_unique_and_fiches_exist():
    entetes = [read_entete(read_sql(f"controles/{code}"), code) for code in CODES]
    assert len({e["titre"] for e in entetes}) == len(entetes)
    assert {e["fiche"] for e in entetes} <= {fiche.code for fiche in load_catalogue().fiches}
    assert {e["famille"] for e in entetes} == set(FAMILLES)


@pytest.mark.parametrize("code", CODES)
def test_every_check_says_something_of_2024(tous, code):
    siens = [c for c in tous if c.code == code]
    assert any(c.annee == 2024 and c.verdict is not Verdict.INVERIFIABLE for c in siens)
    assert len({(c.annee, c.objet) for c in siens}) == len(siens)


def test_values_are_clean(tous):
    unites = {u for jeu in load_catalogue().jeux for c in jeu.colonnes if c.nom == "unite" for u in c.enumeration}
    for c in tous:
        assert c.unite in unites, c.code
        assert c.tolerance in (0, 0.005, 0.05, 0.5), c.code
        assert c.lignes, c.code
        assert list(c.lignes) == sorted(set(c.lignes)), c.code
        assert c.ecart is None or c.ecart == pytest.approx(c.publie - c.recalcule, abs=1e-6)


def test_gaps_come_first_then_fiche_and_code(tous):
    rangs = [(c.verdict is not Verdict.ECART, c.fiche, c.code) for c in tous]
    assert rangs == sorted(rangs)


@pytest.mark.parametrize(("cle", "nombres"), ECARTS.items())
def test_known_contradiction_is_found(tous, cle, nombres):
    trouve = find(tous, *cle)
    assert trouve.verdict is (Verdict.COMPARAISON if trouve.famille == "comparaisons" else Verdict.ECART)
    assert (trouve.publie, trouve.recalcule) == pytest.approx(nombres, abs=1e-3)


@pytest.mark.parametrize(("cle", "nombres"), ACCORDS.items())
def test_known_agreement_is_found(tous, cle, nombres):
    trouve = find(tous, *cle)
    assert trouve.verdict is (Verdict.CONCORDANT if nombres[0] == nombres[1] else Verdict.ARRONDI)
    assert (trouve.publie, trouve.recalcule) == pytest.approx(nombres, abs=1e-3)


def test_a_missing_side_is_not_a_gap(tous):
    trouve = find(tous, "fa05_salaries_sexe", "Espaces verts, AEF 94")
    assert (trouve.verdict, trouve.recalcule, trouve.ecart) == (Verdict.INVERIFIABLE, None, None)


def test_one_fiche_only():
    siens = controles(Base(load_edition()), "fa10")
    assert siens
    assert {c.fiche for c in siens} == {"fa10"}
