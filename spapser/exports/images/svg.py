"""A chart as an SVG file, alone or to be set in a document that has its own caption."""

from math import ceil

from spapser.exports.bilan import Bilan, GraphiqueBilan
from spapser.exports.images.balise import write_balise, write_valeur
from spapser.exports.images.cadre import MARGE, write_pied, write_titre
from spapser.exports.images.dessin import Dessin, write_dessin
from spapser.typographie import imprimable

LARGEUR = 640
ENCRE = "#1b2a2e"
POLICE = "'Source Sans Pro', 'Source Sans 3', 'Source Sans', Arial, 'Liberation Sans', sans-serif"


def draw_svg(graphique: GraphiqueBilan, bilan: Bilan, cadre: bool = True, largeur: int = LARGEUR) -> str:
    """The chart as SVG text, `largeur` pixels wide (from 320 up: its words are those of a phone).

    With `cadre`: title, reading, source, edition, date, identifier and address are in the image, on white. Without: the bare
    chart, transparent, its text in the colour of the page where it stands. Both sides are whole numbers of pixels, so that
    nothing is lost when the drawing becomes dots.
    """
    if not cadre:
        dessin = write_dessin(graphique.figure, largeur)
        return write_fichier(dessin, write_texte(dessin.corps), (largeur, ceil(dessin.hauteur)))
    utile = largeur - 2 * MARGE
    dessin = write_dessin(graphique.figure, utile)
    titre = write_titre(graphique, utile)
    pied = write_pied(graphique, bilan, titre.hauteur + dessin.hauteur + 12, utile)
    hauteur = ceil(titre.hauteur + dessin.hauteur + 12 + pied.hauteur)
    fond = write_balise("rect", width=largeur, height=hauteur, fill="#ffffff")
    corps = write_balise("g", dessin.corps, transform=f"translate({MARGE} {write_valeur(titre.hauteur)})")
    return write_fichier(dessin, fond + write_texte(titre.texte + corps + pied.texte), (largeur, hauteur), graphique)


def write_texte(corps: str) -> str:
    """A group whose text has the ink and the face of the documents."""
    return write_balise("g", corps, fill="currentColor", font_family=POLICE)


def write_fichier(dessin: Dessin, corps: str, taille: tuple[int, int], graphique: GraphiqueBilan | None = None) -> str:
    """The root element, `taille` in pixels; with a chart, its title and its words for who does not see it."""
    motifs = write_balise("defs", dessin.motifs) if dessin.motifs else ""
    mots = write_mots(graphique) if graphique else ""
    return write_balise("svg", imprimable(mots + motifs + corps), xmlns="http://www.w3.org/2000/svg",
                        width=taille[0], height=taille[1], viewBox=f"0 0 {taille[0]} {taille[1]}", color=ENCRE, lang="fr",
                        role="img" if graphique else None, aria_labelledby="titre alternative" if graphique else None)


def write_mots(graphique: GraphiqueBilan) -> str:
    """Title and description, read aloud in place of the drawing."""
    return (write_balise("title", write_valeur(graphique.titre), id="titre")
            + write_balise("desc", write_valeur(graphique.alternative), id="alternative"))
