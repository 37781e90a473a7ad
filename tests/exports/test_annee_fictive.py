"""Once the invented contracts are deposited, every file that holds a figure of them says that it is fictitious."""

import io
import zipfile
from collections.abc import Iterator

import pyarrow.parquet as pq
import pytest
from pypdf import PdfReader

from data.exemples.fabriquer import DOSSIER
from spapser.acces import operator
from spapser.catalogue import load_catalogue
from spapser.depot.apercu import preview
from spapser.depot.parcours import Demande, examine, publish_examen
from spapser.exports.fichiers import Guichet, open_guichet
from spapser.exports.formats import FORMATS
from spapser.store import Base, load_edition
from spapser.suivi import load_suivi

ANNEE = 2025
DEPOSES = {"contrats": f"exemple-fictif-contrats-{ANNEE}.json", "complements": f"exemple-fictif-complements-{ANNEE}.csv"}
# A PNG is its SVG, drawn; the whole set holds the others.
DOCUMENTS = [f.nom_fichier(ANNEE) for f in FORMATS if f.nom not in ("png", "ensemble")]
AUTRES = [f"{jeu}.{forme}" for jeu in DEPOSES for forme in ("csv", "parquet")]
AUTRES += [f"resultats-{ANNEE}.csv", f"resultats-{ANNEE}.json", "tableau-legal.csv", "datapackage.json"]


@pytest.fixture(scope="module")
def guichet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guichet]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPAPSER_DEPOT", str(tmp_path_factory.mktemp("depot")))
        for jeu, nom in DEPOSES.items():
            courante = Base(load_edition())
            examen = examine(Demande(jeu, nom, (DOSSIER / nom).read_bytes(), (ANNEE,)), courante)
            acceptes = [cause.cle for cause in examen.rapport.avertissements]
            publish_examen(examen, preview(examen, courante), operator("Service fictif"), "Essai", acceptes)
            examen.close()
        base = Base(load_edition())
        yield open_guichet(base, load_suivi(base, load_catalogue()))


def read_texte(nom: str, octets: bytes) -> str:
    """What a file says, however it is packed."""
    if nom.endswith(".pdf"):
        return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(octets)).pages[:2])
    if nom.endswith(".parquet"):
        return str(pq.read_table(io.BytesIO(octets)).slice(0, 5).to_pydict())
    if octets.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(octets)) as archive:
            return " ".join(archive.read(n).decode("utf-8", "ignore") for n in archive.namelist())
    return octets.decode("utf-8", "ignore")


@pytest.mark.parametrize("nom", [*DOCUMENTS, *AUTRES])
def test_a_file_says_that_its_figures_are_invented(guichet: Guichet, nom: str) -> None:
    assert "ficti" in read_texte(nom, guichet.fichiers[nom].fabrique()).lower()
