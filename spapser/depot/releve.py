"""Anomalies of a judged table, brought out of its workshop: where each is in the file, and its sentence, written when shown."""

from collections.abc import Iterator, Mapping
from itertools import count

from spapser.depot.cellule import quote
from spapser.depot.correspondance import Correspondance
from spapser.depot.lignes import word
from spapser.depot.rapport import Anomalie, name_cause
from spapser.depot.table import TableLue
from spapser.store import Atelier, read_sql

PAGE = 20_000


class Lieux:
    """Where the rows and columns of a judged table are in its file: column -> field of `lu`, column -> letter."""

    def __init__(self, fichier: str, champs: Mapping[str, str], lettres: Mapping[str, str]) -> None:
        self.fichier, self.champs, self.lettres = fichier, champs, lettres

    def fill(self, requete: str) -> str:
        """The query, `{lue}` being the cell of the file that an anomaly is about; empty for a column it does not have."""
        cas = " ".join(f"when '{nom}' then {champ}" for nom, champ in self.champs.items())
        return read_sql(f"depot/{requete}").format(lue=f"case colonne {cas} end" if cas else "null::varchar")

    def locate(self, ligne: int, colonne: str, regle: str, lue: str | None, valeur: str | None, objet: str | None,
               autre: str | None, message: str | None, remede: str | None, bloquante: bool) -> Anomalie:
        """An anomaly with the cell of the spreadsheet where it is, as it was read."""
        if message is None:
            message, usuel = word(regle, colonne, valeur, objet, autre)
            remede = remede or usuel
        cellule = f"{self.lettres[colonne]}{ligne}" if colonne in self.lettres else ""
        return Anomalie(self.fichier, ligne, colonne, quote(lue or valeur or ""), regle, message, remede, bloquante, cellule)


def find_places(table: TableLue, correspondance: Correspondance) -> Lieux:
    """The places of a deposited file; cells have a name in a spreadsheet only."""
    lettres = {colonne.champ: colonne.lettre for colonne in table.colonnes}
    champs = correspondance.par_colonne
    cases = table.entete and table.format != "Saisie"
    return Lieux(table.fichier, champs, {nom: lettres[champ] for nom, champ in champs.items()} if cases else {})


def list_first(table: TableLue, correspondance: Correspondance) -> tuple[tuple[Anomalie, ...], dict[str, int]]:
    """The first anomalies of each cause, and how many each has."""
    lieux, premieres, nombres = find_places(table, correspondance), [], {}
    for *champs, nombre in table.atelier.query(lieux.fill("causes")):
        anomalie = lieux.locate(*champs)
        premieres.append(anomalie)
        nombres[name_cause(anomalie)] = nombre
    return tuple(premieres), nombres


def list_anomalies(table: TableLue, correspondance: Correspondance) -> Iterator[Anomalie]:
    """Every anomaly of the rows, in their order, a page at a time."""
    yield from read_pages(table.atelier, find_places(table, correspondance))


def read_pages(atelier: Atelier, lieux: Lieux) -> Iterator[Anomalie]:
    """Every anomaly of a workshop."""
    for debut in count(0, PAGE):
        page = atelier.query(lieux.fill("releve"), [PAGE, debut])
        yield from (lieux.locate(*champs) for champs in page)
        if len(page) < PAGE:
            return
