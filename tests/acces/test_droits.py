"""Authorisation is in the functions that write: called directly by a reader or an agent, each refuses, and nothing is written."""

from collections.abc import Callable
from pathlib import Path

import pytest

from spapser.acces import VISITEUR, Acte, Origine, Personne, Role, local_post, may, operator, require
from spapser.acces.audit import read_entries
from spapser.depot.annulation import preview_undo, undo
from spapser.depot.apercu import preview
from spapser.depot.correspondance import remember
from spapser.depot.parcours import Demande, Examen, examine, publish_examen
from spapser.errors import AccesRefuse
from spapser.store import Base, Original, Publication, list_numeros, load_edition, publish, restore
from tests.store.publication import publish_hours

FICHIER = "Opération;Type;Année;Valeur\nCollecte des ordures ménagères;Services;2025;70 100,5\n".encode()


def named(role: Role) -> Personne:
    return Personne("Camille Durand", "camille", role, Origine.COMPTE)


LECTEUR, AGENT, RESPONSABLE = (named(role) for role in Role)
INSUFFISANTS = [VISITEUR, LECTEUR, AGENT]


def examine_hours(base: Base) -> Examen:
    return examine(Demande("insertion_operations", "heures.csv", FICHIER), base)


def publish_as(personne: Personne) -> None:
    base = Base(load_edition())
    examen = examine_hours(base)
    publish_examen(examen, preview(examen, base), personne, "Essai", [cause.cle for cause in examen.rapport.avertissements])


def undo_as(personne: Personne) -> None:
    undo(preview_undo(1, Base(load_edition())), personne, "Essai")


def store_as(personne: Personne) -> None:
    publish(load_edition(), [], Original("rien.csv", b""), Publication("2026-11-25T10:00:00+01:00", "", "Essai", "depot", 1),
            personne)


def restore_as(personne: Personne) -> None:
    restore(load_edition(), (), Publication("2026-11-25T10:00:00+01:00", "", "Essai", "annulation", 1), personne)


@pytest.mark.parametrize("personne", INSUFFISANTS, ids=lambda p: f"{p.role.nom}-{p.origine.name}")
@pytest.mark.parametrize("ecrire", [publish_as, undo_as, store_as, restore_as])
def test_who_may_not_publish_is_refused_by_the_function_itself(ecrire: Callable[[Personne], None], personne: Personne,
                                                               depot: Path) -> None:
    publish_hours(2025, 1)
    avant = sorted(str(f) for f in depot.rglob("*") if "audit" not in f.parts)
    with pytest.raises(AccesRefuse, match="responsable"):
        ecrire(personne)
    assert list_numeros() == [0, 1]
    assert sorted(str(f) for f in depot.rglob("*") if "audit" not in f.parts) == avant
    assert (read_entries()[-1]["acte"], read_entries()[-1]["qui"]) == ("refus", personne.nom)


@pytest.mark.parametrize("ecrire", [publish_as, undo_as, restore_as])
@pytest.mark.parametrize("personne", [RESPONSABLE, local_post("Camille Durand"), operator("Camille Durand")],
                         ids=lambda p: p.origine.name)
def test_who_may_publish_does_and_signs_by_their_identity(ecrire: Callable[[Personne], None], personne: Personne) -> None:
    publish_hours(2025, 1)
    ecrire(personne)
    publication = load_edition().publication
    assert list_numeros() == [0, 1, 2]
    assert (publication.auteur, publication.compte) == ("Camille Durand", personne.courriel)


@pytest.mark.parametrize(("personne", "permis"), [(VISITEUR, False), (LECTEUR, False), (AGENT, True), (RESPONSABLE, True)],
                         ids=["visiteur", "lecteur", "agent", "responsable"])
def test_columns_are_remembered_for_who_may_deposit(personne: Personne, permis: bool, depot: Path) -> None:
    examen = examine_hours(Base(load_edition()))
    if permis:
        remember(examen.correspondance, None, {"c4": "valeur"}, personne)
        assert list((depot / "correspondances").iterdir())
        return
    with pytest.raises(AccesRefuse, match="agent"):
        remember(examen.correspondance, None, {"c4": "valeur"}, personne)
    assert not (depot / "correspondances").exists()


@pytest.mark.parametrize("acte", Acte)
def test_each_role_may_what_the_one_before_it_may(acte: Acte) -> None:
    permis = [may(named(role), acte) for role in Role]
    assert permis == sorted(permis)
    assert permis[0] is False
    assert permis[-1] is True


def test_a_refusal_says_what_to_do() -> None:
    with pytest.raises(AccesRefuse, match=r"^Il faut se connecter pour publier une édition .*« responsable » demandé\.$"):
        require(VISITEUR, Acte.PUBLIER)
    with pytest.raises(AccesRefuse, match=r"^Camille Durand a le rôle « agent » .*à obtenir de l’administrateur"):
        require(AGENT, Acte.PUBLIER)
