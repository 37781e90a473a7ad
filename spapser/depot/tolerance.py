"""A tolerant dataset: nobody here can mend its files. What breaks a rule is said, then published empty, or set aside."""

from spapser.catalogue import Jeu
from spapser.store import Atelier, read_sql

VIDE, ECARTEE, RECENTE = ("la cellule sera publiée vide, donc inconnue", "la ligne sera laissée de côté",
                          "seule la publication la plus récente sera gardée")
ANNEES = "'annee', 'notification_a_venir'"


def forgive_cells(atelier: Atelier, jeu: Jeu) -> None:
    """Empty the cells of `propres` that break a rule, set aside the rows that cannot be placed without one of them.

    How to mend the cell stays said, for whoever can.
    """
    placent = ", ".join(f"'{colonne.nom}'" for colonne in jeu.colonnes if colonne.obligatoire)
    atelier.execute(f"update anomalies set bloquante = false, remede = concat_ws(', sinon ', remede, if(colonne in "
                    f"({placent}), ?, ?)) where bloquante", [ECARTEE, VIDE])
    empty_cells(atelier)
    atelier.execute(f"delete from propres where ligne in (select ligne from anomalies where colonne in ({placent}))")


def forgive_lines(atelier: Atelier, jeu: Jeu) -> None:
    """Set aside rows of other years or of the future, and repetitions but the last published.

    Cells that contradict others are emptied.
    """
    atelier.execute("create or replace table depassees as " + read_sql("depot/depassees").format(
        cle=", ".join(f"coalesce({nom}, '')" for nom in jeu.cle)))
    atelier.execute("delete from propres where ligne in (select ligne from depassees union all "
                    f"select ligne from anomalies where bloquante and regle in ({ANNEES}))")
    atelier.execute(f"update anomalies set remede = case when regle = 'cle' then ? when regle in ({ANNEES}) then ? else ? end "
                    "where bloquante", [RECENTE, ECARTEE, VIDE])
    atelier.execute(f"update anomalies set bloquante = regle not in ('cle', {ANNEES}) where bloquante")
    empty_cells(atelier, "bloquante and ")
    atelier.execute("update anomalies set bloquante = false")


def empty_cells(atelier: Atelier, quelles: str = "") -> None:
    """Empty in `propres` the cells of the anomalies of the file's own columns; `quelles` restricts the anomalies."""
    propres = atelier.query("select column_name from information_schema.columns where table_name = 'propres'")
    for (nom,) in atelier.query(f"select distinct colonne from anomalies where {quelles}colonne is not null"):
        if (nom,) in propres:
            fautives = f"select ligne from anomalies where {quelles}colonne = ?"
            atelier.execute(f'update propres set "{nom}" = null where ligne in ({fautives})', [nom])
