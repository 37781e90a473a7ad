"""The national AGEC declaration as a layout of the dataset on reuse: judged as it is laid out, then turned into its rows."""

from dataclasses import replace

from spapser.catalogue import Jeu
from spapser.catalogue.declaration import Declaration, load_agec
from spapser.depot.nommage import find_column
from spapser.depot.rapport import Rapport
from spapser.depot.table import TableLue
from spapser.store import Atelier, read_sql

UNITE = "euros"


def choose_layout(table: TableLue, jeu: Jeu) -> Jeu:
    """What to judge a file against: the declaration when its header is that one, the dataset itself otherwise."""
    declaration = load_agec()
    if jeu.nom != declaration.jeu or not is_declaration(table, declaration):
        return jeu
    return declaration.as_jeu(jeu)


def widen(jeu: Jeu) -> Jeu:
    """The dataset with the columns of its declaration as well: all that the header of a file may name."""
    declaration = load_agec()
    return replace(jeu, colonnes=jeu.colonnes + declaration.colonnes) if jeu.nom == declaration.jeu else jeu


def is_declaration(table: TableLue, declaration: Declaration) -> bool:
    """True when the header names every required column of the declaration."""
    forme = Jeu(declaration.jeu, "", "", "", (), declaration.colonnes)
    nommees = {trouvee.nom for colonne in table.colonnes if (trouvee := find_column(colonne.titre, forme))}
    return {colonne.nom for colonne in declaration.colonnes if colonne.obligatoire} <= nommees


def restore_dataset(atelier: Atelier, rapport: Rapport, forme: Jeu, jeu: Jeu) -> Rapport:
    """Once a declaration is accepted, its rows become those of the dataset; the report is then that of the dataset."""
    if forme is jeu:
        return rapport
    if rapport.accepte:
        convert_rows(atelier, jeu)
    return replace(rapport, jeu=jeu.nom)


def convert_rows(atelier: Atelier, jeu: Jeu) -> None:
    """Replace `net` and `codes`, laid out as the declaration, by rows of the dataset: one an amount, on its line."""
    declaration = load_agec()
    montants = ", ".join(f"{{'operation': {quote(operation)}, 'valeur': {colonne}}}"
                         for colonne, operation in declaration.montants.items())
    defauts = {colonne.nom: colonne.defaut for colonne in jeu.colonnes}
    atelier.execute(f"create or replace table converties as {read_sql('depot/agec').format(montants=montants)}",
                    [UNITE, defauts["nature"], defauts["fiabilite"]])
    connues = {ligne["column_name"] for ligne in atelier.rows(
        "select column_name from information_schema.columns where table_name = 'converties'")}
    colonnes = ", ".join(c.nom if c.nom in connues else f"null::varchar as {c.nom}" for c in jeu.colonnes)
    for vue in ("net", "codes"):
        atelier.execute(f"create or replace view {vue} as select ligne, {colonnes} from converties")


def quote(texte: str) -> str:
    """A word of the catalogue as an SQL string."""
    return "'" + texte.replace("'", "''") + "'"
