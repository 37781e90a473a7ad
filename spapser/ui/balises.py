"""Small pieces of HTML. Text from files always goes through `t`, so it is never markup."""

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from spapser.suivi.statut import Statut
from spapser.typographie import insecables

CLASSES = {Statut.ATTEINT: "atteint", Statut.PARTIEL: "partiel", Statut.NON_ATTEINT: "non-atteint",
           Statut.NON_EVALUE: "non-evalue", Statut.SANS_CIBLE: "sans-cible", Statut.NON_CONCERNE: "non-concerne"}

COURTS = {Statut.NON_EVALUE: "non évalué", Statut.SANS_CIBLE: "sans cible"}


def t(texte) -> str:
    """Text made safe for HTML."""
    return escape(str(texte), quote=True)


def badge(statut: Statut, mot: str = "") -> str:
    """A status as icon, word and colour together; the icon is drawn by the style sheet, one shape a status."""
    return f'<span class="badge {CLASSES[statut]}">{t(mot or statut.value)}</span>'


def badge_court(statut: Statut) -> str:
    """The status in few words, for cards and tables; the rule is in « Méthode »."""
    return badge(statut, COURTS.get(statut, ""))


def badge_action(statut: str, propose: bool) -> str:
    """The status of an objective; a proposed one says so and has its own look."""
    if not statut or statut == "sans statut":
        return badge(Statut.SANS_CIBLE, "sans statut déclaré")
    if not propose:
        return badge(Statut(statut))
    suite = '<span class="a-confirmer">proposé, à confirmer</span>'
    return f'<span class="propose">{badge(Statut(statut))}{suite}</span>'


def tableau(legende: str, colonnes: Sequence[str], lignes: Iterable[Sequence[str]], nombres: Sequence[int] = ()) -> str:
    """An accessible table. Cells are HTML already made safe; the first column is the row header; `nombres`: right-aligned."""
    droite = {indice: ' class="nombre"' for indice in nombres}
    tete = "".join(f'<th scope="col"{droite.get(i, "")}>{t(c)}</th>' for i, c in enumerate(colonnes))
    corps = ""
    for ligne in lignes:
        premiere, *reste = ligne
        cellules = "".join(f"<td{droite.get(i, '')}>{cellule}</td>" for i, cellule in enumerate(reste, start=1))
        corps += f'<tr><th scope="row">{premiere}</th>{cellules}</tr>'
    return (f'<div class="tableau" role="region" aria-label="{t(legende)}" tabindex="0"><table>'
            f"<caption>{t(legende)}</caption><thead><tr>{tete}</tr></thead><tbody>{corps}</tbody></table></div>")


def show(html: str) -> None:
    """Put a piece of HTML on the page, its French punctuation kept from breaking."""
    st.html(insecables(html))
