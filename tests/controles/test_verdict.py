"""Rules of a verdict, and what a broken check file says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spapser.catalogue.secret import load_secret
from spapser.errors import CatalogueInvalide
from spapser.store.secret.masque import Masque
from spapser.suivi import controle
from spapser.suivi.controle import Verdict, compute_verdict, controles, read_entete

ENTETE = "-- Total et détail\n-- Famille : cibles\n-- Fiche : fa04\n-- Lecture : Un écart.\n"


@pytest.mark.parametrize(("sql", "attendu"), [
    (ENTETE.replace("-- Total et détail\n", ""), "titre"),
    (ENTETE.replace("-- Famille : cibles\n", ""), "Famille"),
    (ENTETE.replace("-- Fiche : fa04\n", ""), "Fiche"),
    (ENTETE.replace("Un écart.", ""), "Lecture"),
    (ENTETE.replace("cibles", "divers"), "« divers »"),
    ("select 1", "titre"),
])
def test_broken_header_is_named(sql, attendu):
    with pytest.raises(CatalogueInvalide, match=r"« essai\.sql ».*" + attendu):
        read_entete(sql, "essai")


class BaseFactice:
    """A base whose answer is chosen: rows, or the error that `Base.query` raises."""

    masque = Masque(load_secret())

    def __init__(self, reponse):
        self.reponse = reponse

    def query(self, sql):
        if isinstance(self.reponse, Exception):
            raise self.reponse
        return self.reponse


@pytest.mark.parametrize(("reponse", "attendu"), [
    (CatalogueInvalide("la colonne « x » n’existe pas."), "ne s’exécute pas"),
    ([{"annee": 2024, "publie": 1, "recalcule": 1, "unite": "%", "lignes": [1]}], "« tolerance »"),
])
def test_broken_query_is_named(monkeypatch, reponse, attendu):
    monkeypatch.setattr(controle, "list_sql", lambda dossier: ["essai"])
    monkeypatch.setattr(controle, "read_sql", lambda nom: ENTETE + "select 1")
    with pytest.raises(CatalogueInvalide, match=r"« essai\.sql » .*" + attendu):
        controles(BaseFactice(reponse))


nombre = st.floats(min_value=-1e7, max_value=1e7, allow_nan=False)
tolerance = st.floats(min_value=0, max_value=100)
SEVERITE = [Verdict.CONCORDANT, Verdict.ARRONDI, Verdict.ECART]


@given(nombre, nombre, tolerance)
def test_verdict_is_symmetric(a, b, t):
    assert compute_verdict(a, b, t) is compute_verdict(b, a, t)


@given(nombre, tolerance, st.floats(min_value=-9e-7, max_value=9e-7))
def test_float_noise_is_no_gap(a, t, bruit):
    assert compute_verdict(a, round(a, 2) + (a - round(a, 2)) + bruit / 2, t) is Verdict.CONCORDANT


@given(nombre, nombre, tolerance, tolerance)
def test_more_tolerance_never_judges_harder(a, b, t, u):
    assert SEVERITE.index(compute_verdict(a, b, t + u)) <= SEVERITE.index(compute_verdict(a, b, t))


@given(nombre, tolerance, st.floats(min_value=1e-3, max_value=1e4))
def test_beyond_tolerance_is_a_gap(a, t, exces):
    assert compute_verdict(a, a + t + exces, t) is Verdict.ECART


@given(st.one_of(st.none(), nombre), tolerance)
def test_missing_side_cannot_be_verified(a, t):
    assert compute_verdict(a, None, t) is Verdict.INVERIFIABLE
    assert compute_verdict(float("nan"), a, t) is Verdict.INVERIFIABLE


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_a_comparison_is_never_counted_as_a_gap(a, b):
    assert compute_verdict(a, b, 0, egalite=False) is not Verdict.ECART
