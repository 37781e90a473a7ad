"""Two sheets on the whole scheme: every result of the year, and the targets drawn beside what was achieved."""

from collections.abc import Sequence

from xlsxwriter.workbook import Workbook

from spapser.exports.classeur.feuille import Feuille
from spapser.exports.classeur.graphiques import insert_barres
from spapser.exports.classeur.mesures import COLONNES, LARGEURS, ROLES, row_resultat
from spapser.exports.classeur.styles import ACCENT, TEAL, Styles

CIBLES = ("Indicateur", "Réalisé", "Cible", "Unité", "Sens de la cible", "Taux d’atteinte", "Statut", "Fiche")


def write_resultats(classeur: Workbook, styles: Styles, resultats: Sequence[dict], annee: int) -> Feuille:
    """Every result of the year under a frozen header with a filter."""
    feuille = Feuille(classeur, styles, f"Résultats {annee}", TEAL, (9, *LARGEURS))
    lignes = [(f"Fiche {int(r['fiche'][2:])}", *row_resultat(r)) for r in resultats]
    premiere, derniere = feuille.table(("Fiche", *COLONNES), lignes, {i + 1: role for i, role in ROLES.items()})
    feuille.page.freeze_panes(1, 2)
    feuille.page.repeat_rows(0)
    feuille.page.autofilter(0, 0, max(derniere, premiere), len(COLONNES))
    return feuille


def write_cibles(classeur: Workbook, styles: Styles, resultats: Sequence[dict], annee: int) -> Feuille:
    """The indicators that have a target this year, and the rate of those that can be judged as a native chart."""
    feuille = Feuille(classeur, styles, f"Cibles {annee}", ACCENT, (52, 13, 13, 16, 16, 12, 34, 9))
    cibles = sorted((r for r in resultats if r["cible"] is not None), key=lambda r: r["taux"] is None)
    lignes = [(r["libelle"], r["secret"] or r["valeur"], r["cible"], r["unite"], r["comparaison"], r["taux"], r["statut"],
               f"Fiche {int(r['fiche'][2:])}") for r in cibles]
    premiere, _ = feuille.table(CIBLES, lignes, {5: "taux"})
    feuille.page.freeze_panes(1, 1)
    juges = sum(r["taux"] is not None for r in cibles)
    feuille.ligne += 1
    feuille.write(explain(len(cibles), juges, annee), "texte", 8)
    if juges:
        insert_barres(feuille, f"Réalisé rapporté à la cible, {annee}", (premiere, premiere + juges - 1),
                      [("Taux d’atteinte", 5, TEAL)], (feuille.ligne + 1, 0), "0\u00a0%")
    return feuille


def explain(cibles: int, juges: int, annee: int) -> str:
    """How many targets, how many of them have a published value."""
    return (f"{cibles} cibles chiffrées en {annee}, dont {juges} avec une valeur publiée. Une cible sans valeur publiée est "
            "« non évaluée » : ce n’est pas un échec.")
