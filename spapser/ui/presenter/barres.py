"""Bars of a slide as HTML: each name and value is text, so the chart reads, folds and grows like the rest of the slide."""

from spapser.suivi.comparaison import Barre, Comparaison, Rangee
from spapser.suivi.statut import is_connu
from spapser.ui.balises import t

PEU = 4


def write_barres(comparaison: Comparaison, legende: str) -> str:
    """The rows of bars; `legende` names the list for those who do not see it."""
    nombre = sum(len(rangee.barres) for rangee in comparaison.rangees)
    marques = {"courte": comparaison.courte, "seule": len(comparaison.series) == 1, "peu": nombre <= PEU}
    classes = " ".join(["barres", *(mot for mot, vrai in marques.items() if vrai)])
    rangees = "".join(write_rangee(rangee, len(comparaison.series) > 1) for rangee in comparaison.rangees)
    return f'<ul class="{classes}" aria-label="{t(legende)}">{rangees}</ul>'


def write_rangee(rangee: Rangee, nommees: bool) -> str:
    """A name, then its bars, each with the name of its series when there are several."""
    barres = "".join(write_barre(barre, rangee.maximum, nommees) for barre in rangee.barres)
    return f'<li><span class="nom">{t(rangee.nom)}</span><span class="traits">{barres}</span></li>'


def write_barre(barre: Barre, maximum: float, nommee: bool) -> str:
    """A bar as long as its share of the largest one, its value in words at its end."""
    part = max(barre.valeur, 0) / maximum if is_connu(barre.valeur) else 0
    serie = f'<span class="serie">{t(barre.serie)}</span>' if nommee else ""
    trait = f'<span class="trait" style="--part:{part:.4f}"></span>' if part else ""
    return (f'<span class="barre {barre.role}{"" if is_connu(barre.valeur) else " manque"}">{serie}{trait}'
            f'<span class="valeur">{t(barre.texte)}</span></span>')
