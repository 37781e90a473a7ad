"""Anomalies of a judged table, brought out of its workshop: where each is in the file, and its sentence, written when shown."""

from collections.abc import Iterator

from spapser.depot.cellule import quote
from spapser.depot.correspondance import Correspondance
from spapser.depot.lignes import word
from spapser.depot.rapport import Anomalie, name_cause
from spapser.depot.table import TableLue
from spapser.store import read_sql

PAGE = 20_000


class Lieux:
    """Where the rows and columns of the judged table are in the file."""

    def __init__(self, table: TableLue, correspondance: Correspondance) -> None:
        self.fichier = table.fichier
        self.champs = correspondance.par_colonne
        lettres = {colonne.champ: colonne.lettre for colonne in table.colonnes}
        cases = table.entete and table.format != "Saisie"
        self.lettres = {nom: lettres[champ] for nom, champ in self.champs.items()} if cases else {}

    def fill(self, requete: str) -> str:
        """The query, `{lue}` being the cell of the file that an anomaly is about; empty for a column it does not have."""
        cas = " ".join(f"when '{nom}' then {champ}" for nom, champ in self.champs.items())
        return read_sql(f"depot/{requete}").format(lue=f"case colonne {cas} end" if cas else "null::varchar")

    def locate(self, ligne: int, colonne: str, regle: str, lue: str | None, valeur: str | None, objet: str | None,
               autre: str | None, message: str | None, remede: str | None, bloquante: bool) -> Anomalie:
        """An anomaly with the cell of the spreadsheet where it is, as it was read."""
        if message is None:
            message, remede = word(regle, colonne, valeur, objet, autre)
        cellule = f"{self.lettres[colonne]}{ligne}" if colonne in self.lettres else ""
        return Anomalie(self.fichier, ligne, colonne, quote(lue or valeur or ""), regle, message, remede, bloquante, cellule)


def list_first(table: TableLue, correspondance: Correspondance) -> tuple[tuple[Anomalie, ...], dict[str, int]]:
    """The first anomalies of each cause, and how many each has."""
    lieux, premieres, nombres = Lieux(table, correspondance), [], {}
    for *champs, nombre in table.atelier.query(lieux.fill("causes")):
        anomalie = lieux.locate(*champs)
        premieres.append(anomalie)
        nombres[name_cause(anomalie)] = nombre
    return tuple(premieres), nombres


def list_anomalies(table: TableLue, correspondance: Correspondance, limite: int = 1_000_000) -> Iterator[Anomalie]:
    """Every anomaly of the rows, in their order, a page at a time."""
    lieux = Lieux(table, correspondance)
    for debut in range(0, limite, PAGE):
        page = table.atelier.query(lieux.fill("releve"), [PAGE, debut])
        yield from (lieux.locate(*champs) for champs in page)
        if len(page) < PAGE:
            return
