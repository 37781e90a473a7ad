"""The values of a chart as a table: what is drawn is what is written. Rows of plain French strings."""

from collections.abc import Sequence
from dataclasses import dataclass

from spapser.suivi.jalon import format_date, format_etat
from spapser.suivi.mesure import Jalon, Mesure
from spapser.suivi.phrase import describe_evolution
from spapser.typographie import MANQUANT, format_quantite


@dataclass(frozen=True)
class Tableau:
    """Columns and rows of strings; `nombres` are the indices of the right-aligned columns."""

    colonnes: tuple[str, ...]
    lignes: tuple[tuple[str, ...], ...]
    nombres: tuple[int, ...] = ()


def build_tableau(genre: str, mesures: Sequence[Mesure]) -> Tableau:
    """The table of a chart, by kind of chart."""
    return {"cible": table_cible, "evolution": table_evolution}.get(genre, table_repartition)(mesures)


def name_mesure(mesure: Mesure) -> str:
    """The category of a breakdown, else the label of the indicator."""
    return mesure.modalite or mesure.indicateur.libelle


def table_cible(mesures: Sequence[Mesure]) -> Tableau:
    """Achieved, target, rate and status."""
    return Tableau(
        ("Mesure", "Réalisé", "Cible", "Taux", "Statut", "Année précédente"),
        tuple((name_mesure(m), m.texte, m.texte_cible or "sans cible",
               format_quantite(m.taux * 100, "%", 0) if m.taux is not None else MANQUANT, m.statut.value,
               m.texte_precedente or MANQUANT) for m in mesures), (1, 2, 3, 5))


def table_evolution(mesures: Sequence[Mesure]) -> Tableau:
    """Year, previous year and movement."""
    annee = mesures[0].annee if mesures else ""
    precedente = f"{annee - 1}" if mesures else "Année précédente"
    return Tableau(
        ("Mesure", str(annee), precedente, "Évolution"),
        tuple((name_mesure(m), m.texte, m.texte_precedente or MANQUANT, describe_evolution(m) or MANQUANT)
              for m in mesures), (1, 2))


def table_repartition(mesures: Sequence[Mesure]) -> Tableau:
    """Categories with their value and, for counts, their share."""
    total = sum(m.valeur or 0 for m in mesures)
    compte = bool(mesures) and mesures[0].indicateur.unite != "%" and total > 0 and all(m.secret is None for m in mesures)
    groupes = any(m.dimension for m in mesures)
    colonnes = ("Catégorie", *(("Groupe",) if groupes else ()), "Valeur", *(("Part",) if compte else ()))
    lignes = tuple((
        m.modalite or m.indicateur.libelle, *((m.dimension,) if groupes else ()), m.texte,
        *((format_quantite(100 * (m.valeur or 0) / total, "%", 1),) if compte else ())) for m in mesures)
    return Tableau(colonnes, lignes, tuple(range(2 if groupes else 1, len(colonnes))))


def table_jalons(jalons: Sequence[Jalon]) -> Tableau:
    """Milestones with their date, state and attendance."""
    return Tableau(
        ("Étape", "Date", "État", "Participants"),
        tuple((j.titre, format_date(j), format_etat(j), format_quantite(j.valeur, "participants", 0) if j.valeur else "–")
              for j in jalons), (3,))
