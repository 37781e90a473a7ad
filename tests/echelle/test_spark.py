"""A distributed engine over the same files gives the same figures: every indicator query, transpiled, run by Spark."""

import importlib.util
import math
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from spapser.store import Base, list_sql, load_edition

ABSENTS = [nom for nom in ("pyspark", "sqlglot") if importlib.util.find_spec(nom) is None]
ABSENTS += [] if shutil.which("java") else ["Java 17"]
pytestmark = pytest.mark.skipif(bool(ABSENTS), reason=f"il manque {', '.join(ABSENTS)} : make spark, "
                                                      "apt-get install openjdk-17-jre-headless")
EXEMPLES = Path(__file__).parents[2] / "data/exemples"
DEPOTS = (("contrats", "contrats-2025.json"), ("complements", "complements-2025.csv"),
          ("insertion_operations", "heures-2025.xlsx"))


@pytest.fixture(scope="module")
def spark():
    from tests.echelle.etincelle import open_spark

    moteur = open_spark()
    yield moteur
    moteur.stop()


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory):
    """The edition that ships, and one with deposited contracts, their complements and hours."""
    depot = tmp_path_factory.mktemp("etincelle")
    environnement = os.environ | {"SPAPSER_DEPOT": str(depot)}
    for jeu, nom in DEPOTS:
        subprocess.run([sys.executable, "-m", "spapser", "deposer", str(EXEMPLES / f"exemple-fictif-{nom}"), "--jeu", jeu,
                        "--annee", "2025", "--auteur", "Essai", "--motif", "Essai", "--accepter-avertissements",
                        *(["--acheteur", "tous"] if jeu == "contrats" else [])],
                       env=environnement, check=True, cwd=EXEMPLES.parents[1], capture_output=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPAPSER_DEPOT", str(depot))
        return {"livrée": load_edition(0), "déposée": load_edition()}


def arrange(lignes: list[tuple]) -> dict[tuple, tuple]:
    """(valeur, numerateur, denominateur) by (indicateur, annee, dimension, modalite); no key twice."""
    par_cle = {tuple(ligne[:4]): tuple(ligne[4:]) for ligne in lignes}
    assert len(par_cle) == len(lignes)
    return par_cle


def is_same(obtenu: float | None, attendu: float | None) -> bool:
    """Both unknown, or equal within 1e-9."""
    if obtenu is None or attendu is None:
        return obtenu is attendu
    return math.isclose(obtenu, attendu, rel_tol=1e-9, abs_tol=1e-9)


@pytest.mark.parametrize("nom", ["livrée", "déposée"])
def test_spark_gives_the_same_results_as_the_house(nom, spark, editions):
    from tests.echelle.etincelle import Etincelle

    base = Base(editions[nom])
    attendus = arrange([tuple(ligne.values()) for ligne in base.query(
        "select indicateur, annee, dimension, modalite, valeur, numerateur, denominateur from resultats "
        "where origine = 'calculee'")])
    etincelle = Etincelle(spark, base)
    obtenus = arrange(etincelle.count(list_sql("indicateurs")))
    assert etincelle.fautes == {}
    assert obtenus.keys() == attendus.keys()
    assert len(attendus) > {"livrée": 50, "déposée": 250}[nom]
    ecarts = {cle: (obtenus[cle], valeurs) for cle, valeurs in attendus.items()
              if not all(map(is_same, obtenus[cle], valeurs))}
    assert ecarts == {}
