"""Horizontal bars of a figure."""

from spapser.exports.images.balise import write_balise
from spapser.exports.images.motif import name_motif
from spapser.exports.images.repere import Repere


def write_barres(trace: dict, repere: Repere) -> str:
    """The bars of a trace, from their base, plain or patterned."""
    bases = trace["base"] if isinstance(trace["base"], (list, tuple)) else [trace["base"]] * len(trace["x"])
    return "".join(write_barre(x, y, base, epaisseur, trace["marker"], repere)
                   for x, y, base, epaisseur in zip(trace["x"], trace["y"], bases, trace["width"], strict=True))


def write_barre(longueur: float, y: float, base: float, epaisseur: float, marque: dict, repere: Repere) -> str:
    """One bar, `epaisseur` in the unit of the y axis."""
    debut, fin = repere.x.place(base), repere.x.place(base + longueur)
    haut = repere.y.place(y) - epaisseur * repere.y.pixels / 2
    motif, trait = marque.get("pattern"), marque.get("line", {})
    bord = {"stroke": trait.get("color"), "stroke_width": trait["width"]} if trait.get("width") else {}
    return write_balise("rect", x=min(debut, fin), y=haut, width=abs(fin - debut), height=epaisseur * repere.y.pixels,
                        fill=f"url(#{name_motif(motif)})" if motif else marque["color"], **bord)
