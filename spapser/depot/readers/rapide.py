"""The short way for a big regular file: the database reads it at once, row numbers follow from the order of the rows.

What it gives is what the long way gives, row for row; whenever that is not sure, it gives nothing and the long way is taken.
"""

from spapser.depot.readers.brouillon import Brouillon
from spapser.depot.readers.tri import ECARTEES, LIGNES_MAXIMUM, Tri
from spapser.errors import RequeteRefusee
from spapser.store import Atelier, read_sql


def read_fast(brouillon: Brouillon, separateur: str, tri: Tri, atelier: Atelier) -> int | None:
    """How many rows the view `lu` has, or None when the file is not regular enough."""
    cadre = tri.cadre
    if not brouillon.regulier or brouillon.sauts > LIGNES_MAXIMUM or any("\n" in c for _, rangee in cadre.hors for c in rangee):
        return None
    champs = [f"c{rang}" for rang in range(1, cadre.largeur + 1)]
    gardes = [colonne.champ for colonne in cadre.colonnes]
    sautees = cadre.entete + brouillon.directive
    try:
        atelier.execute(read_sql("depot/macros_blancs"))
        atelier.execute(read_sql("depot/lecture_csv").format(
            colonnes=", ".join(f"'{champ}': 'varchar'" for champ in champs),
            gardees=", ".join(f"plein({champ}) as {champ}" for champ in champs)),
            [str(brouillon.chemin), separateur, sautees])
        if not is_framed(atelier, [champ for champ in champs if champ not in gardes]):
            return None
        atelier.execute(f"delete from enregistrements where {' and '.join(f'{champ} is null' for champ in gardes)}")
        if not set_aside(atelier, gardes, tri):
            return None
        atelier.execute(read_sql("depot/lignes_csv").format(gardees=", ".join(gardes), entete=cadre.entete))
        return atelier.query("select count(*) from lu")[0][0]
    except RequeteRefusee:
        return None


def is_framed(atelier: Atelier, sans_titre: list[str]) -> bool:
    """True when the columns without a title hold nothing."""
    if not sans_titre:
        return True
    comptes = " + ".join(f"count({champ})" for champ in sans_titre)
    return atelier.query(f"select {comptes} from enregistrements")[0][0] == 0


def set_aside(atelier: Atelier, champs: list[str], tri: Tri) -> bool:
    """Show the rows that may be totals or notes to the one that tells them apart; False when there are too many to be seen."""
    liste = ", ".join(champs)
    douteuses = atelier.query(f"select (rowid + 1 + {tri.cadre.entete})::integer, {liste} from enregistrements "
                              f"where est_a_ecarter(coalesce({liste})) order by rowid limit {ECARTEES + 1}")
    if len(douteuses) > ECARTEES:
        return False
    ecartees = [ligne[0] - 1 - tri.cadre.entete for ligne in douteuses if tri.set_aside(ligne)]
    atelier.execute("delete from enregistrements where list_contains(?::bigint[], rowid)", [ecartees])
    return True
