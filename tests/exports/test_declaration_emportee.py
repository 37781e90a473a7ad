"""A deposited AGEC declaration is among the files one may take away, and comes out as it went in."""

import csv
import io
from pathlib import Path

import pytest

from spapser.acces import operator
from spapser.catalogue import load_catalogue
from spapser.depot.apercu import preview
from spapser.depot.parcours import Demande, examine, publish_examen
from spapser.exports.fichiers import open_guichet
from spapser.store import Base, load_edition
from spapser.suivi import load_suivi

EXEMPLE = Path(__file__).parents[2] / "data" / "exemples" / "exemple-fictif-declaration-agec-2025.csv"


@pytest.fixture
def guichet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """What may be taken away once the fictitious declaration is published."""
    monkeypatch.setenv("SPAPSER_DEPOT", str(tmp_path / "depot"))
    courante = Base(load_edition())
    examen = examine(Demande("reemploi", EXEMPLE.name, EXEMPLE.read_bytes()), courante)
    cles = [cause.cle for cause in examen.rapport.avertissements]
    base = Base(publish_examen(examen, preview(examen, courante), operator("Essai"), "Déclaration fictive", cles))
    examen.close()
    return open_guichet(base, load_suivi(base, load_catalogue()))


def test_the_year_that_is_complete_has_its_declaration_and_no_other(guichet) -> None:
    assert [nom for nom in guichet.fichiers if nom.startswith("declaration-agec-")] == ["declaration-agec-2025.csv"]


def test_amounts_come_out_as_they_went_in(guichet) -> None:
    def read(octets: bytes) -> list[tuple]:
        texte = octets.decode("utf-8-sig")
        separateur = ";" if ";" in texte.splitlines()[0] else ","
        lignes = csv.DictReader(io.StringIO(texte), delimiter=separateur)
        return sorted((ligne["type_produit_acquis"].replace("’", "'"), float(ligne["montant_total"].replace(",", ".")))
                      for ligne in lignes)

    assert read(guichet.fichiers["declaration-agec-2025.csv"].fabrique()) == read(EXEMPLE.read_bytes())
