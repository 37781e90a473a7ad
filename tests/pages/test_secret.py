"""Small numbers of people: on no page of the public, on those of staff who signed in, whoever came first."""

import html
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from spapser.acces import VISITEUR, Origine, Personne, Role
from spapser.catalogue import load_catalogue
from spapser.catalogue.secret import load_secret
from spapser.store import Base, Edition
from spapser.store.requetes import reads_contrats
from spapser.ui.cache import keep_effet
from spapser.ui.personne import Visite
from tests.exports.secret import ANNEE, LIGNES, list_leaks, make_row
from tests.pages.contrats_pieges import CONTRATS
from tests.pages.depot import publish_rows
from tests.pages.ecran import PAGES, SCENE, Ecran, visit
from tests.pages.scene import open_page

INTERNES = ("deposer", "saisir")  # for who may write: a person at the machine of the server sees the rows of the file
DITES = ("fa04_heures_insertion", "territoire")
AGENT = Visite(Personne("Anne", "anne", Role.AGENT, Origine.COMPTE))
INSCRIT = Visite(Personne("Luc", "luc", Role.LECTEUR, Origine.COMPTE))


@pytest.fixture(scope="module", autouse=True)
def edition(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edition]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPAPSER_DEPOT", str(tmp_path_factory.mktemp("secret")))
        yield publish_rows("insertion_publics", ANNEE, [make_row(*ligne) for ligne in LIGNES])


@pytest.fixture(scope="module")
def avec_contrats(edition: Edition) -> Edition:
    """The same edition with public contracts of the same year, few of each kind."""
    return publish_rows("contrats", ANNEE, [contrat | {"annee": str(ANNEE)} for contrat in CONTRATS])


def test_public_contracts_are_not_people_however_few_they_are(avec_contrats: Edition) -> None:
    """« Contrats » is the unit of work contracts and of public ones: a family of purchases with one contract hides nobody."""
    with closing(Base(avec_contrats)) as base:
        achats = [indicateur.code for indicateur in load_catalogue().indicateurs if reads_contrats(indicateur.code)]
        caches = base.query("select distinct indicateur from resultats where secret is not null")
        peu = base.query("select count(*) as nombre from resultats where indicateur = 'fa01_contrats_par_type' and valeur < 5")
    assert {ligne["indicateur"] for ligne in caches}.isdisjoint(achats)
    assert caches
    assert peu[0]["nombre"] > 1


def test_what_the_rule_hides_is_counted_without_reading_the_contracts(avec_contrats: Edition, monkeypatch) -> None:
    """The other way of the rule is asked beside, of the datasets that count people: it must count what the edition counts."""
    regle = load_secret()
    entiers, ouvertes = {}, []
    for secret in (regle, replace(regle, cache_le_bilan=not regle.cache_le_bilan)):
        with closing(Base(avec_contrats, secret=secret)) as base:
            entiers[secret.cache_le_bilan] = sum(base.masque.resultats.values())
    monkeypatch.setattr("spapser.ui.cache.Base", lambda lue, *args, **plus: ouvertes.append(lue) or Base(lue, *args, **plus))
    assert keep_effet(avec_contrats) == entiers
    assert all(entiers.values())
    jeux = [{partie.jeu for partie in lue.parties} for lue in ouvertes]
    assert jeux == [{"insertion_publics", "contrats"}, {"insertion_publics"}]


def read(page: str, **adresse: str) -> str:
    """All that a page sends."""
    return read_ecran(visit(page, ANNEE, **adresse))


def read_ecran(vu: Ecran) -> str:
    """All that a screen holds."""
    return html.unescape("\n".join([*vu.textes, *vu.htmls, *(str(n.proto) for n in vu.noeuds if hasattr(n, "proto"))]))


@pytest.mark.parametrize("page", [page for page in PAGES if page not in INTERNES])
def test_no_page_tells_a_small_number(page: str) -> None:
    texte = read(page)
    assert list_leaks(texte) == []
    assert page not in DITES or "<\u00a05" in texte


@pytest.mark.parametrize("mots", ["Cachan", "CDD", "bénéficiaires"])
def test_the_search_tells_none_either(mots: str) -> None:
    assert list_leaks(read("synthese", recherche=mots)) == []


@pytest.mark.parametrize("page", DITES)
def test_staff_who_signed_in_see_it_and_nobody_after_them(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for visite, voit in ((AGENT, True), (Visite(VISITEUR), False), (AGENT, True), (INSCRIT, False)):
        monkeypatch.setattr("spapser.ui.personne.ask_visite", lambda visite=visite: visite)
        assert bool(list_leaks(read(page))) is voit


@pytest.mark.parametrize("page", SCENE)
def test_the_stage_follows_the_rule_for_staff_too(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("spapser.ui.personne.ask_visite", lambda: AGENT)
    dites = []
    for numero in range(1, 41):
        dites.append(read_ecran(Ecran(open_page(page, annee=ANNEE, diapo=numero))))
        if len(dites) > 1 and dites[-1] == dites[-2]:  # beyond the last slide, the last one stays
            break
    assert len(dites) > 5
    assert list_leaks("\n".join(dites)) == []
