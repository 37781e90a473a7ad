"""Rectangles and lines of a figure."""

from spapser.exports.images.balise import read_couleur, write_balise
from spapser.exports.images.repere import Repere


def write_forme(forme: dict, repere: Repere) -> str:
    """One shape; with the pixel mode, its abscissae count from its anchor."""
    if forme.get("xsizemode") == "pixel":
        ancre = repere.place_x(forme["xanchor"], forme["xref"])
        x0, x1 = ancre + forme["x0"], ancre + forme["x1"]
    else:
        x0, x1 = (repere.place_x(forme[cle], forme["xref"]) for cle in ("x0", "x1"))
    y0, y1 = (repere.place_y(forme[cle], forme["yref"]) for cle in ("y0", "y1"))
    if forme["type"] == "rect":
        return write_balise("rect", x=min(x0, x1), y=min(y0, y1), width=abs(x1 - x0), height=abs(y1 - y0),
                            **read_couleur(forme["fillcolor"], "fill"))
    trait = forme["line"]
    tirets = trait.get("dash", "").replace("px", "") or None
    return write_balise("line", x1=x0, y1=y0, x2=x1, y2=y1, stroke_width=trait["width"], stroke_dasharray=tirets,
                        **read_couleur(trait["color"], "stroke"))
