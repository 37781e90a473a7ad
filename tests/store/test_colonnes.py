"""The rows of a dataset by columns are those that come one by one, and a reading that fails says the same as any other."""

import pytest

from spapser.errors import CatalogueInvalide, MemoireDepassee
from spapser.store import Base, colonnes, iter_colonnes, load_edition

LONGUE = "(select rang, if(rang > 900_000, error('boum'), 'x') as texte from range(1_000_000) t(rang))"
GOURMANDE = "(select rang || repeat('x', 40) as texte from range(3_000_000) t(rang) order by 1 desc)"


def test_batches_hold_the_rows_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(colonnes, "PAQUET", 10)
    base = Base(load_edition())
    lignes = [ligne for paquet in iter_colonnes(base, "marches") for ligne in paquet.to_pylist()]
    assert lignes == base.query("select * from marches")
    assert len(lignes) > 10
    assert [ligne for paquet in iter_colonnes(base, "marches", 12) for ligne in paquet.to_pylist()] == lignes[:12]


def test_a_reading_that_fails_at_once_or_on_its_way_is_said_in_french() -> None:
    base = Base(load_edition())
    with pytest.raises(CatalogueInvalide, match="ne s’exécute pas"):
        list(iter_colonnes(base, "inconnu"))
    lecture = iter_colonnes(base, LONGUE)
    assert next(lecture).num_rows > 0
    with pytest.raises(CatalogueInvalide, match=r"ne s’exécute pas.*boum"):
        list(lecture)
    assert base.count_rows("marches") > 0


def test_rows_over_the_memory_end_in_the_sentence_of_every_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPAPSER_MEMOIRE_PAGES", "30MB")
    with pytest.raises(MemoireDepassee, match="demande plus de mémoire"):
        list(iter_colonnes(Base(load_edition()), GOURMANDE))
