"""A workbench: statements, rows and tables of text over one base in memory, whatever it belongs to."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from threading import Lock, RLock

import duckdb
import pandas

from spapser.errors import FichierIllisible, RequeteRefusee
from spapser.store.memoire import is_full
from spapser.store.requetes import read_sql

PAQUET, COURT = 50_000, 200
PLEIN = ("Le fichier n’a pas pu être lu faute de place dans le dossier temporaire du serveur : y libérer de l’espace, puis le "
         "déposer de nouveau.")


class Etabli:
    """Statements over one connection, one thread at a time."""

    def __init__(self, connexion: duckdb.DuckDBPyConnection, voisin: "Etabli | None" = None) -> None:
        self.connexion, self.acces = connexion, RLock()
        self.connues, self.tour = (voisin.connues, voisin.tour) if voisin else (set(), Lock())
        self.relations: dict[str, object] = voisin.relations if voisin else {}

    def beside(self) -> "Etabli":
        """Another workbench over the same tables, for another thread; close it, or the tables outlive the workshop."""
        etabli = Etabli(self.connexion.cursor(), self)
        for nom, relation in dict(self.relations).items():
            etabli.connexion.register(nom, relation)
        return etabli

    def show(self, nom: str, relation: object) -> None:
        """Let statements read the columns of another library under a name, here and on the workbenches set beside from now on."""
        with self.acces:
            self.connexion.register(nom, relation)
            self.relations[nom] = relation

    def hide(self, nom: str) -> None:
        """Forget them, once no workbench beside reads them; harmless when there is none of the name."""
        with self.acces:
            if self.relations.pop(nom, None) is not None:
                self.connexion.unregister(nom)

    @contextmanager
    def lend(self, nom: str, relation: object) -> Iterator[None]:
        """The same, here and for a while."""
        with self.acces:
            self.connexion.register(nom, relation)
            try:
                yield
            finally:
                self.connexion.unregister(nom)

    def close(self) -> None:
        """Let go of the base; harmless when done twice."""
        self.connexion.close()

    def learn(self, *macros: str) -> None:
        """Make the macros of SQL files known, once: reading them again costs as much as a query over a big file."""
        for nom in macros:
            with self.tour:  # another thread may want the same
                if nom not in self.connues:
                    self.execute(read_sql(nom))
                    self.connues.add(nom)

    def execute(self, sql: str, parametres: Sequence = ()) -> None:
        """Run a statement. RequeteRefusee with the database's words; FichierIllisible when memory or disk is short."""
        self.query(sql, parametres)

    def query(self, sql: str, parametres: Sequence = ()) -> list[tuple]:
        """Rows of a query as tuples; one thread at a time. Same errors as `execute`."""
        try:
            with self.acces:
                resultat = self.connexion.execute(sql, parametres) if parametres else self.connexion.execute(sql)
                return resultat.fetchall()
        except (duckdb.OutOfMemoryException, MemoryError):
            raise FichierIllisible("Le fichier dépasse la mémoire réservée aux dépôts : le découper en plusieurs "
                                   "fichiers, ou augmenter SPAPSER_MEMOIRE.") from None
        except duckdb.InterruptException:
            raise FichierIllisible("La lecture du fichier a été interrompue : le déposer de nouveau.") from None
        except duckdb.Error as erreur:
            if is_full(erreur):
                raise FichierIllisible(PLEIN) from None
            raise RequeteRefusee(f"La base a refusé une instruction : {str(erreur).splitlines()[0]}") from None

    def rows(self, sql: str, parametres: Sequence = ()) -> list[dict]:
        """Rows of a query as dictionaries."""
        with self.acces:
            lignes = self.query(sql, parametres)
            noms = [colonne[0] for colonne in self.connexion.description]
        return [dict(zip(noms, ligne, strict=True)) for ligne in lignes]

    def create_text(self, table: str, champs: Sequence[str], lignes: Iterable[tuple]) -> int:
        """A table (ligne integer, then one varchar a field) from Python tuples, a batch at a time; returns its rows."""
        flux = iter(lignes)
        paquet, total = list(islice(flux, COURT)), 0
        self.create_short(table, champs, paquet)
        while paquet:
            total += len(paquet)
            if paquet := list(islice(flux, PAQUET)):
                self.insert(table, ["ligne", *champs], paquet)
        return total

    def create_short(self, table: str, champs: Sequence[str], lignes: Sequence[tuple]) -> None:
        """The same from a few tuples: a parameter a column costs less than a data frame."""
        types = {"ligne": "integer"} | dict.fromkeys(champs, "varchar")
        colonnes = ", ".join(f'unnest(?::{type}[]) as "{nom}"' for nom, type in types.items())
        self.execute(f'create or replace table "{table}" as select {colonnes}',
                     [[ligne[rang] for ligne in lignes] for rang in range(len(types))])

    def insert(self, table: str, noms: Sequence[str], paquet: list[tuple]) -> None:
        """Append one batch of tuples."""
        colonnes = (pandas.Series(colonne, dtype=object) for colonne in zip(*paquet, strict=True))
        cadre = pandas.DataFrame(dict(zip(noms, colonnes, strict=True)))
        with self.lend("paquet", cadre):
            self.execute(f'insert into "{table}" select * from paquet')

    def insert_many(self, table: str, lignes: list[tuple]) -> None:
        """Append tuples to a table that exists, in the order of its columns."""
        noms = [nom for (nom,) in self.query("select column_name from information_schema.columns where table_name = ? "
                                             "order by ordinal_position", [table])]
        for debut in range(0, len(lignes), PAQUET):
            self.insert(table, noms, lignes[debut : debut + PAQUET])
