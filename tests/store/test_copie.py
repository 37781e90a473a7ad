"""A big content put in the workshop by two threads: the same bytes, each piece told once, nothing left by a full disk."""

import os
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spapser.errors import FichierIllisible
from spapser.store import Atelier, copie
from tests.store.disque import fill, mount_small


@given(contenu=st.binary(min_size=1, max_size=60), morceau=st.integers(1, 17), prise=st.booleans())
def test_the_file_holds_the_content_and_each_piece_is_told_once(contenu: bytes, morceau: int, prise: bool) -> None:
    """`prise`: the system knows how to take the room of a file."""
    dites: list[tuple[int, int]] = []
    with pytest.MonkeyPatch.context() as patch, closing(Atelier()) as atelier:
        patch.setattr(copie, "MORCEAU", morceau)
        if not prise:
            patch.delattr(os, "posix_fallocate")
        chemin = atelier.write_content("copie", contenu, lambda *piece: dites.append(piece))
        assert chemin.read_bytes() == contenu
    assert b"".join(contenu[debut:fin] for debut, fin in sorted(dites)) == contenu
    assert len(dites) == -(-len(contenu) // morceau)


@pytest.mark.parametrize("prise", [True, False])
def test_a_content_without_room_is_refused_before_any_of_it_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                                                      prise: bool) -> None:
    """A page of a file in memory that the disk cannot take would end the process, not raise."""
    if not prise:
        monkeypatch.delattr(os, "posix_fallocate")
    with mount_small(tmp_path / "temporaire", 4096) as dossier:
        monkeypatch.setattr(tempfile, "tempdir", str(dossier))
        with closing(Atelier()) as atelier:
            fill(dossier, 1 << 20)
            with pytest.raises(FichierIllisible, match="faute de place"):
                atelier.write_content("copie", bytes(1 << 21), lambda debut, fin: pytest.fail("un morceau est copié"))
            assert not (atelier.dossier / "copie").exists()
