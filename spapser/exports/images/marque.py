"""Marks of a figure: one shape per state, with the text that goes with some of them."""

from spapser.exports.images.balise import write_balise
from spapser.exports.images.repere import Repere
from spapser.exports.images.texte import INTERLIGNE, split_lignes, write_lignes

# Corners in radii of the mark.
CROIX = ((0, -0.55), (0.55, -1.1), (1.1, -0.55), (0.55, 0), (1.1, 0.55), (0.55, 1.1), (0, 0.55), (-0.55, 1.1), (-1.1, 0.55),
         (-0.55, 0), (-1.1, -0.55), (-0.55, -1.1))
COINS = {"diamond": ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)), "x": CROIX, "square": ((-1, -1), (1, -1), (1, 1), (-1, 1))}
SENS = {"left": -1, "right": 1, "center": 0, "top": -1, "bottom": 1, "middle": 0}
ANCRES = {"left": "end", "right": "start", "center": "middle"}


def write_marques(trace: dict, repere: Repere) -> str:
    """The marks of a trace, then their texts above all of them."""
    tailles = read_tailles(trace)
    places = [(repere.x.place(x), repere.y.place(y)) for x, y in zip(trace["x"], trace["y"], strict=True)]
    marques = "".join(write_marque(*place, taille / 2, trace["marker"]) for place, taille in zip(places, tailles, strict=True))
    if "text" not in trace["mode"]:
        return marques
    return marques + "".join(
        write_nom(texte, position, x, y, taille / 2, trace["textfont"]["size"]) for texte, position, (x, y), taille
        in zip(trace["text"], trace["textposition"], places, tailles, strict=True))


def read_tailles(trace: dict) -> list[float]:
    """The diameter of each mark in pixels."""
    marque = trace["marker"]
    tailles = marque["size"] if isinstance(marque["size"], (list, tuple)) else [marque["size"]] * len(trace["x"])
    return [max(taille, marque.get("sizemin", 0) * 2) for taille in tailles]


def write_marque(x: float, y: float, rayon: float, marque: dict) -> str:
    """One mark; an open one is only its outline."""
    forme = marque["symbol"].removesuffix("-open")
    trait = marque.get("line", {})
    ouvert = forme != marque["symbol"]
    peinture = {"fill": "none" if ouvert else marque["color"],
                "stroke": trait.get("color") or (marque["color"] if ouvert else None), "stroke_width": trait.get("width")}
    if forme == "circle":
        return write_balise("circle", cx=x, cy=y, r=rayon, **peinture)
    coins = " ".join(f"{x + dx * rayon:.2f},{y + dy * rayon:.2f}" for dx, dy in COINS[forme])
    return write_balise("polygon", points=coins, **peinture)


def write_nom(texte: str, position: str, x: float, y: float, rayon: float, taille: float) -> str:
    """The text of a mark, on the side that its position says, clear of the mark."""
    vertical, horizontal = position.split(" ")
    lignes = split_lignes(texte)
    ecart = rayon / 0.8 + 1
    nombre = (len(lignes) - 1) * INTERLIGNE + 1
    base = y + taille * 0.75 + SENS[vertical] * ecart + (SENS[vertical] - 1) * nombre * taille / 2
    return write_lignes(lignes, x + SENS[horizontal] * ecart, base, taille, ANCRES[horizontal])
