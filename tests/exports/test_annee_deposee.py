"""A year that staff deposited, taken away in every format: its figures name their files, none says that the report has them."""

import html
import io
import re
import zipfile
from collections.abc import Iterator

import pytest

from spapser.catalogue import load_catalogue
from spapser.exports.contexte import Contexte
from spapser.exports.formats import FORMATS, Format, find_format
from spapser.exports.rapport.modele import Table
from spapser.exports.rapport.redaction import write_rapport
from spapser.store import Base, Edition
from spapser.suivi import load_suivi
from tests.pages.depot import ANNEE, publish_annee

DEPOSE, BILAN = "(édition\u00a0", "Bilan 2024"
FAUX = re.compile(r"Le bilan n’en cite|Le bilan ne publie|Le bilan n’annonce|Le bilan ne nomme|Le bilan ne donne pas assez|"
                  r"Lignes? du bilan|dans le texte du bilan")
SOURCES = ("Source", "Sources")


@pytest.fixture(scope="module", autouse=True)
def edition(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edition]:
    """The fictitious year, one edition a dataset."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPAPSER_DEPOT", str(tmp_path_factory.mktemp("annee")))
        yield publish_annee()


@pytest.fixture(scope="module")
def contexte(edition: Edition) -> Contexte:
    base = Base(edition)
    return Contexte(base, load_suivi(base, load_catalogue()), ANNEE)


def read_textes(contenu: bytes) -> str:
    """Every word of an HTML page or of an office file, as one text."""
    if not contenu.startswith(b"PK"):
        return html.unescape(re.sub(r"<[^>]+>", "\n", contenu.decode("utf-8")))
    with zipfile.ZipFile(io.BytesIO(contenu)) as archive:
        pieces = [archive.read(nom).decode("utf-8") for nom in archive.namelist() if nom.endswith(".xml")]
    return html.unescape("\n".join(re.sub(r"</(?:w:p|a:p|si)>", "\n", piece) for piece in pieces))


LISIBLES = [forme for forme in FORMATS if forme.extension in ("html", "docx", "pptx", "xlsx")]


@pytest.mark.parametrize("forme", LISIBLES, ids=lambda forme: forme.nom)
def test_no_format_says_that_the_report_is_silent_on_a_year_without_report(contexte: Contexte, forme: Format) -> None:
    textes = re.sub(r"<[^>]+>", "", read_textes(forme.fabrique(contexte)))
    assert DEPOSE in textes
    assert [textes[max(0, faux.start() - 60):faux.end() + 30] for faux in FAUX.finditer(textes)] == []


def test_every_source_of_the_report_names_a_file(contexte: Contexte) -> None:
    tables = [bloc for bloc in write_rapport(contexte.bilan).blocs if isinstance(bloc, Table)]
    cellules = [str(ligne[rang]) for table in tables for rang, titre in enumerate(table.colonnes) if titre in SOURCES
                for ligne in table.lignes]
    assert len(cellules) > 50
    assert [cellule for cellule in cellules if BILAN in cellule or cellule.startswith("l.\u00a0")] == []
    assert sum(DEPOSE in cellule for cellule in cellules) > 50


def test_what_was_done_names_its_file(contexte: Contexte) -> None:
    textes = read_textes(find_format("html").fabrique(contexte))
    assert textes.count("suivi_actions 2025.csv (édition\u00a0") == len(
        [o for section in contexte.bilan.sections for o in section.objectifs if o.action])


def test_slides_name_the_files_of_what_they_show(contexte: Contexte) -> None:
    from spapser.exports.diapositives import build_diapositives
    diapositives = build_diapositives(contexte.bilan, "")
    sources = {d.code: d.source for d in diapositives if d.source}
    for code in ("ouverture", "phrase"):
        assert sources[code] == "Fichiers déposés par les services"
    for code in ("chiffres", "achats", "structures"):
        assert DEPOSE in sources[code]
        assert BILAN not in sources[code]


def test_the_same_documents_of_2024_still_name_the_lines_of_the_report(contexte: Contexte) -> None:
    autre = Contexte(contexte.base, contexte.suivi, 2024)
    textes = read_textes(find_format("html").fabrique(autre))
    assert "Bilan 2024, ligne\u00a038" in textes
    tables = [bloc for bloc in write_rapport(autre.bilan).blocs if isinstance(bloc, Table)]
    assert any(str(ligne[-1]).startswith("l.\u00a038") for table in tables for ligne in table.lignes)
