"""The verdict on a file in four counts: rows read, rows without a fault, causes to mend, causes to confirm."""

from dataclasses import dataclass

from spapser.depot.rapport import Rapport
from spapser.depot.table import TableLue
from spapser.store import read_sql


@dataclass(frozen=True)
class Bilan:
    """`sans_faute`: rows that nothing forbids to publish, None when a missing column leaves all of them unjudged."""

    lignes: int
    sans_faute: int | None
    bloquantes: int
    a_confirmer: int


def sum_up(table: TableLue, rapport: Rapport) -> Bilan:
    """Count once, right after the judgement."""
    sans_faute = None
    if not any(cause.regle in ("colonne_manquante", "annee_absente") for cause in rapport.bloquantes):
        ((fautives,),) = table.atelier.query(read_sql("depot/lignes_fautives"))
        sans_faute = table.lignes - fautives
    return Bilan(table.lignes, sans_faute, len(rapport.bloquantes), len(rapport.avertissements))
