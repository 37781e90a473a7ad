"""What a publication does, in tables: rows of each dataset and year, figures and statuses before and after."""

from collections.abc import Callable, Sequence

from spapser.catalogue import load_catalogue
from spapser.errors import CodeInconnu
from spapser.store import Changement, Effet
from spapser.typographie import format_nombre, format_quantite
from spapser.ui.balises import show, t, tableau

LIMITE = 200
RIEN = "–"


def render_changements(changements: Sequence[Changement], fichier: Callable[[Changement], str] | None = None,
                       quand: str = "") -> None:
    """Rows added, modified and removed, one line a dataset and year; `fichier` names the file behind a line.

    `quand` ends the title of the table (« si l’on annule »), where the page shows another one.
    """
    colonnes = ("Jeu de données", "Année", *(("Fichier",) if fichier else ()), "Lignes", "Ajoutées", "Modifiées", "Retirées")
    lignes = [(t(name_jeu(c.jeu)), str(c.annee), *((t(fichier(c)),) if fichier else ()),
               *(t(format_nombre(n)) for n in (c.lignes, c.ajoutees, c.modifiees, c.retirees))) for c in changements]
    debut = 3 if fichier else 2
    show(tableau(f"Lignes qui changent {quand}".strip(), colonnes, lignes, tuple(range(debut, debut + 4))))


def render_effets(effets: Sequence[Effet], quand: str = "") -> None:
    """Every figure or status that moves, before and after; « rien ne change » is said; `quand` ends the title of the table."""
    if not effets:
        show('<p class="sp-aide">Aucun chiffre ni statut ne change.</p>')
        return
    statuts = any(effet.statut_avant != effet.statut_apres for effet in effets)
    colonnes = ("Indicateur ou objectif", "Année", "Avant", "Après", *(("Statut avant", "Statut après") if statuts else ()))
    lignes = [(write_libelle(effet), str(effet.annee), t(effet.avant or RIEN), t(effet.apres or RIEN),
               *((t(effet.statut_avant or RIEN), t(effet.statut_apres or RIEN)) if statuts else ()))
              for effet in effets[:LIMITE]]
    show(tableau(f"{describe_nombre(effets)} {quand}".strip(), colonnes, lignes, (2, 3)))
    if len(effets) > LIMITE:
        show(f'<p class="sp-aide">Les {LIMITE} premiers seulement sont montrés.</p>')


def describe_nombre(effets: Sequence[Effet]) -> str:
    """« 4 chiffres ou statuts changent », « 1 chiffre ou statut change »."""
    if len(effets) < 2:
        return f"{len(effets)} chiffre ou statut change"
    return f"{format_quantite(len(effets), 'chiffres', 0)} ou statuts changent"


def write_libelle(effet: Effet) -> str:
    """Label of the indicator or objective, with the category of a breakdown."""
    suite = f'<br><span class="source">{t(effet.modalite)}</span>' if effet.modalite else ""
    return f"{t(effet.libelle)}{suite}"


def name_jeu(nom: str) -> str:
    """Title of a dataset; its name when the catalogue no longer has it."""
    try:
        return load_catalogue().jeu(nom).titre
    except CodeInconnu:
        return nom
