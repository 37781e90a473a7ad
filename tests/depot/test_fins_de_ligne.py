"""How the lines of a big file end is noted while it is put in the workshop: the same however it is cut, whoever copies it."""

from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spapser.depot.readers import brouillon
from spapser.depot.readers.brouillon import Brouillon, put_down
from spapser.store import Atelier, copie


@given(contenu=st.lists(st.sampled_from([b"a", b"\n", b"\r", b"\r\n", b'"', b" ", b";"]), min_size=1, max_size=40).map(b"".join),
       morceau=st.integers(1, 9), tranche=st.integers(1, 5))
def test_line_ends_are_counted_alike_in_one_piece_and_in_many(contenu: bytes, morceau: int, tranche: int) -> None:
    with pytest.MonkeyPatch.context() as patch, closing(Atelier()) as atelier:
        patch.setattr(copie, "MORCEAU", morceau)
        patch.setattr(brouillon, "TRANCHE", tranche)
        lu = Brouillon(atelier.dossier / "copie", contenu)
        put_down(lu, (), atelier)
        suivi = Brouillon(atelier.dossier / "suivi")
        put_down(suivi, (contenu[place : place + morceau] for place in range(0, len(contenu), morceau)), atelier)
        assert lu.chemin.read_bytes() == suivi.chemin.read_bytes() == contenu
    attendu = (contenu.count(b"\n"), contenu.endswith(b"\n"), contenu.count(b"\r"), contenu.count(b"\r\n"))
    assert [(b.sauts, b.finie, b.retours, b.paires) for b in (lu, suivi)] == [attendu, attendu]
    assert lu.guillemets == suivi.guillemets
