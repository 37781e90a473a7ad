"""A chart in the document: its title, its picture with its words, its source and its identifier."""

import io
from collections.abc import Sequence

from docx.document import Document
from docx.shared import Mm

from spapser.exports.bilan import Bilan, GraphiqueBilan
from spapser.exports.docx.paragraphe import add_paragraphe
from spapser.exports.images import draw_pngs
from spapser.typographie import typographie_document

# 1.5 dots a pixel: 146 dots an inch on paper, in half the time of twice.
LARGEUR, LARGEUR_PAGE, ECHELLE = 480, Mm(125), 1.5


def prepare_images(graphiques: Sequence[GraphiqueBilan], bilan: Bilan) -> dict[str, bytes]:
    """The picture of each chart by identifier, drawn in one go."""
    images = draw_pngs(graphiques, bilan, cadre=False, largeur=LARGEUR, echelle=ECHELLE)
    return {graphique.identifiant: image for graphique, image in zip(graphiques, images, strict=True)}


def write_figure(document: Document, graphique: GraphiqueBilan, image: bytes) -> None:
    """The figure; title, picture and source stay on one page."""
    add_paragraphe(document, graphique.titre, "Heading 3")
    paragraphe = add_paragraphe(document, "", "Normal")
    paragraphe.add_run().add_picture(io.BytesIO(image), width=LARGEUR_PAGE)
    paragraphe.paragraph_format.keep_with_next = True
    proprietes = paragraphe._p.find(".//{*}docPr")
    proprietes.set("name", f"Figure {graphique.identifiant}")
    proprietes.set("descr", typographie_document(graphique.alternative))
    lecture = f"{graphique.lecture} " if graphique.lecture else ""
    add_paragraphe(document, f"{lecture}Source : {graphique.source}. Figure {graphique.identifiant}.", "Source")
