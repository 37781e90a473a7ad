"""Dates as they are typed: the year in two digits, the month in letters; one of another age, or that does not exist, is said."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spapser.depot.ecritures import learn_ecritures
from spapser.depot.parcours import Demande, examine
from spapser.store import Atelier, Base, load_edition
from spapser.typographie import MOIS

ATELIER = Atelier()
learn_ecritures(ATELIER)
TITRES = "Fiche;Titre;Genre;Début;Fin;État;Année\n"


@pytest.fixture(scope="module")
def courante() -> Base:
    return Base(load_edition(0))


def read_jour(texte: str) -> str:
    return ATELIER.query("select jour_propre(?)", [texte])[0][0]


@pytest.mark.parametrize("texte", ["27-02-25", "27.02.25", "27/02/25", "27.2.25", "27/2/25", "27-2-2025", " 27.02.25 "])
def test_a_year_in_two_digits_is_of_this_century(texte: str) -> None:
    assert read_jour(texte) == "2025-02-27"


@settings(max_examples=100, deadline=None)
@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2050, 12, 31)),
       st.sampled_from("/-."))
def test_two_digits_come_back_whatever_the_separator(jour, separateur: str) -> None:
    assert read_jour(jour.strftime(f"%d{separateur}%m{separateur}%y")) == jour.isoformat()


@pytest.mark.parametrize("texte", ["27 février 2025", "27-févr.-25", "27 fevrier 2025", "27\u00a0FÉVRIER\u202f2025",
                                   "jeudi 27 février 2025", "27/févr/2025", "27.fév.25"])
def test_a_month_in_letters(texte: str) -> None:
    assert read_jour(texte) == "2025-02-27"


@pytest.mark.parametrize("texte", ["27 marché 2025", "31 février 2025", "février 2025", "27 février", "lot 2 mars 3"])
def test_what_is_no_day_stays_as_it_is(texte: str) -> None:
    assert read_jour(texte) == texte


@settings(max_examples=100, deadline=None)
@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2099, 12, 31)), st.sampled_from([4, 5, 9]))
def test_a_day_in_letters_comes_back(jour: date, lettres: int) -> None:
    mois = MOIS[jour.month - 1]
    abrege = mois if len(mois) <= lettres else {"janvier": "janv.", "juillet": "juil."}.get(mois, mois[:4] + ".")
    assert read_jour(f"{'1er' if jour.day == 1 else jour.day} {abrege} {jour.year}") == jour.isoformat()


@pytest.mark.parametrize(("texte", "nombre"), [("1,2E+04", "12000"), ("1.2E+04", "12000"), ("-1,25e3", "-1250"),
                                               ("12E2", "1200")])
def test_a_number_with_its_power_of_ten(texte: str, nombre: str) -> None:
    assert ATELIER.query("select nombre_propre(?)", [texte])[0][0] == nombre


def judge(debut: str, fin: str, annee: int, courante: Base) -> dict:
    texte = f"{TITRES}fa01;Salon;rencontre;{debut};{fin};realise;{annee}\n"
    examen = examine(Demande("evenements", "essai.csv", texte.encode()), courante)
    examen.close()
    return {cause.cle: cause for cause in examen.rapport.causes}


@pytest.mark.parametrize("debut", ["27/02/0025", "0025-02-27", "27/02/1825", "27/02/2225"])
def test_a_date_of_another_age_is_said(debut: str, courante: Base) -> None:
    cause = judge(debut, "28/02/2025", 2025, courante)["type/debut"]
    assert cause.bloquante
    assert "n’est pas vraisemblable" in cause.message


def test_an_event_that_begins_in_another_year_is_said(courante: Base) -> None:
    cause = judge("27/02/2023", "28/02/2025", 2025, courante)["debut_et_annee/debut"]
    assert not cause.bloquante
    assert cause.premieres[0].cellule == "D2"
    assert judge("27/02/2025", "28/02/2026", 2025, courante) == {}
