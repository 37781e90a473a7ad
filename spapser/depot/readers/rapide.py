"""The short way for a big regular file: the database reads it at once, row numbers follow from the order of the rows.

What it gives is what the long way gives, row for row; whenever that is not sure, it gives nothing and the long way is taken.
"""

from collections.abc import Mapping
from concurrent.futures import Future

from spapser.depot.readers.brouillon import Brouillon
from spapser.depot.readers.cadrage import Cadre
from spapser.depot.readers.extrait import iter_extrait
from spapser.depot.readers.repetees import code_columns, guess_types, write_columns
from spapser.depot.readers.tri import ECARTEES, LIGNES_MAXIMUM, Tri
from spapser.errors import RequeteRefusee
from spapser.store import Atelier, read_sql


def read_fast(brouillon: Brouillon, ecriture: Future, separateur: str, tri: Tri, atelier: Atelier
              ) -> tuple[int, dict[str, str]] | None:
    """How many rows the view `lu` has, and the type of the columns that have a code; None when the file is not regular enough.

    Nothing but an extract is read until `ecriture` is done: the file is then whole.
    """
    cadre = tri.cadre
    champs = [f"c{rang}" for rang in range(1, cadre.largeur + 1)]
    try:
        devinees, repetees = guess_types(atelier, b"".join(iter_extrait(brouillon)), separateur, champs)
        ecriture.result()
        if not is_regular(brouillon, cadre):
            return None
        devinees = load_codes(atelier, (brouillon.chemin, separateur, cadre.entete + brouillon.directive), champs, devinees)
        gardes = [colonne.champ for colonne in cadre.colonnes]
        vides = [champ for champ in champs if champ not in gardes]
        if not is_numbered(brouillon, cadre, atelier) or not is_framed(atelier, vides) or not set_aside(atelier, gardes, tri):
            return None
        lignes = atelier.query("select count(*) from enregistrements")[0][0]
        types = code_columns(atelier, gardes, devinees, repetees, is_whole(brouillon, cadre.entete, lignes))
        write_views(atelier, gardes, types, cadre.entete)
        return lignes, types
    except RequeteRefusee:
        return None


def write_views(atelier: Atelier, champs: list[str], types: Mapping[str, str], entete: int) -> None:
    """View `lu` of the text of the cells; `lu_codes` is `lu` with the codes that cells were read into."""
    lues, codees = write_columns(champs, types)
    for vue, colonnes in (("lu", lues), ("lu_codes", lues + codees)):
        atelier.execute(read_sql("depot/lignes_csv").format(vue=vue, gardees=", ".join(colonnes), entete=entete))


def is_regular(brouillon: Brouillon, cadre: Cadre) -> bool:
    """True when the lines of the file look alike, are not too many, and no cell of the first ones is cut by a line end."""
    coupee = any("\n" in cellule for _, rangee in cadre.hors for cellule in rangee)
    return brouillon.regulier and brouillon.sauts - cadre.entete <= LIGNES_MAXIMUM and not coupee


def is_numbered(brouillon: Brouillon, cadre: Cadre, atelier: Atelier) -> bool:
    """True when row numbers follow from the order of the rows: each line gave one, or none of those that did not is blank."""
    lues = atelier.query("select count(*) from enregistrements")[0][0]
    return lues == brouillon.lignes - cadre.entete - brouillon.directive or not brouillon.has_blank_line()


def is_whole(brouillon: Brouillon, entete: int, lignes: int) -> bool:
    """True when each line of the file but the first is a row that is kept."""
    return entete == 1 and not brouillon.directive and lignes == brouillon.lignes - 1


def load_codes(atelier: Atelier, lecture: tuple, champs: list[str], devinees: list[str]) -> list[str]:
    """Table `enregistrements` of the file, cells of blanks alone being empty; the columns that were read into their codes."""
    types = {champ: f"devine_{champ}" if champ in devinees else "varchar" for champ in champs}
    try:
        load(atelier, lecture, types)
    except RequeteRefusee:
        if not devinees:
            raise
        return load_codes(atelier, lecture, champs, [])
    lues = [champ for champ in champs if champ not in devinees]
    blancs = ", ".join(f"count_if(est_blanc({champ})) > 0" for champ in lues)
    for champ, blanc in zip(lues, atelier.query(f"select {blancs} from enregistrements")[0] if lues else (), strict=True):
        if blanc:
            atelier.execute(f"update enregistrements set {champ} = null where est_blanc({champ})")
    return devinees


def load(atelier: Atelier, lecture: tuple, types: Mapping[str, str]) -> None:
    """Table `enregistrements` of the cells of a file (path, separator, lines to skip)."""
    chemin, separateur, sautees = lecture
    colonnes = ", ".join(f"'{champ}': '{type}'" for champ, type in types.items())
    atelier.execute(read_sql("depot/lecture_csv").format(colonnes=colonnes), [str(chemin), separateur, sautees])


def is_framed(atelier: Atelier, sans_titre: list[str]) -> bool:
    """True when the columns without a title hold nothing."""
    if not sans_titre:
        return True
    comptes = " + ".join(f"count({champ})" for champ in sans_titre)
    return atelier.query(f"select {comptes} from enregistrements")[0][0] == 0


def set_aside(atelier: Atelier, champs: list[str], tri: Tri) -> bool:
    """Drop the empty rows, show those that may be totals or notes to the one that tells them apart; False when there are too
    many to be seen."""
    atelier.execute(f"delete from enregistrements where {' and '.join(f'{champ} is null' for champ in champs)}")
    premier, liste = champs[0], ", ".join(f"{champ}::varchar" for champ in champs)
    rangs = [rang for (rang,) in atelier.query(  # the first cell is nearly always filled: the others are seldom looked at
        f"select rowid from enregistrements where est_a_ecarter({premier}::varchar) union all select rowid from enregistrements "
        f"where {premier} is null and est_a_ecarter(coalesce({liste})) order by rowid limit {ECARTEES + 1}")]
    if len(rangs) > ECARTEES:
        return False
    if rangs:
        douteuses = atelier.query(f"select (rowid + 1 + {tri.cadre.entete})::integer, {liste} from enregistrements "
                                  "where list_contains(?::bigint[], rowid) order by rowid", [rangs])
        ecartees = [ligne[0] - 1 - tri.cadre.entete for ligne in douteuses if tri.set_aside(ligne)]
        atelier.execute("delete from enregistrements where list_contains(?::bigint[], rowid)", [ecartees])
    return True
