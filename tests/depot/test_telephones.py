"""A phone number is found inside a text however it is written: no cheap test that comes first may hide one."""

from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spapser.depot.coordonnees import load_macros
from spapser.store import Atelier

SEPARATEURS = (" ", ".", "-", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}")
texte = st.text(st.characters(exclude_categories=("Nd", "Cs"), exclude_characters="\0"), max_size=12)
paire = st.integers(0, 99).map("{:02}".format)
etranger = st.builds("{}33{}{}{}{}".format, st.sampled_from(("+", "00")), st.sampled_from(("", " ", ".", "-")),
                     st.sampled_from(("", "(0)")), st.sampled_from(("", " ", ".", "-")), st.integers(1, 9))
coupe = st.builds(lambda debut, paires: debut + "".join(separateur + deux for separateur, deux in paires),
                  st.one_of(st.integers(1, 9).map("0{}".format), etranger),
                  st.lists(st.tuples(st.sampled_from(SEPARATEURS), paire), min_size=4, max_size=4))
serre = st.builds("{}{:08}".format, st.one_of(st.sampled_from(("06", "07")), st.integers(1, 9).map("+33{}".format)),
                  st.integers(0, 10**8 - 1))


@pytest.fixture(scope="module")
def atelier():
    with closing(Atelier()) as ouvert:
        load_macros(ouvert)
        yield ouvert


@given(st.lists(st.tuples(texte, st.one_of(coupe, serre), texte), min_size=1, max_size=20))
def test_every_writing_of_a_phone_is_found(atelier, morceaux):
    textes = ["".join(morceau) for morceau in morceaux]
    manques = atelier.query("select v from (select unnest(?::varchar[]) as v) where not contient_telephone(v)", [textes])
    assert manques == []


def test_the_numbers_of_a_contract_are_no_phone(atelier):
    textes = ["2025000000607", "20250000001", "2025-06-12", "80070000017", "42 rue de Paris", "90910000-9", "123 456 789 00012"]
    assert atelier.query("select count_if(contient_telephone(v)) from (select unnest(?::varchar[]) as v)", [textes]) == [(0,)]


numero = st.from_regex(r"[12][0-9]{2}(0[1-9]|1[0-2])([0-9]{2}|2[AB])[0-9]{8}", fullmatch=True, alphabet="0123456789AB")


@given(numero, st.lists(st.integers(1, 14), max_size=8, unique=True), st.lists(st.sampled_from(" .-/"), min_size=8, max_size=8))
def test_no_writing_of_a_social_security_number_is_hidden_by_the_cheap_test(atelier, chiffres, places, separateurs):
    for place, separateur in zip(sorted(places, reverse=True), separateurs, strict=False):
        chiffres = chiffres[:place] + separateur + chiffres[place:]
    assert atelier.query("select est_long(?), a_nombre_de_nir(?)", [chiffres, chiffres]) == [(True, True)]


def test_an_amount_is_no_social_security_number(atelier):
    assert atelier.query("select est_long('1 234 567 890,12'), a_nombre_de_nir('1 85 05 78 006 084 91')") == [(False, True)]
