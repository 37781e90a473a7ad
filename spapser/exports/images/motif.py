"""Patterns that tell the series apart without colour: the same shapes as on the screen."""

from spapser.exports.images.balise import read_couleur, write_balise

TRACES = {
    "/": "M-2,2 L2,-2 M0,{c} L{c},0 M{d},{e} L{e},{d}",
    "\\": "M{d},-2 L{e},2 M0,0 L{c},{c} M-2,{d} L2,{e}",
    "x": "M-2,2 L2,-2 M0,{c} L{c},0 M{d},{e} L{e},{d} M{d},-2 L{e},2 M0,0 L{c},{c} M-2,{d} L2,{e}",
    "-": "M0,{m} L{c},{m}",
    "|": "M{m},0 L{m},{c}",
}


def name_motif(motif: dict) -> str:
    """An identifier of the pattern, the same for the same look."""
    return f"motif-{ord(motif['shape'])}-{motif['bgcolor'].lstrip('#')}"


def write_motif(motif: dict) -> str:
    """The definition of a pattern, drawn on a square of `size` pixels."""
    cote = motif["size"]
    fond = write_balise("rect", width=cote, height=cote, fill=motif["bgcolor"])
    if motif["shape"] == ".":
        rayon = cote * (motif["solidity"] / 3.1416) ** 0.5
        trait = write_balise("circle", cx=cote / 2, cy=cote / 2, r=rayon, **read_couleur(motif["fgcolor"], "fill"))
    else:
        places = {"c": cote, "m": cote / 2, "d": cote - 2, "e": cote + 2}
        chemin = TRACES[motif["shape"]].format(**{cle: f"{valeur:g}" for cle, valeur in places.items()})
        trait = write_balise("path", d=chemin, fill="none", stroke_width=cote * motif["solidity"],
                             **read_couleur(motif["fgcolor"], "stroke"))
    return write_balise("pattern", fond + trait, id=name_motif(motif), width=cote, height=cote,
                        patternUnits="userSpaceOnUse")
