"""The audit log: chained, whole after a crash, shared by processes; whatever is changed or cut is found at its line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from spapser.acces.audit import read_entries, record, verify_chain
from spapser.acces.audit.ligne import seal_entry
from spapser.errors import PublicationRefusee
from spapser.store import list_numeros, load_edition
from spapser.store.registre import manifeste_path
from tests.acces.journal import QUI, find_fault
from tests.store.publication import publish_hours


def test_every_write_is_there_in_order_and_the_chain_is_whole(journal: Path) -> None:
    assert [ligne["acte"] for ligne in read_entries()] == ["compte créé", "publication", "refus", "publication",
                                                           "compte supprimé"]
    assert (verify_chain().lignes, find_fault()) == (5, "")
    assert (journal.stat().st_mode & 0o777, journal.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_an_edition_and_its_line_name_each_other(journal: Path) -> None:
    ligne = read_entries()[3]
    assert (ligne["empreinte"], ligne["objet"]["edition"]) == (load_edition(2).publication.audit, 2)
    assert ligne["qui"] == load_edition(2).publication.auteur


def forge(journal: Path, rang: int, **champs: str) -> None:
    """Change a line and compute again its own seal, as somebody who read the code would do."""
    lignes = journal.read_bytes().splitlines(keepends=True)
    corps = json.loads(lignes[rang - 1]) | champs
    corps.pop("empreinte")
    lignes[rang - 1] = json.dumps(corps | {"empreinte": seal_entry(corps)}, ensure_ascii=False).encode() + b"\n"
    journal.write_bytes(b"".join(lignes))


def drop(journal: Path, *rangs: int) -> None:
    lignes = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join(ligne for rang, ligne in enumerate(lignes, 1) if rang not in rangs))


@pytest.mark.parametrize(("abimer", "ou"), [
    (lambda j: j.write_bytes(j.read_bytes().replace("supprimé".encode(), "oublié".encode())), "à la ligne 5"),
    (lambda j: j.write_bytes(b"{}\n" + j.read_bytes()), "à la ligne 1"),
    (lambda j: forge(j, 3, qui="Autre"), "à la ligne 4"),
    (lambda j: forge(j, 5, qui="Autre"), "à la ligne 5"),
    (lambda j: drop(j, 3), "à la ligne 3"),
    (lambda j: drop(j, 5), "à la ligne 5"),
    (lambda j: drop(j, 3, 4, 5), "à la ligne 3"),
    (lambda j: drop(j, 1, 2, 3, 4, 5), "à la ligne 1"),
    (lambda j: j.unlink(), "à la ligne 1"),
    (lambda j: j.write_bytes(j.read_bytes()[:-10]), "à la ligne 5"),
    (lambda j: j.write_bytes(j.read_bytes() + j.read_bytes().splitlines(keepends=True)[0]), "à la ligne 6"),
    (lambda j: (j.parent / "tete.json").unlink(), "a disparu"),
])
def test_whatever_is_changed_is_found_at_its_line(journal: Path, abimer: Callable[[Path], object], ou: str) -> None:
    abimer(journal)
    assert ou in verify_chain().faute


def test_a_cut_stays_visible_after_the_next_write(journal: Path) -> None:
    drop(journal, 4, 5)
    record("refus", QUI, {})
    assert "à la ligne 4" in verify_chain().faute


def rebuild(journal: Path, garder: int) -> None:
    """A log whose end was removed and whose head was written again to agree with it."""
    drop(journal, *range(garder + 1, 10))
    derniere = json.loads(journal.read_bytes().splitlines()[-1])
    tete = {"rang": derniere["rang"], "empreinte": derniere["empreinte"], "taille": journal.stat().st_size}
    (journal.parent / "tete.json").write_text(json.dumps(tete))


def test_editions_betray_a_log_whose_end_and_head_were_both_rewritten(journal: Path) -> None:
    rebuild(journal, 3)
    assert verify_chain().faute == ""
    assert "L’édition 2 n’a pas sa ligne" in find_fault()


def test_an_edition_written_again_behind_the_log_is_found(journal: Path) -> None:
    from dataclasses import replace

    from spapser.store.manifeste import write_manifeste
    edition = load_edition(2)
    chemin = manifeste_path(2, edition.depot)
    chemin.write_bytes(write_manifeste(replace(edition, publication=replace(edition.publication, auteur="Autre"))))
    assert "L’édition 2 n’est pas celle que la ligne 4" in find_fault()


def test_an_edition_removed_is_found(journal: Path) -> None:
    manifeste_path(2, load_edition(2).depot).unlink()
    assert "L’édition 2 est inscrite au journal d’audit et absente du dossier" in find_fault()


def test_editions_older_than_the_log_are_accepted_before_it_only(depot: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("spapser.store.publication.inscribe", lambda edition, personne: edition)
        publish_hours(2025, 1)
    publish_hours(2025, 2)
    assert find_fault() == ""
    with monkeypatch.context() as patch:
        patch.setattr("spapser.store.publication.inscribe", lambda edition, personne: edition)
        publish_hours(2025, 3)
    assert "L’édition 3 n’a pas sa ligne" in find_fault()


def test_a_publication_that_fails_after_its_line_says_so(depot: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish_hours(2025, 1)
    with monkeypatch.context() as patch:
        patch.setattr("spapser.store.publication.os.link", fail)
        with pytest.raises(PublicationRefusee):
            publish_hours(2025, 2)
    assert [ligne["acte"] for ligne in read_entries()] == ["publication", "publication", "publication abandonnée"]
    assert (list_numeros(), find_fault()) == ([0, 1], "")


def fail(*arguments: object) -> None:
    raise OSError(5, "panne")


def test_without_the_log_nothing_is_published(depot: Path) -> None:
    (depot / "audit").mkdir(parents=True)
    (depot / "audit" / "journal.jsonl").mkdir()
    with pytest.raises(PublicationRefusee):
        publish_hours()
    assert list_numeros() == [0]
