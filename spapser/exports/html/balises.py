"""Small pieces of accessible HTML for documents. Text always goes through `t`, so it is never markup."""

from collections.abc import Iterable, Sequence
from html import escape

from spapser.suivi.statut import Statut
from spapser.typographie import typographie_document

RIEN = ("–", "")


def t(texte) -> str:
    """Text made safe for HTML, in French typography."""
    return escape(typographie_document(str(texte)), quote=True)


def badge(statut: Statut, mot: str = "") -> str:
    """A status as icon, word and colour together; the icon is drawn by the style sheet, one shape a status."""
    return f'<span class="badge {statut.classe}">{t(mot or statut.value)}</span>'


def badge_court(statut: Statut) -> str:
    """The status in few words, for tables; the rule is at the end of the document."""
    return badge(statut, statut.court)


def badge_action(statut: str, propose: bool) -> str:
    """The status of an objective; a proposed one says so."""
    if not statut or statut == "sans statut":
        return badge(Statut.SANS_CIBLE, "sans statut déclaré")
    suite = ' <span class="a-confirmer">proposé, à confirmer</span>' if propose else ""
    return f"{badge(Statut(statut))}{suite}"


def tableau(legende: str, colonnes: Sequence[str], lignes: Iterable[Sequence[str]], nombres: Sequence[int] = ()) -> str:
    """A table with caption and headers, its rows stacked as cards on a phone. Cells are HTML already made safe.

    The explicit roles keep it a table when it is stacked; `nombres`: right-aligned columns.
    """
    droite = {indice: ' class="nombre"' for indice in nombres}
    tete = "".join(f'<th role="columnheader" scope="col"{droite.get(i, "")}>{t(c)}</th>' for i, c in enumerate(colonnes))
    corps = ""
    for ligne in lignes:
        cellules = "".join(write_cellule(colonnes[i], cellule, i in droite) for i, cellule in enumerate(ligne) if i)
        corps += f'<tr role="row"><th role="rowheader" scope="row">{ligne[0]}</th>{cellules}</tr>'
    return (f'<div class="tableau"><table role="table"><caption>{t(legende)}</caption>'
            f'<thead role="rowgroup"><tr role="row">{tete}</tr></thead><tbody role="rowgroup">{corps}</tbody></table></div>')


def write_cellule(titre: str, cellule: str, nombre: bool) -> str:
    """A cell that remembers the title of its column; one that says nothing is left out on a phone."""
    classes = [mot for mot, vrai in (("nombre", nombre), ("rien", cellule in RIEN)) if vrai]
    classe = f' class="{" ".join(classes)}"' if classes else ""
    return f'<td role="cell"{classe} data-titre="{t(titre)}"><span>{cellule}</span></td>'


def without_empty(legende: str, colonnes: Sequence[str], lignes: Sequence[Sequence[str]]) -> str:
    """A table without the columns that no row fills."""
    gardees = [i for i in range(len(colonnes)) if any(ligne[i] not in RIEN for ligne in lignes)]
    return tableau(legende, [colonnes[i] for i in gardees], [[ligne[i] for i in gardees] for ligne in lignes])


def section(identifiant: str, titre: str, corps: str, niveau: int = 2) -> str:
    """A section named by its heading."""
    return (f'<section aria-labelledby="{identifiant}"><h{niveau} id="{identifiant}" tabindex="-1">{t(titre)}</h{niveau}>'
            f"{corps}</section>")


def volet(titre: str, corps: str) -> str:
    """A part that opens on demand, without script, and that paper shows open."""
    return f"<details><summary>{t(titre)}</summary>{corps}</details>"
