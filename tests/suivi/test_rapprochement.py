"""Published beside recomputed: the gap in the unit of the figure, and reasons that hold for it alone."""

from dataclasses import replace

import pytest

from spapser.catalogue import load_catalogue
from spapser.catalogue.obligation import load_obligations
from spapser.catalogue.raison import load_raisons
from spapser.store import Base
from spapser.suivi import Valeur, load_suivi
from spapser.suivi.rapprochement import describe_inconnues, find_rapprochement, list_raisons, write_ecart
from spapser.suivi.source import write_court, write_renvois
from tests.indicateurs.lecture import write_edition
from tests.suivi.edition import CATALOGUE, open_suivi
from tests.suivi.fabrique import make_mesure


def make_lecture(valeur: float | None, *base: float) -> Valeur:
    numerateur, denominateur = base or (None, None)
    return Valeur(valeur, numerateur, denominateur, "calculee", True, (), "sure", "")


def make_double(publie: float | None, recalcule: float | None, unite: str = "%", code: str = "fa09_part_clause_environnementale"):
    mesure = make_mesure(publie, unite=unite)
    return replace(mesure, indicateur=replace(mesure.indicateur, code=code), autres=(make_lecture(recalcule),))


@pytest.mark.parametrize(("publie", "recalcule", "unite", "attendu"), [
    (90, 92.5, "%", "écart +2,5\u00a0points"), (90, 89, "%", "écart −1\u00a0point"), (3, 2, "marchés", "écart −1\u00a0marché"),
    (90, 90, "%", "sans écart")])
def test_a_gap_is_recomputed_minus_published(publie, recalcule, unite, attendu) -> None:
    assert write_ecart(find_rapprochement(make_double(publie, recalcule, unite))) == attendu


@pytest.mark.parametrize(("publie", "recalcule"), [(None, 50), (50, None)])
def test_an_unknown_side_has_no_gap(publie, recalcule) -> None:
    assert find_rapprochement(make_double(publie, recalcule)) is None


def test_unknown_answers_are_a_reason_only_when_there_are_some() -> None:
    sans = make_double(90, 50)
    avec = replace(sans, inconnues=make_lecture(25.0, 100, 400))
    assert describe_inconnues(avec) == "100\u00a0réponses inconnues sur 400"
    assert list_raisons(avec) == [*list_raisons(sans), "100\u00a0réponses inconnues sur 400\u00a0: ni oui, ni non"]


def test_reasons_fit_the_figure() -> None:
    assert any("consultations" in raison for raison in list_raisons(make_double(32, 50, code="fa01_part_publicite_prolongee")))
    assert not any("consultations" in raison for raison in list_raisons(make_double(90, 50)))
    assert list_raisons(make_double(97_972, 97_972.42, "heures", "fa04_heures")) == []


def test_what_the_words_name_exists() -> None:
    codes = {i.code for i in load_catalogue().indicateurs}
    assert {code for raison in load_raisons() for code in (*raison.pour, *raison.sauf)} <= codes
    assert {code for o in load_obligations() for code in (o.nombre, o.valeur)} <= codes


def test_what_ships_waits_for_contracts_and_for_nothing_else() -> None:
    attendus = {i.code for fiche in CATALOGUE.fiches for i in open_suivi().en_attente(fiche)}
    assert "fa04_part_clause_sociale" in attendus
    assert not attendus & {m.indicateur.code for annee in open_suivi().annees for m in open_suivi().resultats(annee)}
    assert all(CATALOGUE.indicateur(code).fait_foi == "calculee" for code in attendus)


def test_a_figure_counted_from_contracts_is_not_compared_with_one_published(tmp_path) -> None:
    code, socle = "fa09_part_clause_environnementale", {"acheteur": "20005801400016", "famille": "marché", "objet": "Lot"}
    contrats = [socle | {"identifiant": str(annee), "annee": annee, "date_notification": f"{annee}-03-15",
                         "considerations_environnementales": "Clause environnementale"} for annee in (2025, 2026)]
    publiee = {"indicateur": code, "annee": 2024, "valeur": 90, "unite": "%", "nature": "realise", "retenue": "oui",
               "fiabilite": "sure"}
    suivi = load_suivi(Base(write_edition(tmp_path, CATALOGUE, {"contrats": contrats, "observations": [publiee]})), CATALOGUE)
    assert suivi.mesure(code, 2024).valeur == 90
    assert (suivi.mesure(code, 2025).valeur, suivi.mesure(code, 2025).precedente) == (100, None)
    assert suivi.mesure(code, 2025).texte_precedente == "90\u00a0% (autre périmètre)"
    assert suivi.mesure(code, 2025).evolution is None
    assert suivi.mesure(code, 2026).precedente == 100


def test_several_files_are_named_by_their_editions_in_a_table() -> None:
    deux = "contrats 2025.csv (édition 2), complements, 2025.csv (édition 1)"
    mesures = [replace(make_mesure(90), tenue=replace(make_lecture(90), document=document))
               for document in (deux, "h.csv (édition 3)")]
    assert [write_court(mesure) for mesure in mesures] == ["éditions\u00a01 et 2, calculé", "h.csv (édition 3), calculé"]
    assert write_renvois(mesures) == f"Fichiers : {deux}."
    assert write_renvois(mesures[1:]) == ""
