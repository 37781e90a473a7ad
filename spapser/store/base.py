"""An in-memory DuckDB over one edition: raw text tables, typed views, one table of results. Read only once open."""

from collections.abc import Sequence
from pathlib import Path

import duckdb

from spapser.errors import CatalogueInvalide, DonneesInvalides
from spapser.store.edition import Edition, communes
from spapser.store.requetes import list_sql, read_sql

RESULTATS = ("indicateur varchar, annee integer, dimension varchar, modalite varchar, valeur double, numerateur double, "
             "denominateur double, origine varchar, retenue boolean, lignes integer[], fiabilite varchar, note varchar")


class Base:
    """The rows of one edition, ready to be counted. Safe across threads: one cursor per query."""

    def __init__(self, edition: Edition):
        self.edition = edition
        self.connexion = duckdb.connect(":memory:", config={
            "autoinstall_known_extensions": "false", "autoload_known_extensions": "false"})
        self.connexion.execute(read_sql("macros"))
        self.connexion.execute("create schema brut")
        for jeu in list_sql("jeux"):
            self.load_csv(f"brut.{jeu}", edition.fichier(jeu))
            self.create_view(jeu, f"jeux/{jeu}")
        self.load_csv("brut.communes", communes())
        self.create_view("communes", "communes")
        self.count()
        self.connexion.execute("set enable_external_access=false")
        self.connexion.execute("set lock_configuration=true")

    def load_csv(self, table: str, chemin: Path) -> None:
        """Read a CSV file as text into a table; DonneesInvalides names the file."""
        if not chemin.is_file():
            raise DonneesInvalides(f"Le fichier « {chemin.name} » manque : le rétablir dans « {chemin.parent.name} ».")
        try:
            self.connexion.execute(f"create table {table} as select * from read_csv(?, all_varchar=true, header=true, "
                                   "delim=',', quote='\"', escape='\"', comment='')", [str(chemin)])
        except duckdb.Error:
            raise DonneesInvalides(f"Le fichier « {chemin.name} » n’est pas un CSV lisible (UTF-8, virgules) : "
                                   "le corriger ou le remplacer.") from None

    def create_view(self, vue: str, requete: str) -> None:
        """A view from a SQL file; CatalogueInvalide names the file and what DuckDB refused."""
        try:
            self.connexion.execute(f"create view {vue} as {read_sql(requete)}")
        except duckdb.Error as erreur:
            raison = str(erreur).splitlines()[0]
            raise CatalogueInvalide(f"La requête « {requete}.sql » ne s’exécute pas : {raison}") from None

    def count(self) -> None:
        """Fill `resultats`: what the report publishes, then what each indicator query recomputes."""
        self.connexion.execute(f"create table resultats ({RESULTATS})")
        self.connexion.execute(f"insert into resultats by name {read_sql('publiees')}")
        for code in list_sql("indicateurs"):
            self.create_view(f"calcule_{code}", f"indicateurs/{code}")
            try:
                self.connexion.execute(
                    "insert into resultats by name select ? as indicateur, 'calculee' as origine, true as retenue, "
                    f"'' as note, * from calcule_{code}", [code])
            except duckdb.Error as erreur:
                raison = str(erreur).splitlines()[0]
                raise CatalogueInvalide(f"La requête « indicateurs/{code}.sql » ne s’exécute pas : {raison}") from None
        self.connexion.execute("update resultats set dimension = coalesce(dimension, ''), "
                               "modalite = coalesce(modalite, '')")

    def query(self, sql: str, parametres: Sequence = ()) -> list[dict]:
        """Rows of a query as dictionaries; CatalogueInvalide says what DuckDB refused."""
        curseur = self.connexion.cursor()
        try:
            curseur.execute(sql, parametres)
            noms = [colonne[0] for colonne in curseur.description]
            return [dict(zip(noms, ligne, strict=True)) for ligne in curseur.fetchall()]
        except duckdb.Error as erreur:
            raise CatalogueInvalide(f"La requête ne s’exécute pas : {str(erreur).splitlines()[0]}") from None
        finally:
            curseur.close()

    def rows(self, jeu: str) -> list[dict]:
        """All typed rows of a dataset, in file order."""
        return self.query(f"select * from {jeu}")
