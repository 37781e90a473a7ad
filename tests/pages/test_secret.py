"""Small numbers of people: on no page of the public, on those of staff who signed in, whoever came first."""

import html
from collections.abc import Iterator

import pytest

from spapser.acces import VISITEUR, Origine, Personne, Role
from spapser.store import Edition
from spapser.ui.personne import Visite
from tests.exports.secret import ANNEE, LIGNES, list_leaks, make_row
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
