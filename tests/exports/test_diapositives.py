"""The slides of a year: all there, in order, saying what the measures say and nothing that a machine says."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spapser.exports.bilan import Bilan, build_bilan
from spapser.exports.diapositives import Diapositive, build_diapositives, choose_diapositives
from spapser.exports.diapositives.listes import cut
from spapser.exports.resultats import list_resultats
from spapser.exports.secours import open_lisible
from spapser.store import Base, load_edition
from spapser.suivi import Suivi, load_suivi

ADRESSE = "https://exemple.fr"
ANNEES = (2023, 2024)
CHAQUE_ANNEE = pytest.mark.parametrize("annee", ANNEES)
MACHINE = re.compile(r"[{}]|\b(None|nan|True|False|Statut)\b|n\.d\.|\.\.|  ")
SECABLE = re.compile(r" [:;!?»%€]|« ")


@pytest.fixture(scope="module")
def bilans(base: Base, suivi: Suivi) -> dict[int, Bilan]:
    return {annee: build_bilan(base, suivi, annee) for annee in ANNEES}


@pytest.fixture(scope="module")
def suites(bilans: dict[int, Bilan]) -> dict[int, tuple[Diapositive, ...]]:
    return {annee: build_diapositives(bilan, ADRESSE) for annee, bilan in bilans.items()}


def list_textes(diapositive: Diapositive) -> Iterator[str]:
    yield from (diapositive.titre, diapositive.surtitre, diapositive.source, *diapositive.lignes)
    for groupe in (*diapositive.groupes, *diapositive.notes):
        yield from (groupe.titre, *groupe.elements)


@CHAQUE_ANNEE
def test_every_year_opens_tells_each_fiche_in_order_and_closes(suites: dict, suivi: Suivi, annee: int) -> None:
    codes = [diapositive.code for diapositive in suites[annee]]
    fiches = [fiche.code for fiche in suivi.catalogue.fiches]
    assert codes[:3] == ["ouverture", "phrase", "chiffres"]
    assert codes[3:3 + len(fiches)] == fiches
    assert [code.partition("-")[0] for code in dict.fromkeys(c.partition("-")[0] for c in codes[3 + len(fiches):])] == [
        "territoire", "achats", "structures", "cloture"]
    assert len(set(codes)) == len(codes)


@CHAQUE_ANNEE
def test_no_slide_speaks_like_a_machine_or_breaks_french_spaces(suites: dict, annee: int) -> None:
    for diapositive in suites[annee]:
        assert diapositive.titre
        assert len(diapositive.lignes) <= 2
        for texte in list_textes(diapositive):
            assert not MACHINE.search(texte), (diapositive.code, texte)
            assert not SECABLE.search(texte), (diapositive.code, texte)


@CHAQUE_ANNEE
def test_bars_are_values_of_the_results(suites: dict, suivi: Suivi, annee: int) -> None:
    connues = {resultat["valeur"] for resultat in list_resultats(suivi, annee) if resultat["valeur"] is not None}
    dessinees = [barre.valeur for diapositive in suites[annee] if diapositive.comparaison
                 for rangee in diapositive.comparaison.rangees for barre in rangee.barres
                 if barre.role == "realise" and barre.valeur is not None and not rangee.nom.startswith("Autres")]
    assert dessinees
    assert [valeur for valeur in dessinees if valeur not in connues] == []


def test_a_fiche_says_its_finding_its_target_and_two_sentences(suites: dict) -> None:
    heures = next(d for d in suites[2024] if d.code == "fa04")
    assert heures.titre == "97\u202f972\u00a0heures d’insertion\u00a0: 392\u00a0% de la cible"
    assert heures.lignes[0] == "120\u00a0personnes en insertion, dont 43 en quartier prioritaire."
    assert [(b.serie, b.valeur) for b in heures.comparaison.rangees[0].barres] == [
        ("2024", 97972), ("cible 2024", 25000), ("2023", 58526)]
    assert heures.statut.value == "atteint"
    assert heures.identifiant.startswith("fa04-heures-2024")


def test_a_target_without_value_is_said_not_evaluated(suites: dict) -> None:
    repas = next(d for d in suites[2024] if d.code == "fa11")
    assert repas.statut.value.startswith("non évalué")
    assert {barre.texte for rangee in repas.comparaison.rangees for barre in rangee.barres if barre.role == "realise"} == {
        "non publié"}


def test_slides_with_nothing_to_say_are_left_out_unless_asked_for(suites: dict) -> None:
    vides = [diapositive.code for diapositive in suites[2023] if diapositive.vide]
    assert {"achats", "structures", "territoire"} <= set(vides)
    assert "fa04" not in vides
    par_defaut = [diapositive.code for diapositive in choose_diapositives(suites[2023])]
    assert set(par_defaut) | set(vides) == {diapositive.code for diapositive in suites[2023]}
    assert not set(par_defaut) & set(vides)
    (demandee,) = choose_diapositives(suites[2023], ["achats"])
    assert demandee.lignes == ("Aucun achat n’est annoncé pour 2024.",)


def test_slides_come_in_the_order_that_is_asked_for(suites: dict) -> None:
    codes = ["fa09", "ouverture", "n'existe pas", "fa04", "fa09"]
    assert [d.code for d in choose_diapositives(suites[2024], codes)] == ["fa09", "ouverture", "fa04"]


def test_every_purchase_and_structure_is_on_a_slide_once_under_its_link(suites: dict, base: Base) -> None:
    achats = [ligne[0] for d in suites[2024] if d.genre == "achats" for ligne in d.tableau.lignes]
    assert sorted(achats) == sorted({a["achat"] for a in base.rows("programmation") if a["annee"] == 2025})
    liens = {(groupe.titre.lower(), nom) for d in suites[2024] for groupe in d.groupes for nom in groupe.elements}
    assert liens == {(s["lien"].lower(), s["structure"]) for s in base.rows("structures")}


def test_reserved_lots_come_first(suites: dict) -> None:
    reservations = [ligne[1] for d in suites[2024] if d.genre == "achats" for ligne in d.tableau.lignes]
    rangs = [0 if "lot réservé" in mot else 1 if "à étudier" in mot else 2 for mot in reservations]
    assert rangs == sorted(rangs)


def test_a_bilan_without_lists_still_gives_its_slides(bilans: dict) -> None:
    vide = replace(bilans[2024], achats=(), structures=(), communes=(), chiffres_cles=(), manques=("Le jeu X manque.",))
    suite = {diapositive.code: diapositive for diapositive in build_diapositives(vide)}
    assert suite["achats"].vide
    assert suite["structures"].vide
    assert suite["chiffres"].vide
    assert suite["territoire"].points == ()
    assert any("Le jeu X manque." in groupe.elements for groupe in suite["ouverture"].notes)
    assert suite["ouverture"].lignes[-1] == "Document incomplet\u00a0: 1 jeu de données à rétablir."


def test_a_broken_dataset_gives_slides_that_say_so(suivi: Suivi, tmp_path: Path) -> None:
    dossier = tmp_path / "bilan"
    shutil.copytree(load_edition().dossier, dossier)
    (dossier / "programmation.csv").unlink()
    (dossier / "structures.csv").write_bytes(b"\xff\xfe\x00n'importe quoi")
    abimee, manques = open_lisible(replace(load_edition(), dossier=dossier), suivi.catalogue)
    bilan = replace(build_bilan(abimee, load_suivi(abimee, suivi.catalogue), 2024), manques=manques)
    suite = {diapositive.code: diapositive for diapositive in build_diapositives(bilan)}
    assert suite["achats"].vide
    assert suite["structures"].vide
    assert suite["ouverture"].lignes[-1] == "Document incomplet\u00a0: 2 jeux de données à rétablir."
    assert "programmation.csv" in " ".join(suite["ouverture"].notes[0].elements)
    assert suite["fa04"].comparaison


def test_some_fiches_alone_stand_between_opening_and_closing(base: Base, suivi: Suivi) -> None:
    suite = build_diapositives(build_bilan(base, suivi, 2024, ("fa09",)))
    assert [diapositive.code for diapositive in suite] == ["ouverture", "fa09", "cloture"]


def test_without_an_address_the_last_slide_has_none_and_the_notes_say_so(bilans: dict) -> None:
    assert build_diapositives(bilans[2024], ADRESSE)[-1].adresse == ADRESSE
    sans = build_diapositives(bilans[2024])[-1]
    assert sans.adresse == ""
    assert "SPAPSER_ADRESSE" in sans.notes[0].elements[0]


def test_doubts_on_what_is_shown_are_in_the_notes(suites: dict) -> None:
    handicap = next(d for d in suites[2024] if d.code == "fa06")
    prudence = next(groupe for groupe in handicap.notes if groupe.titre == "À dire avec prudence")
    assert any("DuoDay" in phrase and "à confirmer" in phrase for phrase in prudence.elements)


@given(st.lists(st.integers()), st.integers(1, 12))
def test_pages_lose_nothing_and_are_even(elements: list[int], limite: int) -> None:
    pages = list(cut(elements, limite))
    assert [element for page in pages for element in page] == elements
    assert all(len(page) <= limite for page in pages)
    assert len(pages) == -(-len(elements) // limite)
