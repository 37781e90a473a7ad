"""Small pieces of HTML. Text from files always goes through `t`, so it is never markup."""

import re
from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from spapser.suivi.statut import Statut
from spapser.typographie import insecables

RIEN = ("–", "")
SANS_LARGEUR = "\u2060"
SIGNES = re.compile(r"([\\`*_{}\[\]()#+\-.!~|<>:$&])")
JOINTS = re.compile(r"(?<=:)(?=//|material/|streamlit:)|(?<=www)(?=\.)|(?<=@)(?=\w)|(?<=[<~>-])(?=[->=])", re.IGNORECASE)


def t(texte) -> str:
    """Text made safe for HTML."""
    return escape(str(texte), quote=True)


def unmark(texte: str) -> str:
    """Text made safe where Streamlit reads Markdown: labels and bars.

    Addresses, icons and arrows are looked for once the backslashes are gone: a sign without width keeps them apart.
    """
    return SIGNES.sub(r"\\\1", JOINTS.sub(SANS_LARGEUR, texte))


def badge(statut: Statut, mot: str = "") -> str:
    """A status as icon, word and colour together; the icon is drawn by the style sheet, one shape a status."""
    return f'<span class="badge {statut.classe}">{t(mot or statut.value)}</span>'


def badge_court(statut: Statut) -> str:
    """The status in few words, for cards and tables; the rule is in « Méthode »."""
    return badge(statut, statut.court)


def badge_action(statut: str, propose: bool) -> str:
    """The status of an objective; a proposed one says so and has its own look."""
    if not statut or statut == "sans statut":
        return badge(Statut.SANS_CIBLE, "sans statut déclaré")
    if not propose:
        return badge(Statut(statut))
    suite = '<span class="a-confirmer">proposé, à confirmer</span>'
    return f'<span class="propose">{badge(Statut(statut))}{suite}</span>'


def tableau(legende: str, colonnes: Sequence[str], lignes: Iterable[Sequence[str]], nombres: Sequence[int] = (),
            classe: str = "") -> str:
    """An accessible table, its rows stacked as cards on a phone (hence the explicit roles and the titles in each cell).

    Cells are HTML already made safe; the first column is the row header; `nombres`: right-aligned columns. The class
    « phrases » is for cells that hold sentences.
    """
    droite = {indice: ' class="nombre"' for indice in nombres}
    tete = "".join(f'<th role="columnheader" scope="col"{droite.get(i, "")}>{t(c)}</th>' for i, c in enumerate(colonnes))
    corps = ""
    for ligne in lignes:
        cellules = "".join(write_cellule(colonnes[i], cellule, i in droite) for i, cellule in enumerate(ligne) if i)
        corps += f'<tr role="row"><th role="rowheader" scope="row">{ligne[0]}</th>{cellules}</tr>'
    return (f'<div class="{f"tableau {classe}".strip()}" role="region" aria-label="{t(legende)}" tabindex="0">'
            f'<table role="table"><caption>{t(legende)}</caption><thead role="rowgroup"><tr role="row">{tete}</tr></thead>'
            f'<tbody role="rowgroup">{corps}</tbody></table></div>')


def write_cellule(titre: str, cellule: str, nombre: bool) -> str:
    """A cell that remembers the title of its column; a cell that says nothing is left out on a phone."""
    classes = [mot for mot, vrai in (("nombre", nombre), ("rien", cellule in RIEN)) if vrai]
    classe = f' class="{" ".join(classes)}"' if classes else ""
    return f'<td role="cell"{classe} data-titre="{t(titre)}"><span>{cellule}</span></td>'


def fold(titre: str, html: str) -> str:
    """Safe HTML folded under a title that opens it."""
    return f'<details class="pli"><summary>{t(titre)}</summary><div>{html}</div></details>'


def show(html: str) -> None:
    """Put a piece of HTML on the page, its French punctuation kept from breaking."""
    st.html(insecables(html))
