"""Write the report: cover, blocks, properties."""

import io

import docx
from docx.document import Document

from spapser.exports.bilan import Bilan
from spapser.exports.docx.blocs import ECRIRE
from spapser.exports.docx.couverture import write_couverture
from spapser.exports.docx.figure import prepare_images, write_figure
from spapser.exports.docx.page import prepare_page
from spapser.exports.docx.sommaire import write_sommaire
from spapser.exports.docx.styles import prepare_styles
from spapser.exports.rapport import Figure, Rapport, Sommaire, write_rapport
from spapser.typographie import typographie_document


def export_docx(bilan: Bilan) -> bytes:
    """The report of the year, or of the only fiche of the content."""
    rapport = write_rapport(bilan)
    document = docx.Document()
    prepare_styles(document)
    prepare_page(document, rapport)
    describe_document(document, rapport)
    write_couverture(document, rapport)
    write_blocs(document, rapport, bilan)
    sortie = io.BytesIO()
    document.save(sortie)
    return sortie.getvalue()


def write_blocs(document: Document, rapport: Rapport, bilan: Bilan) -> None:
    """Every block, in order; the pictures of the charts are drawn together."""
    images = prepare_images([bloc.graphique for bloc in rapport.blocs if isinstance(bloc, Figure)], bilan)
    for rang, bloc in enumerate(rapport.blocs):
        if isinstance(bloc, Figure):
            write_figure(document, bloc.graphique, images[bloc.graphique.identifiant])
        elif isinstance(bloc, Sommaire):
            write_sommaire(document, bloc, rapport.blocs)
        else:
            ECRIRE[type(bloc)](document, bloc, rang)


def describe_document(document: Document, rapport: Rapport) -> None:
    """Title, author, language, and the edition as a comment."""
    proprietes = document.core_properties
    proprietes.title, proprietes.author, proprietes.language = typographie_document(rapport.titre), rapport.auteur, "fr-FR"
    proprietes.subject, proprietes.comments = typographie_document(rapport.sous_titre), typographie_document(rapport.identite)
    proprietes.last_modified_by = rapport.auteur
