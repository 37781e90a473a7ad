"""Colours, sizes and the base layout shared by every chart.

Marks keep 3:1 on white and on the dark theme, texts laid on them 4.5:1, as every common colour-vision deficiency sees them.
"""

from dataclasses import dataclass

FOND_CLAIR = "#ffffff"
FOND_SOMBRE = "#10191b"
TEAL = "#00767b"
ACCENT = "#bf5500"
GRIS = "#6b7780"
FILET = "rgba(107,119,128,0.35)"
GRILLE = "rgba(107,119,128,0.18)"
BANDES = ("rgba(0,118,123,0.34)", "rgba(0,118,123,0.20)", "rgba(0,118,123,0.10)")
TAILLE_LABEL = 14
TAILLE = 13
TAILLE_NOTE = 12
INTERLIGNE = 1.32
SEPARATEURS = ",\u202f"


@dataclass(frozen=True)
class Categorie:
    """The look of one series: fill, ink for text laid on it, pattern shape (empty for plain)."""

    fond: str
    encre: str
    motif: str

    @property
    def marker(self) -> dict:
        """The Plotly marker of a bar of that series."""
        if not self.motif:
            return {"color": self.fond, "line": {"width": 0}}
        trait = "rgba(255,255,255,0.55)" if self.encre == FOND_CLAIR else "rgba(16,25,27,0.50)"
        motif = {"shape": self.motif, "bgcolor": self.fond, "fgcolor": trait, "solidity": 0.22, "size": 8}
        return {"color": self.fond, "line": {"width": 0}, "pattern": motif}


CATEGORIES = (
    Categorie(TEAL, FOND_CLAIR, ""),
    Categorie("#b5872a", FOND_SOMBRE, "/"),
    Categorie("#5a62a1", FOND_CLAIR, "."),
    Categorie("#c6778b", FOND_SOMBRE, "x"),
    Categorie("#8a633c", FOND_CLAIR, "-"),
    Categorie("#5f9a8f", FOND_SOMBRE, "\\"),
)


def build_layout(hauteur: float, droite: float = 2, bas: float = 2) -> dict:
    """Transparent, still and quiet: no title, no legend, no drag, French separators."""
    return {
        "height": round(hauteur) + 2 + bas,
        "margin": {"l": 2, "r": round(droite), "t": 2, "b": bas, "pad": 0, "autoexpand": False},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"size": TAILLE},
        "separators": SEPARATEURS,
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {"align": "left", "font": {"size": TAILLE}},
        "barmode": "overlay",
        "bargap": 0,
    }


def build_axe(debut, fin, **options) -> dict:
    """An axis with a fixed range, invisible unless told otherwise."""
    axe = {"range": [debut, fin], "fixedrange": True, "showgrid": False, "zeroline": False, "showline": False,
           "showticklabels": False, "ticks": "", "automargin": False, "title": {"text": ""}}
    return axe | options
