"""A chart of the standalone edition: the drawing inside the page, its words for who does not see it, its values as a table."""

import re

from spapser.exports.bilan import Bilan, GraphiqueBilan
from spapser.exports.html.balises import t, tableau, volet
from spapser.exports.images import draw_svg

LARGE, ETROIT = 640, 343
RACINE = re.compile(r"<svg\b[^>]*>", re.DOTALL)
BOITE = re.compile(r'\bviewBox="[^"]*"')
IDENTIFIANT = re.compile(r'\b(id=")([^"]+)(")|(url\(#)([^)]+)(\))|(href="#)([^"]+)(")')


def write_figure(graphique: GraphiqueBilan, bilan: Bilan, identifiant: str) -> str:
    """Title that states the finding, drawing, source, values one click away (open on paper)."""
    valeurs = tableau(graphique.titre, graphique.tableau.colonnes, [[t(c) for c in ligne] for ligne in graphique.tableau.lignes],
                      graphique.tableau.nombres)
    lecture = f"{graphique.lecture} " if graphique.lecture else ""
    return (f'<figure id="{identifiant}"><h3>{t(graphique.titre)}</h3><div class="dessin large">'
            f"{draw(graphique, bilan, LARGE, identifiant)}</div><div class=\"dessin etroit\">"
            f"{draw(graphique, bilan, ETROIT, f'{identifiant}-etroit')}</div>"
            f'<figcaption class="source">{t(lecture)}Source : {t(graphique.source)}. Figure '
            f'<span class="code">{t(graphique.identifiant)}</span>.</figcaption>'
            f"{volet('Voir les valeurs', valeurs)}</figure>")


def draw(graphique: GraphiqueBilan, bilan: Bilan, largeur: int, prefixe: str) -> str:
    """The drawing at a width in pixels: the style sheet shows the one that suits the screen, paper takes the larger one."""
    return embed(draw_svg(graphique, bilan, cadre=False, largeur=largeur), graphique.alternative, prefixe)


def embed(svg: str, alternative: str, prefixe: str) -> str:
    """An SVG made part of the page: announced as one image, as wide as its place, its identifiers its own."""
    dessin = IDENTIFIANT.sub(lambda m: rename(m, prefixe), svg[svg.index("<svg"):])
    boite = BOITE.search(RACINE.match(dessin)[0])
    racine = f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{t(alternative)}" {boite[0] if boite else ""}>'
    return RACINE.sub(lambda _: racine, dessin, count=1)


def rename(trouve: re.Match, prefixe: str) -> str:
    """An identifier, or a reference to one, with the name of its figure before it."""
    avant, nom, apres = (groupe for groupe in trouve.groups() if groupe is not None)
    return f"{avant}{prefixe}-{nom}{apres}"
