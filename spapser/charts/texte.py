"""Words on a chart: text from data is never markup, and long labels are folded."""

import re
import textwrap

ESPACES = re.compile(r"[ \t\r\n\f\v]+")
ENTITES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;"}
ETROITS = frozenset(" .,:;'’!|()[]-·ijltfrI\u00a0\u202f")
LARGES = frozenset("mwMWO%@œ—…")


def escape_texte(texte: str) -> str:
    """The text as Plotly must show it: no tag, no entity, no TeX, one line."""
    propre = ESPACES.sub(" ", texte).strip()
    return "".join(ENTITES.get(caractere, caractere) for caractere in propre)


def fold_texte(texte: str, largeur: int) -> list[str]:
    """Lines of at most `largeur` characters, raw; no-break spaces hold, words longer than a line are cut."""
    propre = ESPACES.sub(" ", texte).strip()
    return textwrap.wrap(propre, width=largeur) or [""]


def balance_texte(texte: str, largeur: int) -> list[str]:
    """As few lines as `fold_texte`, of even lengths: no lonely word at the end."""
    lignes = fold_texte(texte, largeur)
    for etroit in range(largeur - 1, largeur // 2, -1):
        essai = fold_texte(texte, etroit)
        if len(essai) > len(lignes) or (max(map(len, lignes)) <= etroit and len(lignes) == 1):
            break
        lignes = essai
    return lignes


def wrap_texte(texte: str, largeur: int = 43) -> str:
    """Escaped text folded with <br>, for Plotly."""
    return "<br>".join(escape_texte(ligne) for ligne in balance_texte(texte, largeur))


def join_parties(parties: list[str], largeur: int = 47, separateur: str = " · ") -> str:
    """Escaped parts joined by a dot, a new line before the part that would overflow."""
    lignes: list[str] = []
    for partie in (morceau for brut in parties if brut for morceau in fold_texte(brut, largeur)):
        if lignes and len(lignes[-1]) + len(separateur) + len(partie) <= largeur:
            lignes[-1] += separateur + partie
        else:
            lignes.append(partie)
    return "<br>".join(escape_texte(ligne) for ligne in lignes)


def embolden(texte: str) -> str:
    """Bold for a text already escaped, line by line."""
    return "<br>".join(f"<b>{ligne}</b>" for ligne in texte.split("<br>"))


def measure_texte(texte: str, taille: int = 13) -> float:
    """Width in pixels that a raw one-line text needs in a humanist sans serif, rounded up."""
    largeurs = (0.31 if c in ETROITS else 0.86 if c in LARGES else 0.64 if c.isupper() else 0.53 for c in texte)
    return sum(largeurs) * taille + 2
