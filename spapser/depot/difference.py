"""What a deposit does to the rows of a dataset and year, against the edition that the person sees."""

from contextlib import closing
from pathlib import Path

from spapser.catalogue import Jeu
from spapser.depot.repetees import list_codees
from spapser.store import Atelier, Base, Changement, Etabli, Lot, read_sql

# What tells one reading of a fact from another, not one fact from another: a corrected value is a modified row.
LECTURE = ("valeur", "ligne_source", "nom_source", "retenue")
# A dictionary of more values costs more to try than it saves; the second version writes rising texts by their differences.
PARQUET = "format parquet, parquet_version v2, dictionary_size_limit 1000"


def write_lots(atelier: Atelier, jeu: Jeu, annees: tuple[int, ...]) -> tuple[Lot, ...]:
    """The judged rows (view `codes`) as one Parquet file a year in the workshop: `ligne`, then the catalogue's columns.

    It may run in another thread than the one that judges.
    """
    with closing(atelier.beside()) as etabli:
        return tuple(write_lot(etabli, jeu, annee, atelier.dossier / f"{jeu.nom}-{annee}.parquet") for annee in annees)


def write_lot(etabli: Etabli, jeu: Jeu, annee: int, fichier: Path) -> Lot:
    """The rows of one year."""
    type = list_codees(etabli).get("annee", "varchar")
    noms = ", ".join(colonne.nom for colonne in jeu.colonnes)
    retenues = f"codes where annee = try_cast('{annee}' as {type})"
    etabli.execute(f"copy (select ligne, {noms} from {retenues}) to '{fichier}' ({PARQUET})")
    return Lot(jeu.nom, annee, fichier, etabli.query(f"select count(*) from {retenues}")[0][0])


def compare_rows(atelier: Atelier, jeu: Jeu, lot: Lot, courante: Base) -> Changement:
    """Rows added, modified and removed for one dataset and year."""
    avant = find_before(atelier, jeu, lot, courante)
    if not avant:
        return Changement(jeu.nom, lot.annee, lot.lignes, lot.lignes, 0, 0)
    return Changement(jeu.nom, lot.annee, lot.lignes, *atelier.query(fill_query("differences", jeu, lot, avant))[0])


def list_changes(atelier: Atelier, jeu: Jeu, lot: Lot, courante: Base, limite: int) -> list[tuple]:
    """(what happens to it, its line, its cells) of the rows that change, by key; a modified one before, then after."""
    avant = find_before(atelier, jeu, lot, courante) or f"(select * from read_parquet('{lot.fichier}') limit 0)"
    return atelier.query(fill_query("lignes_changees", jeu, lot, avant, limite))


def find_before(atelier: Atelier, jeu: Jeu, lot: Lot, courante: Base) -> str:
    """What the shown edition says of the year, as the database reads it in the workshop; empty when it says nothing."""
    partie = courante.edition.partie(jeu.nom, lot.annee)
    if partie:
        copie = atelier.copy_file(f"avant-{partie.donnees}", courante.edition.chemin(partie))
        return f"read_parquet('{copie}')"
    noms = [colonne.nom for colonne in jeu.colonnes]
    lignes = courante.query(f"select {', '.join(noms)} from brut.{jeu.nom} where annee = ?", [str(lot.annee)])
    if lignes:
        atelier.create_text("avant", noms, ((rang, *ligne.values()) for rang, ligne in enumerate(lignes)))
    return "avant" if lignes else ""


def fill_query(requete: str, jeu: Jeu, lot: Lot, avant: str, limite: int = 0) -> str:
    """A query between the two states of the rows: its key leaves out what tells one reading of a fact from another."""
    colonnes = {colonne.nom: f"coalesce({colonne.nom}, '')" for colonne in jeu.colonnes}
    return read_sql(f"depot/{requete}").format(
        cle=", ".join(colonnes[nom] for nom in jeu.cle if nom not in LECTURE), contenu=", ".join(colonnes.values()),
        noms=", ".join(colonnes), avant=avant, apres=f"read_parquet('{lot.fichier}')", limite=limite)
