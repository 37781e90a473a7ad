"""Native charts: bars that the spreadsheet draws from the cells beside them, and that anyone can edit."""

from collections.abc import Sequence

from spapser.exports.classeur.feuille import Feuille
from spapser.exports.classeur.styles import GRIS

PIXELS_LIGNE = 20
LARGEUR = 720
POLICE = {"name": "Calibri", "size": 10, "color": "#1b2a2e"}
LONGUEUR_TITRE = 90


def insert_barres(feuille: Feuille, titre: str, lignes: tuple[int, int], series: Sequence[tuple[str, int, str]],
                  place: tuple[int, int], nombre: str = "#,##0", alternative: str = "") -> int:
    """Horizontal bars, one series per (name, column, colour), categories in column A; gives the number of rows it covers."""
    premiere, derniere = lignes
    graphique = feuille.styles.classeur.add_chart({"type": "bar"})
    for nom, colonne, couleur in series:
        graphique.add_series({
            "name": nom, "categories": [feuille.nom, premiere, 0, derniere, 0],
            "values": [feuille.nom, premiere, colonne, derniere, colonne], "fill": {"color": couleur}, "gap": 60,
            "data_labels": {"value": True, "num_format": nombre, "font": POLICE}})
    graphique.set_title({"name": titre, "name_font": POLICE | {"size": 12, "bold": True}, "overlay": False})
    graphique.set_y_axis({"reverse": True, "num_font": POLICE, "line": {"color": GRIS}, "major_tick_mark": "none"})
    graphique.set_x_axis({"min": 0, "visible": False, "major_gridlines": {"visible": False}})
    graphique.set_legend({"none": True} if len(series) == 1 else {"position": "bottom", "font": POLICE})
    hauteur = 80 + (derniere - premiere + 1) * (14 + 16 * len(series)) + (30 if len(series) > 1 else 0)
    graphique.set_size({"width": LARGEUR, "height": hauteur})
    feuille.page.insert_chart(*place, graphique, {"x_offset": 6, "y_offset": 4, "description": alternative or titre})
    return hauteur // PIXELS_LIGNE + 1
