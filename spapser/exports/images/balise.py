"""SVG elements as text: attributes escaped, numbers short, colours with their opacity apart (for every reader)."""

import re
from html import escape

TRANSPARENTE = re.compile(r"rgba\((\d+),(\d+),(\d+),([\d.]+)\)")


def write_balise(nom: str, contenu: str = "", **attributs) -> str:
    """An element; `contenu` is markup already made safe. Underscores stand for hyphens, None leaves an attribute out."""
    texte = "".join(f' {cle.rstrip("_").replace("_", "-")}="{write_valeur(valeur)}"' for cle, valeur in attributs.items()
                    if valeur is not None)
    return f"<{nom}{texte}>{contenu}</{nom}>" if contenu else f"<{nom}{texte}/>"


def write_valeur(valeur) -> str:
    """A number with at most two decimals, a text escaped."""
    return f"{valeur:.2f}".rstrip("0").rstrip(".") if isinstance(valeur, (int, float)) else escape(str(valeur), quote=True)


def read_couleur(couleur: str, attribut: str) -> dict:
    """The attributes that paint with a colour: « fill » or « stroke », and its opacity when it has one."""
    trouve = TRANSPARENTE.fullmatch(couleur.replace(" ", ""))
    if trouve is None:
        return {attribut: couleur}
    rouge, vert, bleu, opacite = trouve.groups()
    return {attribut: f"#{int(rouge):02x}{int(vert):02x}{int(bleu):02x}", f"{attribut}_opacity": opacite}
