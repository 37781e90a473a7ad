"""What is published is never touched again by the workshop that it came from, though both may share a file on the disk."""

from pathlib import Path

import pytest

from spapser.acces import operator
from spapser.catalogue import load_catalogue
from spapser.depot.apercu import preview
from spapser.depot.difference import write_lots
from spapser.depot.parcours import Demande, examine, publish_examen
from spapser.store import Base, load_edition, verify_parties
from tests.pages.bureau import BON

JEU = "insertion_operations"


def test_rows_written_again_leave_the_edition_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path / "editions"))
    courante = Base(load_edition())
    examen = examine(Demande(JEU, "heures.csv", BON.encode()), courante)
    edition = publish_examen(examen, preview(examen, courante), operator("Essai"), "Essai",
                             [cause.cle for cause in examen.rapport.avertissements])
    (partie,) = edition.parties
    examen.table.atelier.execute("delete from propres where ligne > 2")
    (lot,) = write_lots(examen.table.atelier, load_catalogue().jeu(JEU), (2025,))
    assert lot.fichier.stat().st_ino != edition.chemin(partie).stat().st_ino
    examen.close()
    verify_parties(load_edition().parties, edition)
    assert edition.original(partie).read_bytes() == BON.encode()
