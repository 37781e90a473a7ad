"""The data page: every file is one address that answers, in the present as in the past, under a name that says its edition."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from spapser.catalogue import load_catalogue
from spapser.exports.nom import name_emporte
from spapser.store import load_edition
from spapser.ui.restitution import open_contenu, open_edition
from tests.pages.depot import publish_rows, shift_year
from tests.pages.ecran import ANNEES, Ecran, visit

JEUX = load_catalogue().jeux
LIEN = re.compile(r'href="donnees/([^"]+)"')


def list_liens(vu: Ecran) -> list[str]:
    return [lien for lien in LIEN.findall("".join(vu.htmls)) if "." in lien and not lien.startswith("edition-")]


@pytest.mark.parametrize("annee", ANNEES)
def test_each_dataset_and_the_results_of_the_year_lead_to_their_files(ecran: Callable[[str, int], Ecran], annee: int) -> None:
    attendus = {f"resultats-{annee}.csv", f"resultats-{annee}.json"}
    attendus |= {f"{jeu.nom}.{extension}" for jeu in JEUX for extension in ("csv", "parquet", "schema.json")}
    assert set(list_liens(ecran("donnees", annee))) == attendus
    assert attendus <= set(open_edition(load_edition(0)).fichiers)


def test_each_dataset_says_how_many_rows_it_has_and_what_its_columns_hold(ecran: Callable[[str, int], Ecran]) -> None:
    textes = "\n".join(ecran("donnees", ANNEES[-1]).textes).replace("\u00a0", " ").replace("\u202f", " ")
    for jeu in JEUX:
        assert f"Dictionnaire de « {jeu.titre} »".replace("\u00a0", " ").replace("\u202f", " ") in textes
        assert jeu.colonnes[0].nom in textes


def test_the_same_edition_seen_as_the_past_has_addresses_that_name_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path))
    annee, lignes = shift_year("insertion_operations")
    publish_rows("insertion_operations", annee, lignes, "heures.csv", "Heures de l’année")
    presents = list_liens(visit("donnees", annee, edition="1"))
    publish_rows("insertion_operations", annee, lignes[:1], "heures bis.csv", "Correction")
    assert not any("?" in lien for lien in presents)
    assert sorted(list_liens(visit("donnees", annee, edition="1"))) == sorted(f"{lien}?edition=1" for lien in presents)


def test_a_file_is_kept_under_a_name_that_says_its_edition() -> None:
    assert open_contenu("marches.schema.json", load_edition(0)).nom == "spapser-marches-edition-0.schema.json"


def test_a_file_with_invented_rows_says_so_in_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path))
    annee, lignes = shift_year("insertion_operations")
    publish_rows("insertion_operations", annee, lignes, "exemple-fictif-heures.csv", "Essai")
    assert name_emporte("marches.csv", load_edition()) == "spapser-marches-donnees-fictives-edition-1.csv"
